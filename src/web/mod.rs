//! HTTP alone: the safe server, bounds and headers, what comes in and from where.

pub mod assets;
pub mod bounds;
mod client_address;
mod costly;
pub mod headers;
mod needs;
mod origin;
mod own_path;
mod pace;
mod packed;
pub mod panic;
mod places;
mod posted;
pub mod refill;
pub mod server;
mod submitted;
mod watched;

pub use client_address::{client, client_network};
pub use costly::costly;
pub use needs::{asks_what_is_needed, needs_data, page_needs_data, without_data};
pub use origin::{Provenance, provenance};
pub use own_path::{is_own_path, own_path};
pub use pace::TimedSocket;
pub use packed::Packed;
pub use posted::{PASSWORDS, Posted};
pub use submitted::{Button, Queried, Submitted, Unrecognised};
pub use watched::{network_of, pattern_of, refusal, seen};
