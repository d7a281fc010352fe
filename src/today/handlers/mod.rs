//! The page of today and what is pressed on it; and the letters that did not arrive.

pub mod letters;
pub mod lines;
