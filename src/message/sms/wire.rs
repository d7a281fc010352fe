//! One request over HTTP or HTTPS, which knows whether anything of it may have arrived.
//!
//! Each request has a connection of its own: a message every few seconds is worth no pool, and on a connection that was
//! used before nobody can tell whether the other side had closed it already or read the request.

use std::{sync::Arc, time::Duration};

use http_body_util::{BodyExt, Limited};
use hyper::{Request, client::conn::http1, rt};
use hyper_util::rt::TokioIo;
use rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName};
use tokio::{net::TcpStream, time::timeout};
use tokio_rustls::TlsConnector;
use url::Url;

/// The largest answer that is read, in bytes. What a gateway says of one message is far smaller.
const LARGEST_ANSWER: usize = 64 * 1024;

/// Nobody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// It is not reached: nothing of the request left the house.
    Away,
    /// Nobody vouches for its name, or it speaks no TLS: nothing left either.
    Unvouched,
    /// The request was under way: it may have been carried out.
    Silent,
}

/// How long is waited for each step.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    pub connecting: Duration,
    /// From the first byte of the request to the last of the answer.
    pub answer: Duration,
}

/// Those who vouch for names on the internet, as this machine knows them. Cheap to clone.
#[derive(Clone)]
pub struct Vouchers(TlsConnector);

impl Vouchers {
    /// # Errors
    /// When the machine knows none.
    pub fn load() -> Result<Self, &'static str> {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if roots.is_empty() {
            return Err("this machine has no certificates of authorities");
        }
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let config = config.with_safe_default_protocol_versions().map_err(|_| "no version of TLS is known")?;
        Ok(Self(TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))))
    }
}

/// Sends a request and reads the answer: its status and its body.
///
/// # Errors
/// When there was none, and whether the request may have been read all the same.
pub async fn ask(
    vouchers: Option<&Vouchers>,
    url: &Url,
    request: Request<String>,
    patience: Patience,
) -> Result<(u16, Vec<u8>), Lost> {
    let connecting = connect(vouchers, url);
    let mut sender = timeout(patience.connecting, connecting).await.unwrap_or(Err(Lost::Away))?;
    let answering = async {
        let answer = sender.send_request(request).await.ok()?;
        let status = answer.status().as_u16();
        let body = Limited::new(answer.into_body(), LARGEST_ANSWER).collect().await.ok()?;
        Some((status, body.to_bytes().to_vec()))
    };
    timeout(patience.answer, answering).await.ok().flatten().ok_or(Lost::Silent)
}

async fn connect(vouchers: Option<&Vouchers>, url: &Url) -> Result<http1::SendRequest<String>, Lost> {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let port = url.port_or_known_default().unwrap_or_default();
    let stream = TcpStream::connect((host, port)).await.map_err(|_| Lost::Away)?;
    match (url.scheme(), vouchers) {
        ("https", Some(Vouchers(tls))) => {
            let name = ServerName::try_from(host.to_owned()).map_err(|_| Lost::Unvouched)?;
            begin(TokioIo::new(tls.connect(name, stream).await.map_err(|_| Lost::Unvouched)?)).await
        }
        ("http", _) => begin(TokioIo::new(stream)).await,
        _ => Err(Lost::Away),
    }
}

async fn begin<S>(stream: S) -> Result<http1::SendRequest<String>, Lost>
where
    S: rt::Read + rt::Write + Unpin + Send + 'static,
{
    let (sender, connection) = http1::handshake::<S, String>(stream).await.map_err(|_| Lost::Away)?;
    // Ends with the sender. What goes wrong on it is told there.
    tokio::spawn(async move {
        let _ = connection.await;
    });
    Ok(sender)
}
