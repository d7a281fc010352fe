//! Slow and silent peers are shown out; quick ones do not notice.

use std::time::Duration;

use brobyg::web::server::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

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

#[tokio::test]
async fn a_large_upload_may_take_its_time_while_it_moves_on() {
    let site = Site::open(Limits { body: Duration::from_secs(2), ..short() }).await;
    let mut peer = site.peer().await;
    peer.say("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 3145728\r\nConnection: close\r\n\r\n").await;
    let mut pace = tokio::time::interval(Duration::from_millis(1000));
    let started = tokio::time::Instant::now();
    for _ in 0..3 {
        pace.tick().await;
        peer.say(&"a".repeat(1024 * 1024)).await;
    }
    assert!(peer.all().await.contains("3145728 bytes"));
    assert!(started.elapsed() >= Duration::from_secs(2));
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
    let site = Site::open(short()).await;
    let mut peer = site.peer().await;
    peer.say("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let started = tokio::time::Instant::now();
    let mut buffer = vec![0; 64 * 1024];
    while started.elapsed() < Duration::from_secs(1) {
        assert!(within(peer.socket.read(&mut buffer)).await.unwrap() > 0);
    }
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
async fn a_connection_is_kept_for_the_next_request() {
    let site = Site::open(short()).await;
    let mut peer = site.peer().await;
    for _ in 0..3 {
        peer.say(GET).await;
        assert!(peer.until("hello").await.starts_with("HTTP/1.1 200"));
    }
    assert_eq!(peer.all().await, "", "and closed when no further request comes");
}

#[tokio::test]
async fn a_peer_that_leaves_in_the_middle_of_a_body_harms_nobody() {
    let site = Site::open(short()).await;
    let mut peer = site.peer().await;
    peer.say("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc").await;
    peer.socket.shutdown().await.unwrap();
    drop(peer);
    assert!(site.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.contains("hello"));
}
