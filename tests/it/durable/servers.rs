//! Which databases are used, and what only reads there.

use brobyg::database::{only_reads, suits};

#[test]
fn only_a_database_that_keeps_every_letter_is_used() {
    assert!(suits("UTF8", 150_018).is_ok());
    for encoding in ["LATIN1", "SQL_ASCII", "WIN1252"] {
        assert!(suits(encoding, 170_002).unwrap_err().to_string().contains(encoding));
    }
}

#[test]
fn a_server_that_is_too_old_is_named() {
    let refused = suits("UTF8", 90_624).unwrap_err().to_string();
    assert_eq!(refused, "The database server is PostgreSQL 9. Version 15 or later is needed.");
    assert!(suits("UTF8", 149_999).is_err());
}

#[test]
fn what_writes_is_never_taken_for_reading() {
    let reading =
        ["SELECT 1", " select \"id\" FROM users", "PRAGMA integrity_check", "WITH a AS (SELECT 1) SELECT * FROM a"];
    let writing = [
        "INSERT INTO a VALUES (1) RETURNING id",
        "update a set b = 1",
        "WITH a AS (DELETE FROM b RETURNING id) SELECT * FROM a",
        "",
    ];
    assert!(reading.iter().all(|sql| only_reads(sql)));
    assert!(!writing.iter().any(|sql| only_reads(sql)));
}
