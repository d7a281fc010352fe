//! What calendars read (RFC 5545, RFC 5546): a meeting as an invitation that clients obey, or many as a feed.

mod event;
mod lines;

pub use event::{Event, Method, feed, invitation};
