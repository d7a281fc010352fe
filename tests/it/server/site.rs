//! A small site on a free port, and a peer that speaks in bytes.

use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use brobyg::web::bounds::{Bounds, FORM_BYTES};
use brobyg::web::headers::SecurityHeaders;
use brobyg::web::panic;
use brobyg::web::server::{Limits, serve};
use poem::http::StatusCode;
use poem::web::Data;
use poem::{Body, Endpoint, EndpointExt, IntoResponse, Response, Route, get, handler, post};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, ReadBuf};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;

/// Long after every limit of these tests: reaching it means that the server did not act.
pub const TOO_LONG: Duration = Duration::from_secs(180);

/// The largest body that the site takes: 3 MiB, so that one may take its time.
pub const LARGEST: u64 = 3 * FORM_BYTES;

/// What the handlers of the site tell the test, and what they wait for.
#[derive(Default)]
pub struct Signals {
    pub started: Notify,
    pub go_on: Notify,
    pub download_ended: Notify,
}

pub struct Site {
    pub address: SocketAddr,
    pub signals: Arc<Signals>,
    stop: Option<oneshot::Sender<()>>,
    served: JoinHandle<std::io::Result<()>>,
}

/// Limits short enough to wait for.
pub fn short() -> Limits {
    let short = Duration::from_millis(300);
    Limits { head: short, body: short, answer: short, farewell: short, shutdown: short, ..Limits::default() }
}

impl Site {
    pub async fn open(limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let signals = Arc::new(Signals::default());
        let endpoint = pages(signals.clone());
        let (stop, stopped) = oneshot::channel();
        let shutdown = async move {
            let _ = stopped.await;
        };
        let served = tokio::spawn(serve(listener, endpoint, limits, shutdown));
        Self { address, signals, stop: Some(stop), served }
    }

    pub async fn peer(&self) -> Peer {
        Peer { socket: TcpStream::connect(self.address).await.unwrap() }
    }

    pub async fn peer_from(&self, address: &str) -> Peer {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(SocketAddr::new(address.parse::<IpAddr>().unwrap(), 0)).unwrap();
        Peer { socket: socket.connect(self.address).await.unwrap() }
    }

    /// Sends one request on a connection of its own, and gives the whole answer.
    pub async fn ask(&self, request: &str) -> String {
        let mut peer = self.peer().await;
        peer.say(request).await;
        peer.all().await
    }

    pub fn ask_to_stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    pub async fn stopped(self) {
        within(self.served).await.unwrap().unwrap();
    }
}

pub struct Peer {
    pub socket: TcpStream,
}

impl Peer {
    pub async fn say(&mut self, bytes: &str) {
        self.socket.write_all(bytes.as_bytes()).await.unwrap();
    }

    /// Reads until the server closes; a reset counts as closing.
    pub async fn all(&mut self) -> String {
        let mut bytes = Vec::new();
        let _ = within(self.socket.read_to_end(&mut bytes)).await;
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Reads until `end` has come.
    pub async fn until(&mut self, end: &str) -> String {
        let mut bytes = Vec::new();
        while !bytes.ends_with(end.as_bytes()) {
            bytes.push(within(self.socket.read_u8()).await.unwrap());
        }
        String::from_utf8(bytes).unwrap()
    }

    /// Reads one greeting of the site, or nothing when the server closes before it.
    pub async fn head(&mut self) -> Option<String> {
        let mut bytes = Vec::new();
        while !bytes.ends_with(b"hello") {
            bytes.push(within(self.socket.read_u8()).await.ok()?);
        }
        String::from_utf8(bytes).ok()
    }

    /// Sends a byte every now and then until the server has had enough, and gives what it answered.
    pub async fn drip(mut self) -> String {
        let (mut reader, mut writer) = self.socket.split();
        let mut answer = Vec::new();
        let dripping = async {
            let mut pause = tokio::time::interval(Duration::from_millis(20));
            while writer.write_all(b"a").await.is_ok() {
                pause.tick().await;
            }
            std::future::pending::<()>().await;
        };
        within(async {
            tokio::select! { _ = reader.read_to_end(&mut answer) => {}, () = dripping => {} }
        })
        .await;
        String::from_utf8_lossy(&answer).into_owned()
    }
}

pub async fn within<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(TOO_LONG, future).await.expect("the server should have acted by now")
}

fn pages(signals: Arc<Signals>) -> impl Endpoint {
    Route::new()
        .at("/", get(hello))
        .at("/length", post(length))
        .at("/wait", get(wait))
        .at("/endless", get(endless))
        .at("/panic", get(panics))
        .at("/assets/site.css", get(style))
        .at("/assets/unchanged.css", get(unchanged))
        .data(signals)
        .with(panic::catch())
        .with(Bounds::new(LARGEST))
        .with(SecurityHeaders::new(true))
}

#[handler]
fn hello() -> &'static str {
    "hello"
}

#[handler]
async fn length(body: Vec<u8>) -> String {
    format!("{} bytes", body.len())
}

#[handler]
async fn wait(Data(signals): Data<&Arc<Signals>>) -> &'static str {
    signals.started.notify_one();
    signals.go_on.notified().await;
    "waited"
}

#[handler]
fn endless(Data(signals): Data<&Arc<Signals>>) -> Body {
    Body::from_async_read(Endless(signals.clone()))
}

#[handler]
fn panics() {
    panic!("Karla lives at Mentorvej 1")
}

#[handler]
fn style() -> Response {
    "body {}".with_header("cache-control", "max-age=31536000, immutable").into_response()
}

#[handler]
fn unchanged() -> poem::Result<()> {
    Err(StatusCode::NOT_MODIFIED.into())
}

/// A download without end that tells when the server let go of it.
struct Endless(Arc<Signals>);

impl AsyncRead for Endless {
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        let room = buf.remaining();
        buf.initialize_unfilled().fill(b'a');
        buf.advance(room);
        Poll::Ready(Ok(()))
    }
}

impl Drop for Endless {
    fn drop(&mut self) {
        self.0.download_ended.notify_one();
    }
}
