//! The server against peers that are slow, silent, crowding or dishonest: raw sockets on a real port.

mod answers;
mod bodies;
mod crowds;
mod memory;
mod site;
mod slow;
mod watched;
