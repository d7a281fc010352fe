//! Outcome figures: what became of the referrals of a period. Only reads.
//!
//! The definitions are version [`VERSION`]; each figure carries its numerator, denominator, period and as-of date.

mod answers;
mod answers_table;
mod answers_view;
mod catalogue;
mod courses_table;
mod definitions_table;
mod figures;
mod figures_table;
mod figures_text;
mod forms;
pub mod handlers;
mod known;
mod later_lines;
mod pages;
mod population;
mod rate;
pub mod response;
mod since;
mod since_view;
mod targets;

pub use figures::{Figures, figures};
pub use figures_table::{figure_lines, figures_table};
pub use figures_text::figures_text;
pub use known::{Later, What};
pub use population::{Population, Span};
pub use rate::Rate;
pub use targets::{Target, targets};

/// Version of the definitions of all figures.
pub const VERSION: u32 = 1;
