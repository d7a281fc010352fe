//! Around every page: whom it told of is written into the reading log, and what was done or refused into the security
//! log. It stands right around the pages, so that a page asked for by another layer is written down as well.

pub(in crate::account) mod by_link;
pub mod handlers;
