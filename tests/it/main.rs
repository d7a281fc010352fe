//! The tests of the whole product, in one binary.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its setting up included")]

mod account;
mod architecture;
mod backup;
mod course;
mod exchange;
mod industry;
mod locales;
mod look;
mod mentor;
mod message;
mod outcome;
mod own_database;
mod referral;
mod partner;
mod permissions;
mod relevance;
mod search;
mod server;
mod support;
mod survey;
mod verify;
