//! The tests of the whole product, in one binary.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its setting up included")]

mod account;
mod course;
mod message;
mod own_database;
mod mentor;
mod server;
mod support;
