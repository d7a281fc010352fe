//! Serves the site straight on a port, with no proxy in front: slow, silent and crowding peers are shown out.
//!
//! HTTP/1.1 only: without TLS no browser speaks HTTP/2, and its reset floods then cannot reach us.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use std::{fmt, io};

use hyper::body::Incoming;
use hyper::http::uri::Scheme;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Addr, Body, Endpoint, IntoEndpoint, Request};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::network::Network;
use crate::web::pace::{TimedBody, TimedSocket};
use crate::web::places::{Place, Places};

/// Largest request head in bytes; a larger one is answered with 431.
const HEAD_BYTES: usize = 32 * 1024;
/// Most headers of a request; more are answered with 431.
const HEADERS: usize = 100;
/// Rest after the system refused us a new socket, so that a full table of open files does not spin the processor.
const REST: Duration = Duration::from_millis(100);

/// How patient the server is, and with how many at once.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Longest wait for a complete request head, counted from the opened connection or the answer before.
    pub head: Duration,
    /// Longest time for each full MiB of a request's body, counted from when we first wait for it.
    pub body: Duration,
    /// Longest time a reader may keep us waiting for each 128 KiB of an answer.
    pub answer: Duration,
    /// Longest time spent reading what a peer still sends after the last answer, so that it sees that answer.
    pub farewell: Duration,
    /// Longest time that running requests are given when the server stops.
    pub shutdown: Duration,
    /// Most open connections. When all are taken, the one waiting longest for its next request gives way.
    pub connections: usize,
    /// Most open connections of one address (of one /64 network in IPv6).
    pub connections_per_address: usize,
    /// Peers that are free of the limit per address: a proxy speaks for everybody.
    pub free: Vec<Network>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(30),
            body: Duration::from_secs(30),
            answer: Duration::from_secs(30),
            farewell: Duration::from_secs(2),
            shutdown: Duration::from_secs(10),
            connections: 800,
            connections_per_address: 100,
            free: this_machine(),
        }
    }
}

fn this_machine() -> Vec<Network> {
    ["127.0.0.0/8", "::1"].iter().filter_map(|network| network.parse().ok()).collect()
}

/// Answers with `endpoint` until `shutdown` completes, then lets running requests end for at most
/// [`Limits::shutdown`].
///
/// # Errors
/// When the listener has no local address. A connection that fails ends alone.
pub async fn serve(
    listener: TcpListener,
    endpoint: impl IntoEndpoint<Endpoint: 'static>,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let house = Arc::new(House {
        endpoint: endpoint.into_endpoint(),
        local: listener.local_addr()?,
        places: Places::new(&limits),
        limits,
    });
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let mut shutdown = pin!(shutdown);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut shutdown => break,
            accepted = accept(&listener) => accepted,
        };
        while connections.try_join_next().is_some() {}
        if let Some(place) = house.places.take(peer.ip()) {
            connections.spawn(house.clone().host(stream, peer, place, graceful.watcher()));
        }
    }
    drop(listener);
    if tokio::time::timeout(house.limits.shutdown, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were still running when the server stopped");
    }
    Ok(())
}

async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(REST).await;
            }
        }
    }
}

/// What all connections of one server share.
struct House<E> {
    endpoint: E,
    local: SocketAddr,
    places: Places,
    limits: Limits,
}

impl<E: Endpoint + 'static> House<E> {
    /// Serves one connection from its first byte to its last.
    async fn host(self: Arc<Self>, stream: TcpStream, peer: SocketAddr, place: Place, watcher: Watcher) {
        if let Err(error) = stream.set_nodelay(true) {
            log_end(&error);
        }
        let socket = TokioIo::new(TimedSocket::new(stream, self.limits.answer, self.limits.farewell));
        let service = service_fn(|request| self.answer(request, peer, &place));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.head)
            .max_header_size(HEAD_BYTES)
            .max_headers(HEADERS)
            .serve_connection(socket, service);
        tokio::select! {
            ended = watcher.watch(connection) => if let Err(error) = ended { log_end(&error) },
            () = place.given_up() => tracing::debug!("a waiting connection gave its place away"),
        }
    }

    async fn answer(
        &self,
        request: hyper::Request<Incoming>,
        peer: SocketAddr,
        place: &Place,
    ) -> Result<hyper::Response<impl hyper::body::Body<Data: Send, Error = io::Error> + use<E>>, Infallible> {
        place.busy();
        let addresses = (LocalAddr(Addr::SocketAddr(self.local)), RemoteAddr(Addr::SocketAddr(peer)));
        let mut request = Request::from((request, addresses.0, addresses.1, Scheme::HTTP));
        let body = request.take_body();
        if !body.is_empty() {
            request.set_body(Body::from_async_read(TimedBody::new(body.into_async_read(), self.limits.body)));
        }
        let response = self.endpoint.get_response(request).await;
        place.waiting();
        Ok(hyper::Response::from(response))
    }
}

/// Peers leave in the middle of a sentence all day long; that is no concern of the operator.
fn log_end(error: &dyn fmt::Display) {
    tracing::debug!(%error, "a connection ended early");
}
