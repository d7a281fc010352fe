//! `limit PORT BYTES`: answers every request on 127.0.0.1 with so many bytes from memory, and does nothing else.
//!
//! No page of the product can be cheaper than this, so `bin/bench` shows how far above it the product stands.

use std::io;

use poem::{Server, endpoint::make_sync, listener::TcpListener, web::Html};

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let port: u16 = number(arguments.next(), "PORT")?;
    let bytes: usize = number(arguments.next(), "BYTES")?;
    let page: &'static str = "x".repeat(bytes).leak();
    Server::new(TcpListener::bind(("127.0.0.1", port))).run(make_sync(move |_| Html(page))).await
}

fn number<N: std::str::FromStr>(argument: Option<String>, name: &str) -> io::Result<N> {
    let number = argument.and_then(|argument| argument.parse().ok());
    number.ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidInput, format!("usage: limit PORT BYTES; {name} is missing"))
    })
}
