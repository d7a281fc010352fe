//! Wanting no more messages of a sort: behind the link that such a message carries.

pub mod handlers;
mod pages;
