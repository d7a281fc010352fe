//! What is acknowledged is kept, whatever fails beneath; and when the cause is gone, the platform goes on by itself.

mod full_disk;
mod lock;
mod postgres;
mod program;
mod proxy;
mod resting_jobs;
mod rights;
mod servers;
mod starts;
mod stopping;
mod turns;
mod without_data;

use crate::support::database::on_postgres;

/// Tests of SQLite's own files have nothing to try on PostgreSQL.
fn only_sqlite() -> bool {
    !on_postgres()
}
