//! Journeys in a real browser: what people see and do, on a desk and on a phone.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its setting up included")]

mod axe;
mod driver;
mod harness;
mod site;
