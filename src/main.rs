//! The binary: reads the command line, the clock and the environment, and prints.

mod cli;
mod commands;

use std::process::ExitCode;

use clap::Parser;
use cli::{Cli, Command};
use commands::End;

fn main() -> ExitCode {
    let end = match Cli::parse().command {
        Command::Build(build) => commands::build::run(&build),
        Command::Check(check) => commands::check::run(&check),
        Command::Init(init) => commands::init::run(&init),
        Command::New(new) => commands::new::run(&new),
        Command::Explain(explain) => commands::explain::run(&explain),
        Command::Impact(impact) => commands::impact::run(&impact),
        Command::Export(export) => commands::export::run(&export),
        Command::Detect(detect) => commands::detect::run(&detect),
        Command::Annotate(annotate) => commands::annotate::run(&annotate),
        Command::Completions(completions) => commands::completions::run(&completions),
        Command::Man(man) => commands::man::run(&man),
    };
    match end {
        Ok(()) => ExitCode::SUCCESS,
        Err(End::Content) => ExitCode::from(1),
        Err(End::Usage(message)) => fail(&message, 2),
        Err(End::Disk(message)) => fail(&message, 3),
    }
}

fn fail(message: &str, code: u8) -> ExitCode {
    anstream::eprintln!("error: {message}");
    ExitCode::from(code)
}
