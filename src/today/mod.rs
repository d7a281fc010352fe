//! What needs whom today. Only reads.

pub mod handlers;
mod kinds;
mod pages;
mod queries;
