//! A year later: a mentor is told once a year, in figures alone, what became of the people they met (docs/adr/0061).

mod figures;
pub mod letters;
mod tell;

pub use tell::{tell, to_tell};
