//! The stage that gives the record as data, for machines to read. One file a format.

mod csv;
mod record;

use rayon::prelude::*;

use crate::dataset::Dataset;
use crate::output::{Content, Output};
use crate::page::DataFile;
use crate::plan::Plan;
use crate::site::Site;

/// Makes the data files of a site.
pub fn export<'a>(site: &'a Site, plan: &'a Plan) -> impl ParallelIterator<Item = Output> + 'a {
    plan.files.par_iter().map(|file| Output {
        path: file.route(site),
        content: Content::Bytes(text(site, file).into_bytes()),
    })
}

/// What one data file holds.
pub fn text(site: &Site, file: &DataFile) -> String {
    match file {
        DataFile::Claims => json(&record::whole(site)),
        DataFile::ClaimsTable => csv::table(record::claims(site)),
        DataFile::ClaimsSchema => json(&schemars::schema_for!(Dataset)),
        DataFile::Brief(id) => json(&record::of_brief(site, *id)),
    }
}

/// JSON on one line, with a line end.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default() + "\n"
}
