//! Whether, by which way and in which language people are written to or asked; and what is said of it.

mod asked_again;
mod contact;
mod declared;
mod found_dead;
mod invited;
mod language;
mod left;
mod letters;
mod partner;
mod rare;
pub mod scene;
mod standing;
mod stopped;
mod surveys;
mod texts;
mod told;
mod trouble;
mod ways;
