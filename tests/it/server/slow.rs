//! Slow and silent peers are shown out; quick ones do not notice.

use std::time::Duration;

use brobyg::web::server::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::Instant;

use super::site::{Site, short, within};

const GET: &str = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

#[tokio::test]
async fn a_half_sent_head_is_closed() {
    let site = Site::open(short()).await;
    let mut peer = site.peer().await;
    peer.say("GET / HTTP/1.1\r\nHost:").await;
    assert!(!peer.all().await.contains("hello"));
}

#[tokio::test]
async fn a_silent_connection_is_closed() {
    let site = Site::open(short()).await;
    assert_eq!(site.peer().await.all().await, "");
}

#[tokio::test]
async fn a_head_that_drips_is_closed() {
    let site = Site::open(short()).await;
    let mut peer = site.peer().await;
    peer.say("GET / HTTP/1.1\r\nX-Long: ").await;
    assert!(!peer.drip().await.contains("hello"));
}

#[tokio::test]
async fn a_body_that_drips_is_closed() {
    let site = Site::open(short()).await;
    let mut peer = site.peer().await;
    peer.say("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n").await;
    assert!(!peer.drip().await.contains("bytes"));
}

#[tokio::test]
async fn a_body_that_never_comes_is_closed() {
    let site = Site::open(short()).await;
    let answer = site.ask("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc").await;
    assert!(!answer.contains("bytes"));
}

/// Limits that grow until the machine was quick enough to keep them: what a busy machine made us miss proves nothing.
const GROWING: [Duration; 4] =
    [Duration::from_millis(500), Duration::from_secs(2), Duration::from_secs(8), Duration::from_secs(32)];

/// Walks with a limit that we kept ourselves by a wide margin. `walk` gives the longest that we kept the server waiting, and
/// whether it stayed.
async fn stays(walk: impl AsyncFn(Duration) -> (Duration, bool)) {
    for limit in GROWING {
        let (longest, has_stayed) = walk(limit).await;
        if has_stayed {
            return;
        }
        assert!(longest * 2 > limit, "shown out after {longest:?}, though the limit is {limit:?}");
    }
    panic!("this machine is too busy to tell");
}

#[tokio::test]
async fn a_large_upload_may_take_longer_than_the_limit_while_it_moves_on() {
    stays(async |limit| {
        let site = Site::open(Limits { body: limit, ..Limits::default() }).await;
        let mut peer = site.peer().await;
        peer.say("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 3145728\r\nConnection: close\r\n\r\n").await;
        let mut pace = tokio::time::interval(limit * 2 / 5);
        let (mut last, mut longest) = (Instant::now(), Duration::ZERO);
        for _ in 0..6 {
            pace.tick().await;
            let _ = peer.socket.write_all(&[b'a'; 512 * 1024]).await;
            longest = longest.max(last.elapsed());
            last = Instant::now();
        }
        (longest, peer.all().await.contains("3145728 bytes"))
    })
    .await;
}

#[tokio::test]
async fn a_reader_that_takes_nothing_is_closed() {
    let site = Site::open(short()).await;
    let mut peer = site.peer().await;
    peer.say("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n").await;
    within(site.signals.download_ended.notified()).await;
}

#[tokio::test]
async fn a_reader_that_takes_a_little_now_and_then_is_closed() {
    let site = Site::open(short()).await;
    let mut peer = site.peer().await;
    peer.say("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let sipping = async {
        let mut pause = tokio::time::interval(Duration::from_millis(20));
        while peer.socket.read_u8().await.is_ok() {
            pause.tick().await;
        }
    };
    within(async {
        tokio::select! { () = site.signals.download_ended.notified() => {}, () = sipping => {} }
    })
    .await;
}

#[tokio::test]
async fn a_quick_reader_may_stay_longer_than_the_limit() {
    stays(async |limit| {
        let site = Site::open(Limits { answer: limit, ..Limits::default() }).await;
        let mut peer = site.peer().await;
        peer.say("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n").await;
        let (began, mut last, mut longest) = (Instant::now(), Instant::now(), Duration::ZERO);
        let mut buffer = vec![0; 64 * 1024];
        while began.elapsed() < limit * 3 {
            let read = within(peer.socket.read(&mut buffer)).await;
            longest = longest.max(last.elapsed());
            last = Instant::now();
            if !read.is_ok_and(|read| read > 0) {
                return (longest, false);
            }
        }
        (longest, true)
    })
    .await;
}

#[tokio::test]
async fn others_are_served_while_many_hold_half_a_head() {
    let site = Site::open(Limits::default()).await;
    let mut half = Vec::new();
    for _ in 0..300 {
        let mut peer = site.peer().await;
        peer.say("GET / HTTP/1.1\r\nHost:").await;
        half.push(peer);
    }
    assert!(site.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.contains("hello"));
}

#[tokio::test]
async fn a_connection_is_kept_for_the_next_request_and_closed_when_none_comes() {
    stays(async |limit| {
        let began = Instant::now();
        let site = Site::open(Limits { head: limit, ..Limits::default() }).await;
        let mut peer = site.peer().await;
        for _ in 0..3 {
            let _ = peer.socket.write_all(GET.as_bytes()).await;
            if peer.head().await.is_none_or(|answer| !answer.starts_with("HTTP/1.1 200")) {
                return (began.elapsed(), false);
            }
        }
        assert_eq!(peer.all().await, "", "closed when no further request comes");
        (began.elapsed(), true)
    })
    .await;
}

#[tokio::test]
async fn a_peer_that_leaves_in_the_middle_of_a_body_harms_nobody() {
    let site = Site::open(Limits::default()).await;
    let mut peer = site.peer().await;
    peer.say("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc").await;
    peer.socket.shutdown().await.unwrap();
    drop(peer);
    assert!(site.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.contains("hello"));
}
