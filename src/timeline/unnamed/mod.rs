//! A case as an evaluator reads it: what happened and on which day of it, without names, dates, or anything that somebody wrote
//! freely (docs/adr/0073).

mod facts;
pub mod handlers;
mod pages;
