//! Journeys in a real browser: what people see and do, on a desk and on a phone.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its setting up included")]

mod administering;
mod axe;
mod driver;
mod everywhere;
mod hands;
mod harness;
mod house;
mod joining;
mod keeping;
mod line;
#[expect(dead_code, reason = "the tests in process use more of it")]
#[path = "../it/permissions/matrix.rs"]
mod matrix;
mod patience;
mod planning;
mod reaching;
mod right_to_left;
#[expect(dead_code, reason = "the tests in process use more of it")]
#[path = "../it/permissions/scene/mod.rs"]
mod scene;
mod site;
#[expect(dead_code, unused_imports, reason = "the tests in process use more of it")]
#[path = "../it/support/mod.rs"]
mod support;
mod taps;
