//! What stands on a mail besides its words.

use std::collections::BTreeSet;

use brobyg::message;

use super::{KINDS, deliver, only_letter, post_to, queue};
use crate::support::{
    self,
    smtp::{MailServer, Mood},
};

async fn sent(name: &str) -> String {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    queue(&app, name, "").await;
    deliver(&app, &server).await;
    server.raw().remove(0)
}

#[tokio::test]
async fn machines_are_told_not_to_answer_and_still_to_report_what_was_not_delivered() {
    let raw = sent("plain").await;
    assert!(raw.contains("Auto-Submitted: auto-generated\r\n"));
    let suppressed = raw.lines().find_map(|line| line.strip_prefix("X-Auto-Response-Suppress: ")).unwrap();
    let suppressed: BTreeSet<_> = suppressed.split(", ").collect();
    assert!(suppressed.contains("OOF") && suppressed.contains("AutoReply"));
    assert!(!suppressed.contains("NDR") && !suppressed.contains("All"));
}

#[tokio::test]
async fn one_click_is_offered_where_somebody_can_want_no_more_and_nowhere_else() {
    for name in ["nudge", "survey"] {
        let raw = sent(name).await;
        assert!(raw.contains("List-Unsubscribe: <http"), "{raw}");
        assert!(raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    }
    for name in ["plain", "sign_in", "step"] {
        assert!(!sent(name).await.to_lowercase().contains("unsubscribe"));
    }
}

#[tokio::test]
async fn answers_go_to_a_box_that_a_person_reads() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    queue(&app, "plain", "").await;
    let post = post_to(&server).replying_to("Kontoret <hjaelp@brobyg.example>").unwrap();
    message::deliver_due(&app.app.desk(), &post, KINDS).await.unwrap();
    assert!(server.raw()[0].contains("Reply-To: Kontoret <hjaelp@brobyg.example>\r\n"));
}

#[tokio::test]
async fn each_letter_comes_back_to_an_address_of_its_own_that_nobody_else_can_make() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    for number in 0..20 {
        queue(&app, "plain", &number.to_string()).await;
    }
    let post = post_to(&server).returning_to("retur.brobyg.example").unwrap();
    message::deliver_due(&app.app.desk(), &post, KINDS).await.unwrap();

    let returns: BTreeSet<_> = server.returns().into_iter().collect();
    assert_eq!(returns.len(), 20);
    for address in &returns {
        let key = address.strip_prefix("MAIL FROM:<b+").unwrap().split('@').next().unwrap();
        assert!(key.len() == 16 && key.chars().all(|sign| "abcdefghijklmnopqrstuvwxyz234567".contains(sign)), "{key}");
        assert!(address.contains("@retur.brobyg.example>"), "{address}");
    }
    assert!(server.raw().iter().all(|raw| raw.contains("From: Brobyg <post@brobyg.example>\r\n")));
}

#[tokio::test]
async fn without_a_domain_for_it_a_letter_comes_back_to_its_sender() {
    let app = support::start().await;
    let server = MailServer::open(Mood::Takes).await;
    queue(&app, "plain", "").await;
    deliver(&app, &server).await;
    assert!(server.returns()[0].starts_with("MAIL FROM:<post@brobyg.example>"));
    assert_eq!(only_letter(&app).await.return_key.map(|key| key.len()), Some(16));
}

#[test]
fn a_box_and_a_domain_that_are_none_are_refused() {
    let post = || message::Post::open("smtp://localhost", "post@brobyg.example", false).unwrap();
    assert!(post().replying_to("kontoret").is_err());
    assert!(post().returning_to("b@brobyg.example").is_err());
    assert!(post().replying_to("").is_ok() && post().returning_to("").is_ok());
}
