//! Brobyg: the platform of a volunteer business-mentor scheme.

pub mod app;
pub mod clock;
pub mod config;
pub mod database;
pub mod error;
pub mod web;
