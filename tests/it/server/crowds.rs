//! Many connections at once, and the end of the server.

use brobyg::web::server::Limits;

use tokio::io::AsyncWriteExt;

use super::site::{Site, short, within};

const GET: &str = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
const WAIT: &str = "GET /wait HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

#[tokio::test]
async fn when_all_places_are_taken_the_longest_waiting_connection_gives_way() {
    let site = Site::open(Limits { connections: 2, ..Limits::default() }).await;
    let mut first = site.peer().await;
    first.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    first.until("hello").await;
    let mut second = site.peer().await;
    second.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    second.until("hello").await;

    assert!(site.ask(GET).await.contains("hello"));
    assert_eq!(first.all().await, "");
    second.say(GET).await;
    assert!(second.all().await.contains("hello"));
}

#[tokio::test]
async fn a_connection_with_a_running_request_does_not_give_way() {
    let site = Site::open(Limits { connections: 1, ..Limits::default() }).await;
    let mut busy = site.peer().await;
    busy.say(WAIT).await;
    site.signals.started.notified().await;

    assert_eq!(site.peer().await.all().await, "");
    site.signals.go_on.notify_one();
    assert!(busy.all().await.contains("waited"));
    assert!(site.ask(GET).await.contains("hello"), "its place is free again");
}

async fn answered_from(site: &Site, address: &str) -> bool {
    let mut peer = site.peer_from(address).await;
    let _ = peer.socket.write_all(GET.as_bytes()).await;
    peer.all().await.contains("hello")
}

#[tokio::test]
async fn one_address_cannot_take_all_places() {
    let limits = Limits { connections_per_address: 2, free: Vec::new(), ..Limits::default() };
    let site = Site::open(limits).await;
    let _first = site.peer_from("127.0.0.1").await;
    let second = site.peer_from("127.0.0.1").await;

    assert_eq!(site.peer_from("127.0.0.1").await.all().await, "");
    assert!(answered_from(&site, "127.0.0.2").await);

    drop(second);
    within(async { while !answered_from(&site, "127.0.0.1").await {} }).await;
}

#[tokio::test]
async fn a_running_request_is_answered_before_the_server_stops() {
    let mut site = Site::open(Limits::default()).await;
    let idle = site.peer().await;
    let mut running = site.peer().await;
    running.say(WAIT).await;
    site.signals.started.notified().await;

    site.ask_to_stop();
    site.signals.go_on.notify_one();
    assert!(running.all().await.contains("waited"));
    site.stopped().await;
    drop(idle);
}

#[tokio::test]
async fn a_request_that_never_ends_does_not_keep_the_server_from_stopping() {
    let mut site = Site::open(short()).await;
    let mut running = site.peer().await;
    running.say(WAIT).await;
    site.signals.started.notified().await;

    site.ask_to_stop();
    site.stopped().await;
    assert_eq!(running.all().await, "");
}
