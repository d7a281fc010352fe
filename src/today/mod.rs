//! What needs whom today. Only reads.

pub mod handlers;
mod pages;
mod queries;
