//! `ascribe completions`: what completes commands in a shell.

use clap::CommandFactory;
use clap_complete::Generator;

use super::End;
use crate::cli::{Cli, Completions};

pub(crate) fn run(completions: &Completions) -> Result<(), End> {
    let mut command = Cli::command();
    command.set_bin_name("ascribe");
    command.build();
    let mut script = Vec::new();
    completions
        .shell
        .try_generate(&command, &mut script)
        .map_err(|fault| End::Disk(format!("cannot make the script: {fault}")))?;
    anstream::print!("{}", String::from_utf8_lossy(&script));
    Ok(())
}
