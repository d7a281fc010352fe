//! One file per change of the database; runs on SQLite and PostgreSQL and imports nothing of ours.
