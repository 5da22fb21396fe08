//! The map: published figures and their sums, the same as a file, imports, the illustration, and members in rounded
//! numbers.

mod csv_file;
mod differences;
mod figures;
mod files;
mod illustration;
mod import;
mod members;

use backend::features::map::{Verdict, figure_file, import_figures};
use shared::map::{FigureFilter, FigureList, ListFigures};

use crate::support::TestApp;

/// A good row.
const GOOD: &str = "FR,France,2015,2015,all,7,exact,A report,";

/// A filter as it stands in an address.
fn filter(query: &str) -> FigureFilter {
    shared::api::from_query(query).unwrap()
}

/// A file of figures with these rows.
fn file(rows: &[&str]) -> String {
    let header = "country_code,country_name,fiscal_year_from,fiscal_year_to,scope,invitees,kind,source,note";
    [&[header], rows].concat().join("\n")
}

/// Imports rows that are good.
async fn import(t: &TestApp, rows: &[&str]) -> Vec<Verdict> {
    let rows = figure_file::read(file(rows).as_bytes()).unwrap();
    import_figures(&t.app.db, &rows).await.unwrap()
}

async fn listed(t: &TestApp, query: &str) -> FigureList {
    t.anonymous().call::<ListFigures>((), filter(query)).await.good()
}
