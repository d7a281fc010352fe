//! Bodies that are too large, without a length, or that hide a second request.

use brobyg::web::server::Limits;

use super::site::{Site, TOO_LONG, short};

/// A second request, hidden in the body of the first.
const HIDDEN: &str = "GET /assets/site.css HTTP/1.1\r\nHost: a\r\n\r\n";

#[tokio::test]
async fn a_body_that_fits_is_read() {
    let site = Site::open(short()).await;
    let request = "POST /length HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello";
    assert!(site.ask(request).await.ends_with("5 bytes"));
}

#[tokio::test]
async fn a_body_that_says_it_is_too_large_is_refused_before_it_is_sent() {
    let site = Site::open(short()).await;
    let answer = site.ask("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 3145729\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
}

#[tokio::test]
async fn who_sends_a_too_large_body_anyway_still_sees_the_refusal() {
    let site = Site::open(Limits { farewell: TOO_LONG, ..short() }).await;
    let body = "a".repeat(30 * 1024 * 1024);
    let request = format!("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let answer = site.ask(&request).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
}

#[tokio::test]
async fn a_body_in_chunks_is_refused() {
    let site = Site::open(short()).await;
    let request = "POST /length HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    let answer = site.ask(request).await;
    assert!(answer.starts_with("HTTP/1.1 411"), "{answer}");
}

#[tokio::test]
async fn a_request_hidden_behind_two_kinds_of_length_is_never_answered() {
    let site = Site::open(short()).await;
    let length = 5 + HIDDEN.len();
    for kinds in [
        format!("Content-Length: {length}\r\nTransfer-Encoding: chunked"),
        format!("Transfer-Encoding: chunked\r\nContent-Length: {length}"),
        format!("Transfer-Encoding: chunked, identity\r\nContent-Length: {length}"),
        format!("transfer-encoding: x\r\nTransfer-Encoding: chunked\r\nContent-Length: {length}"),
        format!("Transfer-Encoding : chunked\r\nContent-Length: {length}"),
        format!("Content-Length: 5\r\nContent-Length: {length}"),
        format!("Content-Length: +5, {length}"),
    ] {
        let answer = site.ask(&format!("POST / HTTP/1.1\r\nHost: a\r\n{kinds}\r\n\r\n0\r\n\r\n{HIDDEN}")).await;
        assert!(answer.starts_with("HTTP/1.1 4"), "{kinds}: {answer}");
        assert_eq!(answer.matches("HTTP/1.1").count(), 1, "{kinds}: {answer}");
    }
}

#[tokio::test]
async fn a_bad_chunk_size_is_refused() {
    let site = Site::open(short()).await;
    let request = format!("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{HIDDEN}");
    let answer = site.ask(&request).await;
    assert_eq!(answer.matches("HTTP/1.1").count(), 1, "{answer}");
}

#[tokio::test]
async fn a_huge_head_is_refused() {
    let site = Site::open(short()).await;
    let answer = site.ask(&format!("GET / HTTP/1.1\r\nHost: a\r\nX-Long: {}\r\n\r\n", "a".repeat(64 * 1024))).await;
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
}
