//! `ascribe man`: the manual page of the program or of one command.

use ascribe::report::did_you_mean;
use clap::CommandFactory;

use super::End;
use crate::cli::{Cli, Man};

pub(crate) fn run(man: &Man) -> Result<(), End> {
    let mut command = Cli::command();
    command.build();
    if let Some(name) = &man.command {
        let Some(one) = command.find_subcommand(name) else {
            let names = command.get_subcommands().map(clap::Command::get_name);
            let hint = did_you_mean(name, names).unwrap_or_default();
            return Err(End::Usage(format!("no command is called `{name}`; {hint}")));
        };
        command = one.clone();
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .source(concat!("ascribe ", env!("CARGO_PKG_VERSION")))
        .render(&mut page)
        .map_err(|fault| End::Disk(format!("cannot make the page: {fault}")))?;
    anstream::print!("{}", String::from_utf8_lossy(&page));
    Ok(())
}
