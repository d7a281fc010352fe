//! The real program, killed in the middle of writing: whatever it acknowledged is there afterwards.

mod index;
mod messages;

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use brobyg::{account, clock::Clock};
use entity::{partners, users::Role};
use sea_orm::{EntityTrait, QuerySelect};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::Notify,
    task::JoinSet,
};

use crate::support::{
    self, TestApp,
    process::{begin, free_port, serve},
};

const ROUNDS: usize = 10;
const WRITERS: usize = 4;

/// What a writer needs to post a form as an administrator.
#[derive(Clone)]
struct Post {
    port: u16,
    cookie: String,
    token: String,
}

impl Post {
    async fn by_administrator(app: &TestApp, port: u16) -> Self {
        let astrid = app.user("Astrid", Role::Administrator, None).await;
        // The program has the computer's clock, not the one of the tests.
        let (tx, now) = (app.db().begin().await.unwrap(), Clock::system().now());
        let session = account::start_session(&tx, now, &app.app.config.rules, astrid.id).await.unwrap();
        tx.commit().await.unwrap();
        let cookie = format!("{}={session}", account::session_cookie(&app.app));
        Self { port, token: app.app.csrf.token(&session, None), cookie }
    }

    /// Adds a partner. True when the platform answered that it is written.
    async fn add_partner(&self, name: &str) -> std::io::Result<bool> {
        let form = serde_html_form::to_string([("_csrf", self.token.as_str()), ("name", name)]).unwrap();
        let request = format!(
            "POST /admin/partners/new HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nCookie: {}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.port,
            self.cookie,
            form.len()
        );
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await?;
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        Ok(answer.starts_with(b"HTTP/1.1 303"))
    }
}

/// Writes partners until the platform is gone, and remembers those that were acknowledged.
async fn write(post: Post, round: usize, writer: usize, acknowledged: Arc<Acknowledged>) {
    for number in 0.. {
        let name = format!("Helhedsplan {round}-{writer}-{number}");
        match post.add_partner(&name).await {
            Ok(true) => acknowledged.add(name),
            Ok(false) | Err(_) => return,
        }
    }
}

#[derive(Default)]
struct Acknowledged {
    names: Mutex<BTreeSet<String>>,
    count: AtomicUsize,
    more: Notify,
}

impl Acknowledged {
    fn add(&self, name: String) {
        self.names.lock().unwrap().insert(name);
        self.count.fetch_add(1, Ordering::SeqCst);
        self.more.notify_one();
    }

    async fn reaches(&self, count: usize) {
        while self.count.load(Ordering::SeqCst) < count {
            self.more.notified().await;
        }
    }
}

async fn partner_names(app: &TestApp) -> BTreeSet<String> {
    let names = partners::Entity::find().select_only().column(partners::Column::Name).into_tuple::<String>();
    names.all(app.db()).await.unwrap().into_iter().collect()
}

#[tokio::test]
async fn what_was_acknowledged_survives_being_killed_again_and_again() {
    let app = support::start().await;
    let port = free_port();
    let post = Post::by_administrator(&app, port).await;
    let acknowledged = Arc::new(Acknowledged::default());

    for round in 0..ROUNDS {
        let mut server = serve(&app, port);
        let before = acknowledged.count.load(Ordering::SeqCst);
        let mut writers = JoinSet::new();
        for writer in 0..WRITERS {
            writers.spawn(write(post.clone(), round, writer, Arc::clone(&acknowledged)));
        }
        // Each round ends at another moment of the work.
        tokio::select! {
            () = acknowledged.reaches(before + 3 + 2 * round) => (),
            ended = writers.join_next() => panic!("a writer was refused: {ended:?}"),
        }
        server.kill();
        while writers.join_next().await.is_some() {}

        let kept = partner_names(&app).await;
        let told = acknowledged.names.lock().unwrap().clone();
        assert_eq!(told.difference(&kept).collect::<Vec<_>>(), Vec::<&String>::new(), "lost in round {round}");
        assert_eq!(app.findings().await.wrong, Vec::<String>::new(), "round {round}");
    }
}

#[tokio::test]
async fn an_import_that_is_killed_has_written_all_or_nothing() {
    let app = support::start().await;
    let pilot = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pilot");

    for round in 0..3 {
        let mut import = begin(&app, &["import", pilot]);
        // Other work passes by, more in each round, so that the end comes at another moment.
        for _ in 0..round * 40 {
            partner_names(&app).await;
        }
        import.kill();

        let kept = partner_names(&app).await.len();
        assert!(kept == 0 || kept == 6, "{kept} of 6 partners were written");
        assert_eq!(app.findings().await.wrong, Vec::<String>::new());
    }
}
