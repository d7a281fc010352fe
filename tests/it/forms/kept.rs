//! All that is kept, wherever: every column of every table, and every file beside the database.

use std::{fs, path::Path};

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::support::TestApp;

/// Every cell of the database as text, with the table and the column it stands in.
pub async fn cells(app: &TestApp) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    for (table, columns) in columns(app).await {
        let listed = columns.iter().map(|column| format!("CAST(\"{column}\" AS TEXT)")).collect::<Vec<_>>().join(", ");
        for row in all(app, &format!("SELECT {listed} FROM \"{table}\"")).await {
            for (at, column) in columns.iter().enumerate() {
                if let Ok(Some(text)) = row.try_get_by_index::<Option<String>>(at) {
                    cells.push((format!("{table}.{column}"), text));
                }
            }
        }
    }
    assert!(cells.len() > 500, "the tables were not found");
    cells
}

async fn columns(app: &TestApp) -> Vec<(String, Vec<String>)> {
    let tables = match app.db().get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table' ORDER BY 1, 2"
        }
        _ => {
            "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns \
             WHERE table_schema = 'public' ORDER BY 1, 2"
        }
    };
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for row in all(app, tables).await {
        let (table, column): (String, String) = (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
        match found.last_mut() {
            Some((last, columns)) if *last == table => columns.push(column),
            _ => found.push((table, vec![column])),
        }
    }
    assert!(found.len() > 30, "the tables were not found: {found:?}");
    found
}

async fn all(app: &TestApp, sql: &str) -> Vec<sea_orm::QueryResult> {
    let backend = app.db().get_database_backend();
    app.db().query_all_raw(Statement::from_string(backend, sql)).await.unwrap()
}

/// Every file of the data folder, mails included, but for the database itself.
pub fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !name.contains(".db") && !name.contains(".sqlite") {
            found.push((name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned()));
        }
    }
    found
}
