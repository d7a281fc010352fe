//! The kit of the pages: the safe server, who looks, in which language, forms in, pages and redirects out.

pub mod assets;
pub mod body_limit;
pub mod chart;
pub mod choice;
mod client_address;
mod context;
mod csrf;
mod date_parts;
mod field_errors;
pub mod headers;
pub mod languages;
pub mod navigation;
mod pace;
mod paging;
pub mod panic;
mod places;
mod response;
pub mod server;
pub mod sorting;
pub mod step;
mod submitted;
mod texts;
pub mod times;
mod tr;
pub mod typed;
mod viewer;

pub use client_address::client_address;
pub use context::Ctx;
pub use csrf::{CsrfKey, Expected, new_token, token_hash};
pub use date_parts::DateParts;
pub use field_errors::{FieldErrors, FormError, ShownErrors};
pub use paging::{ListQuery, PAGE_SIZE, Paging, page_number, rows_before};
pub use response::{Notice, invalid, page, see_other, see_other_with};
pub use submitted::{Button, Queried, Submitted};
pub use tr::Tr;
pub use viewer::Viewer;
