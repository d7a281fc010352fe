//! Two records of one young person, side by side, before they become one.

pub mod handlers;
mod pages;
mod queries;
