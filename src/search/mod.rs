//! The search kit: Danish words, and an index of mentors on disk or in memory.

pub mod danish;
