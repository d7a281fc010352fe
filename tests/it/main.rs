//! The tests of the whole product, in one binary.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its setting up included")]

mod about;
mod account;
mod anonymous_card;
mod architecture;
mod backup;
mod command;
mod course;
mod crash;
mod enquiry;
mod exchange;
mod industry;
mod lists;
mod locales;
mod look;
mod matching;
mod mentor;
mod message;
mod outcome;
mod own_database;
mod partner;
mod permissions;
mod planning;
mod proposal_clock;
mod proposals;
mod reasons;
mod referral;
mod relevance;
mod search;
mod seat_races;
mod server;
mod shortage;
mod support;
mod survey;
mod today;
mod verify;
