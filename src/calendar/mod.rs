//! What calendars read (RFC 5545, RFC 5546): a meeting as an invitation that clients obey, or many as a feed;
//! and what they answer.

mod event;
mod lines;
mod reply;

pub use event::{Event, Method, feed, invitation, published};
pub use lines::address as named;
pub use reply::{Reply, replies};
