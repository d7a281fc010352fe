//! A network between the platform and its PostgreSQL that can be cut, stopped and refused.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::watch,
    task::{AbortHandle, JoinSet},
};

use crate::support::database::TestDatabase;

/// When a connection is cut for the sake of one statement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cut {
    Never,
    /// What is sent does not reach the server.
    BeforeCommit,
    /// It reaches the server; the answer does not come back.
    AfterCommit,
}

#[derive(Clone)]
struct Rules {
    /// Nothing goes through while this is false.
    flows: watch::Sender<bool>,
    cut: watch::Sender<Cut>,
}

pub struct Proxy {
    port: u16,
    server: String,
    rules: Rules,
    accepting: Mutex<Option<AbortHandle>>,
    open: Arc<Mutex<JoinSet<()>>>,
}

impl Proxy {
    /// Puts itself before a database, whose URL leads through it from then on.
    pub async fn before(database: &mut TestDatabase) -> Self {
        let (start, rest) = database.url.split_once('@').unwrap();
        let (server, name) = rest.split_once('/').unwrap();
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let rules = Rules { flows: watch::channel(true).0, cut: watch::channel(Cut::Never).0 };
        let proxy = Self { port, server: server.to_owned(), rules, accepting: Mutex::default(), open: Arc::default() };
        database.url = format!("{start}@127.0.0.1:{port}/{name}");
        proxy.accept(listener);
        proxy
    }

    fn accept(&self, listener: TcpListener) {
        let (server, rules, open) = (self.server.clone(), self.rules.clone(), Arc::clone(&self.open));
        let accepting = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                open.lock().unwrap().spawn(carry(client, server.clone(), rules.clone()));
            }
        });
        *self.accepting.lock().unwrap() = Some(accepting.abort_handle());
    }

    /// Ends every connection, as a server that restarts does.
    pub async fn cut(&self) {
        let mut open = std::mem::take(&mut *self.open.lock().unwrap());
        open.shutdown().await;
    }

    /// Ends every connection and refuses new ones.
    pub async fn refuse(&self) {
        if let Some(accepting) = self.accepting.lock().unwrap().take() {
            accepting.abort();
        }
        while TcpStream::connect(("127.0.0.1", self.port)).await.is_ok() {
            tokio::task::yield_now().await;
        }
        self.cut().await;
    }

    pub async fn accept_again(&self) {
        self.accept(TcpListener::bind(("127.0.0.1", self.port)).await.unwrap());
    }

    /// Stops everything under way, and lets it go on.
    pub fn flows(&self, flows: bool) {
        self.rules.flows.send_replace(flows);
    }

    pub fn cuts(&self, cut: Cut) {
        self.rules.cut.send_replace(cut);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        if let Some(accepting) = self.accepting.lock().unwrap().take() {
            accepting.abort();
        }
    }
}

async fn carry(client: TcpStream, server: String, rules: Rules) {
    let server = TcpStream::connect(server).await.unwrap();
    let ((from_client, to_client), (from_server, to_server)) = (client.into_split(), server.into_split());
    // Either end that is gone ends both.
    tokio::select! {
        () = carry_on(from_client, to_server, &rules, true) => (),
        () = carry_on(from_server, to_client, &rules, false) => (),
    }
}

async fn carry_on(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, rules: &Rules, is_asking: bool) {
    let (mut flows, mut buffer) = (rules.flows.subscribe(), vec![0; 64 * 1024]);
    loop {
        let Ok(read @ 1..) = from.read(&mut buffer).await else { return };
        if flows.wait_for(|flows| *flows).await.is_err() {
            return;
        }
        let commits = is_asking && buffer[..read].windows(6).any(|piece| piece == b"COMMIT");
        let cut = if commits { *rules.cut.borrow() } else { Cut::Never };
        if cut == Cut::BeforeCommit || to.write_all(&buffer[..read]).await.is_err() {
            return;
        }
        if cut == Cut::AfterCommit {
            // The server has it, and closes its end when it has done what it was told.
            let _ = to.shutdown().await;
            return;
        }
    }
}
