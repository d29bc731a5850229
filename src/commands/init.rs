//! `ascribe init`: a new site in a folder that has none.

use ascribe::starter;
use ascribe::write::create;

use super::End;
use crate::cli::Init;

pub(crate) fn run(init: &Init) -> Result<(), End> {
    let there = |mark: &&&str| init.root.join(mark).symlink_metadata().is_ok();
    if let Some(mark) = starter::MARKS.iter().find(there) {
        return Err(End::Usage(format!(
            "there is a site already: `{}`; name another folder with --root, or begin a brief with `ascribe new TITLE`",
            init.root.join(mark).display()
        )));
    }
    for (path, text) in starter::FILES {
        let path = init.root.join(path);
        create(&path, text)?;
        anstream::println!("{}", path.display());
    }
    anstream::eprintln!(
        "a new site; `ascribe build` makes its pages, `ascribe new TITLE` begins a brief"
    );
    Ok(())
}
