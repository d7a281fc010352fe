//! The security headers stand on every kind of answer.

use brobyg::web::headers::SecurityHeaders;
use poem::EndpointExt;
use poem::endpoint::make_sync;
use poem::test::TestClient;

use super::site::{Site, short};

const SECURITY: [&str; 8] = [
    "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; ",
    "strict-transport-security: max-age=31536000",
    "x-content-type-options: nosniff",
    "x-frame-options: DENY",
    "referrer-policy: same-origin",
    "cross-origin-opener-policy: same-origin",
    "cross-origin-resource-policy: same-origin",
    "permissions-policy: ",
];

async fn answer(first_lines: &str) -> String {
    let site = Site::open(short()).await;
    site.ask(&format!("{first_lines}\r\nHost: a\r\nConnection: close\r\n\r\n")).await
}

#[tokio::test]
async fn every_kind_of_answer_carries_the_security_headers() {
    for (request, status) in [
        ("GET / HTTP/1.1", "200"),
        ("HEAD / HTTP/1.1", "200"),
        ("GET /assets/unchanged.css HTTP/1.1", "304"),
        ("GET /nowhere HTTP/1.1", "404"),
        ("POST / HTTP/1.1", "405"),
        ("TRACE / HTTP/1.1", "405"),
        ("BREW / HTTP/1.1", "405"),
        ("CONNECT a:80 HTTP/1.1", "405"),
        ("POST /length HTTP/1.1\r\nTransfer-Encoding: chunked", "411"),
        ("POST /length HTTP/1.1\r\nContent-Length: 99999999", "413"),
        ("GET /panic HTTP/1.1", "500"),
    ] {
        let answer = answer(request).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{request}: {answer}");
        for header in SECURITY {
            assert_eq!(answer.matches(header).count(), 1, "{header} on {request}: {answer}");
        }
    }
}

#[tokio::test]
async fn a_refused_method_does_not_say_back_what_was_sent() {
    let answer = answer("TRACE / HTTP/1.1\r\nCookie: secret=1").await;
    assert!(!answer.contains("secret"), "{answer}");
}

#[tokio::test]
async fn a_panic_does_not_tell_what_happened() {
    let answer = answer("GET /panic HTTP/1.1").await;
    assert!(!answer.contains("Karla"), "{answer}");
}

#[tokio::test]
async fn only_assets_that_exist_may_be_kept_by_the_browser() {
    for (path, kept) in [
        ("/", false),
        ("/nowhere", false),
        ("/assets/missing.css", false),
        ("/assets/site.css", true),
        ("/assets/unchanged.css", true),
    ] {
        let answer = answer(&format!("GET {path} HTTP/1.1")).await;
        assert_eq!(!answer.contains("cache-control: no-store"), kept, "{path}: {answer}");
    }
}

#[tokio::test]
async fn without_tls_browsers_are_not_told_to_insist_on_it() {
    let client = TestClient::new(make_sync(|_| "hello").with(SecurityHeaders::new(false)));
    let response = client.get("/").send().await;
    response.assert_header_is_not_exist("strict-transport-security");
    response.assert_header_exist("content-security-policy");
}
