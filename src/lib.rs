//! Brobyg: the platform of a volunteer business-mentor scheme.

pub mod account;
pub mod app;
pub mod clock;
pub mod command;
pub mod config;
pub mod course;
pub mod database;
pub mod enquiry;
pub mod error;
pub mod exchange;
pub mod industry;
pub mod jobs;
pub mod matching;
pub mod mentor;
pub mod message;
pub mod outcome;
pub mod partner;
pub mod planning;
pub mod record;
pub mod referral;
pub mod routes;
pub mod search;
pub mod survey;
pub mod today;
pub mod web;
