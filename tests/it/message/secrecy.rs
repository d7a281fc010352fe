//! Which mail servers are spoken to, and whether plainly.

use std::time::Duration as Wall;

use brobyg::message::{self, Post, PostError};

use super::{KINDS, only_letter, queue};
use crate::support::{
    self, TestApp,
    smtp::{MailServer, Mood},
};

#[test]
fn a_mail_url_that_is_none_is_refused_without_being_repeated() {
    for url in ["", "file:", "http://mail.example", "smtp://", "secret:word@mail.example"] {
        let error = Post::open(url, "post@brobyg.example", false).err().unwrap();
        assert_eq!(error.to_string(), "BROBYG_MAIL_URL must be smtp://…, smtps://… or file:DIR.", "{url}");
    }
    assert!(Post::open("smtps://user:word@mail.example", "post@brobyg.example", false).is_ok());
    assert!(Post::open("file:mail", "nobody", false).is_err());
}

/// Every address of this machine, but none that says so: as a server elsewhere that speaks no TLS.
fn from_afar(server: &MailServer) -> String {
    server.url.replace("127.0.0.1", "0.0.0.0")
}

async fn sends(app: &TestApp, url: &str, may_be_plain: bool) -> bool {
    let post = Post::open(url, "post@brobyg.example", may_be_plain).unwrap().with_patience(Wall::from_secs(20));
    message::deliver_due(&app.app.desk(), &post, KINDS).await.unwrap();
    only_letter(app).await.accepted_at.is_some()
}

#[tokio::test]
async fn a_mail_server_elsewhere_that_speaks_no_tls_is_told_nothing() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    queue(&app, "hello", "").await;

    assert!(!sends(&app, &from_afar(&server), false).await);

    assert!(server.raw().is_empty());
    assert!(only_letter(&app).await.failure.is_some());
}

#[tokio::test]
async fn a_mail_server_elsewhere_is_spoken_to_plainly_only_when_the_settings_say_so() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    queue(&app, "hello", "").await;

    assert!(sends(&app, &from_afar(&server), true).await);
}

#[test]
fn a_mail_url_that_asks_for_less_secrecy_is_refused() {
    for url in ["smtp://mail.example?tls=opportunistic", "smtp://192.0.2.1:25?tls=none", "smtp://localhost.example?a=b"]
    {
        assert_eq!(Post::open(url, "post@brobyg.example", false).err(), Some(PostError::Plain), "{url}");
    }
    for url in ["smtp://localhost", "smtp://[::1]:25", "smtp://127.1.2.3", "smtp://mail.example?tls=required"] {
        assert!(Post::open(url, "post@brobyg.example", false).is_ok(), "{url}");
    }
}
