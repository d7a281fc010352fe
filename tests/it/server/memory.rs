//! The memory of the real program while peers send what is small on the way and large when it is taken in.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

use super::site::within;
use crate::support::{
    self,
    process::{Running, free_port, serve},
};

/// How many do the same at once.
const CROWD: usize = 40;
/// MiB that the crowd may cost: each its megabyte, as often as it is held while a form is read, and some air.
const ALLOWED: u64 = 120;

struct Program {
    running: Running,
    port: u16,
    cookie: String,
    token: String,
}

impl Program {
    async fn start(app: &support::TestApp) -> Self {
        let port = free_port();
        let running = serve(app, port);
        let cookie = "visitor=anybody".to_owned();
        Self { running, port, cookie, token: app.app.csrf.token("anybody", None) }
    }

    /// A form for the door, which everybody may knock at.
    fn form(&self, headers: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "POST /sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n{headers}Content-Length: {}\r\n\r\n",
            self.cookie,
            body.len()
        );
        [head.as_bytes(), body].concat()
    }

    /// Sends the same, alone and then on many connections at once. Alone it is answered with this status; of the crowd
    /// some may be told to come again, as only a few large forms are read at once. Memory stays small.
    async fn withstands(&self, what: &str, request: Vec<u8>, status: &str) {
        let alone = ask(self.port, request.clone()).await;
        assert!(alone.starts_with(&format!("HTTP/1.1 {status}")), "{what}, alone: {alone:.300}");
        let before = self.running.peak_memory();
        let mut crowd = JoinSet::new();
        for _ in 0..CROWD {
            crowd.spawn(ask(self.port, request.clone()));
        }
        while let Some(answer) = within(crowd.join_next()).await {
            let answer = answer.unwrap();
            let is_answered = answer.starts_with(&format!("HTTP/1.1 {status}")) || is_told_to_wait(&answer);
            assert!(is_answered, "{what}: {answer:.300}");
        }
        let grown = self.running.peak_memory().saturating_sub(before);
        assert!(grown < ALLOWED, "{what}: {CROWD} at once took {grown} MiB");
    }
}

/// The answer to a request on a connection of its own.
async fn ask(port: u16, request: Vec<u8>) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    // Whoever is refused early may find the door closed while still speaking.
    let spoken = stream.write_all(&request).await;
    let mut answer = Vec::new();
    let heard = stream.read_to_end(&mut answer).await;
    match (answer.is_empty(), spoken, heard) {
        (true, spoken, heard) => format!("nothing: {spoken:?}, {heard:?}"),
        _ => String::from_utf8_lossy(&answer).into_owned(),
    }
}

fn is_told_to_wait(answer: &str) -> bool {
    answer.starts_with("HTTP/1.1 503") && answer.to_lowercase().contains("retry-after: ")
}

/// So many MiB of the letter a, packed with gzip.
fn packed(mib: usize) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&vec![b'a'; mib * 1024 * 1024]).unwrap();
    packed.finish().unwrap()
}

/// So many MiB of the letter a as zstd packs them: a head without a length, and blocks that repeat one letter.
fn packed_further(mib: usize) -> Vec<u8> {
    const BLOCK: u32 = 128 * 1024;
    let blocks = mib * 8;
    let block = |number: usize| {
        let head = (BLOCK << 3) | (1 << 1) | u32::from(number + 1 == blocks);
        [&head.to_le_bytes()[..3], b"a"].concat()
    };
    let head = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x88];
    [head.to_vec(), (0..blocks).flat_map(block).collect()].concat()
}

#[tokio::test]
async fn a_packed_body_is_refused_whatever_its_encoding_is_called() {
    let app = support::start().await;
    let program = Program::start(&app).await;
    let names =
        ["gzip", "GZip", "deflate", "br", "zstd", "Zstd", "x-gzip", "compress", "zstd, zstd", "identity, br", "a"];
    for name in names {
        let body = if name.to_lowercase().contains("zstd") { packed_further(64) } else { packed(8) };
        let header = format!("Content-Encoding: {name}\r\n");
        program.withstands(name, program.form(&header, &body), "415").await;
    }
    for headers in ["Content-Encoding: identity\r\nContent-Encoding: zstd\r\n", "content-encoding: zstd\r\n"] {
        program.withstands(headers, program.form(headers, &packed_further(64)), "415").await;
    }
}

