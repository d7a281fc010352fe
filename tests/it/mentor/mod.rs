//! Mentors: seats, status, application, screening, profile, pause, leaving, and their copy in the search index.

mod activities;
mod address;
mod applying;
mod certificates;
mod index;
mod list;
mod profile;
mod screening;
mod seats;
mod status;
