//! Brobyg: the platform of a volunteer business-mentor scheme.

pub mod web;
