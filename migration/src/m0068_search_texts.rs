//! What is searched of people, partners and cases, folded. The database makes, empties and removes the rows by itself; the
//! product writes them.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A kind, its table, and the columns that are searched.
const WATCHED: [(&str, &str, &[&str]); 8] = [
    ("course", "courses", &["reference"]),
    ("enquiry", "enquiries", &["first_name", "asker_name", "place", "wish", "email", "phone"]),
    (
        "mentor",
        "mentors",
        &["name", "reference", "email", "phone", "occupation", "employer", "keywords", "town", "postcode"],
    ),
    ("partner", "partners", &["name", "town", "postcode", "contact_name", "contact_email"]),
    ("referral", "referrals", &["reference", "wish"]),
    ("unknown_word", "unknown_words", &["word"]),
    ("user", "users", &["name", "email", "phone"]),
    ("young_person", "young_people", &["name", "reference", "phone", "email", "guardian_name", "guardian_phone"]),
];

/// What is looked through row by row lies together, by kind.
const ON_SQLITE: &str = "CREATE TABLE search_texts (kind varchar(16) NOT NULL, id uuid_text NOT NULL, \
    name text NOT NULL, text text NOT NULL, is_stale boolean NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID";
/// Texts are compared sign by sign.
const ON_POSTGRES: &str = "CREATE TABLE search_texts (kind varchar(16) NOT NULL, id uuid NOT NULL, \
    name text COLLATE \"C\" NOT NULL, text text COLLATE \"C\" NOT NULL, is_stale bool NOT NULL, PRIMARY KEY (kind, id))";
const STALE: &str = "CREATE INDEX ix_search_texts_is_stale ON search_texts (kind, id) WHERE is_stale";
const FUNCTION: &str = "CREATE FUNCTION search_texts_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
    IF TG_OP = 'DELETE' THEN DELETE FROM search_texts WHERE kind = TG_ARGV[0] AND id = OLD.id; \
    ELSE INSERT INTO search_texts VALUES (TG_ARGV[0], NEW.id, '', '', true) \
    ON CONFLICT (kind, id) DO UPDATE SET name = '', text = '', is_stale = true; END IF; RETURN NULL; END $$";

const GLOB: &str = "CREATE FUNCTION glob(pattern text, sought text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE \
    AS $$ SELECT sought ~ ('(?e)' || btrim(pattern, '*')) $$";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        let mut statements = vec![if is_postgres { ON_POSTGRES } else { ON_SQLITE }.to_owned(), STALE.to_owned()];
        statements.extend(is_postgres.then(|| FUNCTION.to_owned()));
        // Patterns of letters were searched with it.
        statements.extend(is_postgres.then(|| "DROP FUNCTION glob(text, text)".to_owned()));
        for (kind, table, columns) in WATCHED {
            statements.extend(if is_postgres {
                on_postgres(kind, table, columns)
            } else {
                on_sqlite(kind, table, columns)
            });
            statements.push(format!("INSERT INTO search_texts SELECT '{kind}', id, '', '', true FROM {table}"));
        }
        run(manager, statements).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        let triggers = WATCHED.iter().flat_map(|(_, table, _)| {
            ["made", "changed", "removed"].map(|when| {
                let on = if is_postgres { format!(" ON {table}") } else { String::new() };
                format!("DROP TRIGGER search_texts_{table}_{when}{on}")
            })
        });
        let mut statements: Vec<String> = triggers.collect();
        if is_postgres {
            statements.extend(["DROP FUNCTION search_texts_follow()", GLOB].map(str::to_owned));
        }
        statements.push("DROP TABLE search_texts".to_owned());
        run(manager, statements).await
    }
}

async fn run(manager: &SchemaManager<'_>, statements: Vec<String>) -> Result<(), DbErr> {
    for statement in statements {
        manager.get_connection().execute_unprepared(&statement).await?;
    }
    Ok(())
}

fn on_postgres(kind: &str, table: &str, columns: &[&str]) -> Vec<String> {
    let differs: Vec<String> =
        columns.iter().map(|column| format!("OLD.{column} IS DISTINCT FROM NEW.{column}")).collect();
    let trigger = |when: &str, act: &str, which: &str| {
        format!(
            "CREATE TRIGGER search_texts_{table}_{when} AFTER {act} ON {table} FOR EACH ROW {which} \
             EXECUTE FUNCTION search_texts_follow('{kind}')"
        )
    };
    vec![
        trigger("made", "INSERT", ""),
        trigger("changed", "UPDATE", &format!("WHEN ({})", differs.join(" OR "))),
        trigger("removed", "DELETE", ""),
    ]
}

fn on_sqlite(kind: &str, table: &str, columns: &[&str]) -> Vec<String> {
    let differs: Vec<String> = columns.iter().map(|column| format!("OLD.{column} IS NOT NEW.{column}")).collect();
    let of_old = format!("WHERE kind = '{kind}' AND id = OLD.id");
    let trigger = |when: &str, act: &str, which: &str, then: &str| {
        format!("CREATE TRIGGER search_texts_{table}_{when} AFTER {act} ON {table} {which} BEGIN {then}; END")
    };
    let made = format!("INSERT INTO search_texts VALUES ('{kind}', NEW.id, '', '', true)");
    vec![
        trigger("made", "INSERT", "", &made),
        trigger(
            "changed",
            "UPDATE",
            &format!("WHEN {}", differs.join(" OR ")),
            &format!("UPDATE search_texts SET name = '', text = '', is_stale = true {of_old}"),
        ),
        trigger("removed", "DELETE", "", &format!("DELETE FROM search_texts {of_old}")),
    ]
}
