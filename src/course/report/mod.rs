//! What the partner is told of the courses of a referral: how long, how often they met, how it ended, what comes next.
//! What the two said to each other, and what staff noted, stays out of it.

pub mod handlers;
mod pages;
mod queries;
mod view;
