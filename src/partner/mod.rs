//! Partners that refer young people, the housing areas they work in, and the projects that fund it all.

pub mod agreements;
mod areas;
mod close;
mod edit;
mod forms;
pub mod handlers;
mod list;
mod pages;
pub mod projects;
mod referrers;

pub use areas::{AreaError, NewArea, add_area, change_area, close_area, find_area, open_area};
pub use close::{CloseError, close, reopen};
pub use edit::{EditError, NewPartner, change, create};
pub use list::{Listed, PartnersFilter, area_choices, called, choices, find, find_by_name, ids, open_choices, page_of};
