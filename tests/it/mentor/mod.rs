//! Mentors: seats, status, application, screening, profile, pause, leaving, and their copy in the search index.

mod index;
mod seats;
mod status;
