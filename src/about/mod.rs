//! What the platform says about itself: how accessible it is, and what it keeps about whom.

pub mod handlers;
mod pages;
