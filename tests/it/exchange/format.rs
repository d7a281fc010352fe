//! What the documentation of the files says is what import reads and export writes.

use std::fs;

use brobyg::exchange::{self, Table};

use super::{around::fill, everything::known};
use crate::support;

#[test]
fn the_page_of_the_format_is_what_the_program_prints() {
    let page = fs::read_to_string("docs/format.md").unwrap();
    assert_eq!(page, exchange::document(), "write it again: brobyg format > docs/format.md");
}

#[tokio::test]
async fn each_file_that_export_writes_has_the_columns_of_the_page_in_its_order() {
    let app = support::start().await;
    // What is left out where nothing is known is known here.
    known(&app).await;
    fill(&app).await;
    let files = app.export().await;
    let page = exchange::document();
    assert_eq!(files.len(), Table::ALL.len());
    for (name, text) in files {
        let part = page.split("\n## ").find(|part| part.starts_with(name.trim_end_matches(".csv"))).unwrap();
        let rows = part.lines().filter(|line| line.starts_with("| ")).skip(1);
        let columns: Vec<&str> = rows.map(|line| line.split(" | ").next().unwrap().trim_start_matches("| ")).collect();
        assert_eq!(text.lines().next().unwrap(), columns.join(","), "{name}");
    }
}
