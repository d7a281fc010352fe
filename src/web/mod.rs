//! The web kit: what stands between a socket and a handler.

pub mod body_limit;
pub mod headers;
mod pace;
pub mod panic;
mod places;
pub mod server;
