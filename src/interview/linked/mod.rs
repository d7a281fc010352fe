//! The page behind the link of an invitation: whose it is, and whether they may be interviewed.

pub mod handlers;
mod pages;
