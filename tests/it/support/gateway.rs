//! A gateway for one test: it speaks real HTTP on a port of its own, and answers, breaks off or hangs.

use std::sync::{Arc, Mutex};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader},
    net::TcpListener,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    },
};

/// How it meets a message.
#[derive(Clone, Debug)]
pub enum Mood {
    /// Reads it and answers with a status and a body.
    Says(u16, Value),
    /// Reads it and says nothing more.
    Hangs,
    /// Reads it and closes the connection.
    HangsUp,
}

/// What was asked of it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `POST /path HTTP/1.1`
    pub line: String,
    pub heads: Vec<(String, String)>,
    pub body: String,
}

impl Asked {
    pub fn head(&self, name: &str) -> &str {
        self.heads.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

pub struct GatewayServer {
    pub url: String,
    mood: Arc<Mutex<Mood>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl GatewayServer {
    pub async fn open(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/send", listener.local_addr().unwrap());
        let server = Self { url, mood: Arc::new(Mutex::new(mood)), asked: Arc::default() };
        let (mood, asked) = (server.mood.clone(), server.asked.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, mood.clone(), asked.clone()));
            }
        });
        server
    }

    /// The same over TLS, as `localhost`, for which the authority of the tests vouches.
    pub async fn open_with_tls(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://localhost:{}/send", listener.local_addr().unwrap().port());
        let server = Self { url, mood: Arc::new(Mutex::new(mood)), asked: Arc::default() };
        let (mood, asked, tls) = (server.mood.clone(), server.asked.clone(), acceptor());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                if let Ok(stream) = tls.accept(stream).await {
                    tokio::spawn(converse(stream, mood.clone(), asked.clone()));
                }
            }
        });
        server
    }

    pub fn turns(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

/// The certificate of the authority that vouches for the stand-in.
pub const AUTHORITY: &str = "tests/fixtures/tls/authority.pem";

fn acceptor() -> TlsAcceptor {
    let chain = vec![CertificateDer::from_pem_file("tests/fixtures/tls/localhost.pem").unwrap()];
    let key = PrivateKeyDer::from_pem_file("tests/fixtures/tls/localhost.key").unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    TlsAcceptor::from(Arc::new(config.with_single_cert(chain, key).unwrap()))
}

async fn converse(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    mood: Arc<Mutex<Mood>>,
    asked: Arc<Mutex<Vec<Asked>>>,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        if line.trim().is_empty() {
            break;
        }
        lines.push(line.trim().to_owned());
    }
    let split = |line: &String| line.split_once(':').map(|(name, value)| (name.to_owned(), value.trim().to_owned()));
    let mut one =
        Asked { line: lines[0].clone(), heads: lines.iter().skip(1).filter_map(split).collect(), body: String::new() };
    let mut body = vec![0; one.head("content-length").parse().unwrap_or(0)];
    stream.read_exact(&mut body).await?;
    one.body = String::from_utf8(body).unwrap();
    asked.lock().unwrap().push(one);
    let mood = mood.lock().unwrap().clone();
    match mood {
        Mood::Hangs => std::future::pending().await,
        Mood::HangsUp => Ok(()),
        Mood::Says(status, said) => {
            let said = said.to_string();
            let head = format!(
                "HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
                said.len()
            );
            stream.write_all(format!("{head}{said}").as_bytes()).await?;
            stream.flush().await
        }
    }
}