#[tokio::test]
async fn a_form_of_very_many_or_very_long_fields_is_refused_without_taking_it_apart() {
    let app = support::start().await;
    let program = Program::start(&app).await;
    let token = format!("_csrf={}", program.token);
    let bodies = [
        ("a hundred thousand fields", format!("{token}{}", "&a=b".repeat(100_000)), "413"),
        ("a mebibyte of separators", format!("{token}{}", "&".repeat(1024 * 1024 - token.len())), "413"),
        ("separators without a token", "&".repeat(1024 * 1024), "413"),
        ("one long field", format!("{token}&email={}", "a".repeat(1024 * 1024 - 100)), "422"),
        ("one long escaped field", format!("{token}&email={}", "%C3%A6".repeat(170_000)), "422"),
        ("two mebibytes", "a".repeat(2 * 1024 * 1024), "413"),
    ];
    for (what, body, status) in bodies {
        program.withstands(what, program.form("", body.as_bytes()), status).await;
    }
}

#[tokio::test]
async fn a_long_head_is_refused() {
    let app = support::start().await;
    let program = Program::start(&app).await;
    let long = "a".repeat(9000);
    for (what, request, status) in [
        ("a long path", format!("GET /{long} HTTP/1.1\r\nHost: a\r\n\r\n"), "414"),
        ("a long query", format!("GET /sign-in?next={long} HTTP/1.1\r\nHost: a\r\n\r\n"), "414"),
        ("a long header", format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n", long.repeat(10)), "431"),
        ("many headers", format!("GET / HTTP/1.1\r\nHost: a\r\n{}\r\n", "X: a\r\n".repeat(200)), "431"),
        ("chunks", "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".to_owned(), "411"),
    ] {
        program.withstands(what, request.into_bytes(), status).await;
    }
}

#[tokio::test]
async fn a_refusal_at_the_door_can_be_read_in_ones_own_language() {
    let app = support::start().await;
    let mut program = Program::start(&app).await;
    for (language, sentence) in [("da", "Vi kunne ikke læse det, du sendte"), ("en", "We could not read what you sent")]
    {
        program.cookie = format!("language={language}");
        let answer = ask(program.port, program.form("Content-Encoding: br\r\n", b"a")).await;
        assert!(answer.contains(&format!("<h1>{sentence}</h1>")), "{answer}");
        assert!(answer.to_lowercase().contains("content-security-policy:"), "{answer}");
    }
}

#[tokio::test]
async fn answers_are_still_packed() {
    let app = support::start().await;
    let program = Program::start(&app).await;
    let request = "GET /sign-in HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
    let answer = ask(program.port, request.into()).await;
    assert!(answer.to_lowercase().contains("content-encoding: gzip"));
}

#[tokio::test]
async fn a_crowd_at_the_door_waits_for_its_passwords_and_others_are_served_meanwhile() {
    let app = support::start().await;
    let program = Program::start(&app).await;
    let before = program.running.peak_memory();
    let mut crowd = JoinSet::new();
    for number in 0..150 {
        let body = format!("_csrf={}&email=nobody{number}%40people.example&password=noget", program.token);
        crowd.spawn(ask(program.port, program.form("", body.as_bytes())));
    }
    let other = b"GET /accessibility HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    let answer = within(ask(program.port, other.into())).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer:.300}");

    while let Some(answer) = within(crowd.join_next()).await {
        let answer = answer.unwrap();
        assert!(is_told_to_wait(&answer) || answer.starts_with("HTTP/1.1 422"), "{answer:.300}");
    }
    let grown = program.running.peak_memory().saturating_sub(before);
    assert!(grown < ALLOWED, "150 passwords at once took {grown} MiB");
}
