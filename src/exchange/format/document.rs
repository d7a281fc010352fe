//! The documentation of the files, as `brobyg format` prints it and `docs/format.md` has it.

use std::fmt::Write;

use super::{super::tables::Table, Heading};

const INTRODUCTION: &str = "\
# Files in and out

`brobyg import PATH…` reads these files and `brobyg export DIR` writes them: a folder of CSV files, or an XLSX workbook with a sheet for each file, with the same names and columns.
`brobyg format` prints this page; both come from the lines by which the files are read.

- UTF-8, or what a Danish Excel writes. Commas, semicolons or tabs between the cells; the header says which. Columns in any order.
- An empty cell is *not known*. Lists have semicolons between their items. A column that is missing leaves what the platform knows; a column that is not named here is refused.
- All or nothing: every problem is listed with its file, line and column, and nothing is written before all is right. `--dry-run` only checks.
- Importing twice is safe: a row is found again by its key, changed where it differs, and never doubled.
- No text may hold a CPR number.
";

/// The whole page.
pub fn document() -> String {
    let mut page = INTRODUCTION.to_owned();
    for table in Table::ALL {
        // Writing to a text cannot fail.
        let _ = write!(page, "\n## {}\n\nFound again by {}.", table.name(), table.key_parts());
        page.push_str(if table.is_written_if_known() {
            " Not written when there is nothing for it.\n\n"
        } else {
            "\n\n"
        });
        page.push_str("| Column | Needed | What it holds |\n|---|---|---|\n");
        for heading in table.columns() {
            let needed = if heading.is_needed { "yes" } else { "" };
            let _ = writeln!(page, "| {} | {needed} | {} |", heading.name, holds(&heading));
        }
    }
    page
}

fn holds(heading: &Heading) -> String {
    let list = if heading.is_list { "list: " } else { "" };
    let of = heading.refers_to.map(|table| format!("; stands in {}", table.name())).unwrap_or_default();
    let left_out = if heading.is_written_if_known { "; not written where nothing is known" } else { "" };
    format!("{list}{}{of}{left_out}", heading.says)
}
