//! The demo, filled on the day of the tests: it shows what a scheme meets on an ordinary day.

mod courses;
mod people;
mod proposals;

use brobyg::command::demo;

use crate::support::{self, TestApp};

/// A platform filled as the demo is.
async fn filled() -> TestApp {
    let app = support::start().await.into_demo();
    demo::fill(&app.app).await.unwrap();
    app
}

/// How many of these it is true of.
fn count<T>(all: &[T], is_so: impl Fn(&T) -> bool) -> usize {
    all.iter().filter(|one| is_so(one)).count()
}
