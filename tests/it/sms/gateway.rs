//! What becomes of a message when the gateway is away, slow or breaks off; and gateways that no preset knows.

use std::{fs, path::Path, time::Duration as Wall};

use brobyg::message::sms::{Meaning, Sms, SmsError, SmsSettings};
use sea_orm::prelude::Uuid;
use serde_json::json;

use super::{now, settings, through};
use crate::support::{
    gateway::{GatewayServer, Mood},
    process::free_port,
};

async fn meaning(sms: &Sms) -> Meaning {
    sms.send(Uuid::now_v7(), now(), "+4512345678", "Hej").await.meaning
}

fn open(settings: &SmsSettings) -> Result<Sms, SmsError> {
    Sms::open(settings, "https://brobyg.example", Path::new("."))
}

fn error(settings: &SmsSettings) -> String {
    open(settings).err().unwrap().to_string()
}

#[tokio::test]
async fn a_gateway_that_is_away_was_told_nothing_and_is_tried_again() {
    let nobody = format!("http://127.0.0.1:{}/send", free_port());

    assert_eq!(meaning(&open(&settings("gatewayapi", &nobody)).unwrap()).await, Meaning::Temporary);
}

#[tokio::test]
async fn a_number_is_handed_over_in_one_form_however_it_was_typed_and_what_is_none_is_not() {
    let server = GatewayServer::open(Mood::Says(202, json!({ "msg_id": "01JNN" }))).await;
    let sms = through("gatewayapi", &server);
    let to = async |number: &str| sms.send(Uuid::now_v7(), now(), number, "Hej").await.meaning;

    for typed in ["12345678", "12 34 56 78", "+45 12345678", "0045-12345678"] {
        assert_eq!(to(typed).await, Meaning::Accepted, "{typed}");
    }
    assert!(server.asked().iter().all(|asked| asked.json()["recipient"] == 4512345678u64));
    for none in ["", "1234", "ring til mig", "070123456"] {
        assert_eq!(to(none).await, Meaning::Number, "{none}");
    }
    assert_eq!(server.asked().len(), 4);
}

#[tokio::test]
async fn a_gateway_that_speaks_no_tls_where_it_should_was_told_nothing() {
    let server = GatewayServer::open(Mood::Hangs).await;
    let sms = open(&settings("gatewayapi", &server.url.replace("http://", "https://"))).unwrap();

    assert_eq!(meaning(&sms.with_patience(Wall::from_millis(300))).await, Meaning::Temporary);
}

#[tokio::test]
async fn a_gateway_that_does_not_answer_may_have_sent_the_message() {
    let server = GatewayServer::open(Mood::Hangs).await;
    let sms = through("gatewayapi", &server).with_patience(Wall::from_millis(300));

    assert_eq!(meaning(&sms).await, Meaning::Unknown);

    assert_eq!(server.asked().len(), 1);
}

/// A gateway that nobody has heard of: a form, a key in the query, and a promise about references.
const OWN: &str = r#"
url = "https://sms.example/api"
number = "plus"
dedupes = true

[auth]
how = "query"
name = "token"
value = "{key}"

[body]
kind = "form"
fields = { to = "{to}", message = "{text}", ref = "{reference}", campaign = "{campaign}", report = "{receipts}" }

[answer]
id = "/id"
rules = [{ status = ["200"], at = "/ok", is = ["false"], means = "number" }]
"#;

#[tokio::test]
async fn a_gateway_of_ones_own_needs_a_file_and_no_code() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.toml");
    fs::write(&path, OWN).unwrap();
    let server = GatewayServer::open(Mood::Says(200, json!({ "id": 7, "ok": true }))).await;
    let settings = SmsSettings {
        values: "campaign=a b&c".into(),
        secret: String::new(),
        ..settings(&path.display().to_string(), &server.url)
    };
    let sms = open(&settings).unwrap().with_patience(Wall::from_millis(300));

    assert_eq!(meaning(&sms).await, Meaning::Accepted);
    server.turns(Mood::Says(200, json!({ "id": 7, "ok": false })));
    assert_eq!(meaning(&sms).await, Meaning::Number);
    // It promises to send nothing twice, so what nobody answered is tried again.
    server.turns(Mood::Hangs);
    assert_eq!(meaning(&sms).await, Meaning::Temporary);
    server.turns(Mood::Says(502, json!(null)));
    assert_eq!(meaning(&sms).await, Meaning::Temporary);

    let asked = &server.asked()[0];
    assert_eq!(asked.line, "POST /send?token=k3y HTTP/1.1");
    // Nobody listens for receipts, so nobody is told where.
    assert!(
        asked.body.starts_with("campaign=a+b%26c&message=Hej&ref=") && asked.body.ends_with("&to=%2B4512345678"),
        "{}",
        asked.body
    );
    assert!(!asked.body.contains("report="), "{}", asked.body);
}

#[test]
fn what_cannot_be_used_is_told_without_the_key() {
    let good = settings("link", "");
    assert!(open(&good).is_ok());
    let bad = |change: fn(&mut SmsSettings)| {
        let mut settings = good.clone();
        change(&mut settings);
        error(&settings)
    };
    let told = [
        (bad(|s| s.preset = "nosuch".into()), "BROBYG_SMS_PRESET cannot be used: there is no such preset."),
        (bad(|s| s.preset = "/nowhere/own.toml".into()), "BROBYG_SMS_PRESET cannot be used: "),
        (bad(|s| s.url = "http://gateway.example/send".into()), "BROBYG_SMS_URL must be https://"),
        (bad(|s| s.url = "ftp://gateway.example".into()), "BROBYG_SMS_URL must be https://"),
        (bad(|s| s.sender = "Brobyg Sekretariat".into()), "BROBYG_SMS_SENDER must be a name of 3 to 11"),
        (bad(|s| s.sender = "Åse".into()), "BROBYG_SMS_SENDER"),
        (bad(|s| s.values = "partner".into()), "BROBYG_SMS_VALUES must be name=value"),
        (bad(|s| s.values = "partner=1".into()), "BROBYG_SMS_PRESET needs gate=… in BROBYG_SMS_VALUES as well."),
        (bad(|s| s.key = String::new()), "BROBYG_SMS_PRESET needs BROBYG_SMS_KEY as well."),
        (bad(|s| s.user = String::new()), "BROBYG_SMS_PRESET needs BROBYG_SMS_USER as well."),
    ];
    for (told, sentence) in told {
        assert!(told.contains(sentence) && !told.contains("k3y"), "{told}");
    }
}

#[test]
fn only_a_sender_with_a_number_can_be_answered() {
    let sms = |sender: &str| open(&SmsSettings { sender: sender.into(), ..settings("gatewayapi", "") }).unwrap();

    assert!(!sms("Brobyg").can_be_answered());
    assert!(sms("12 34 56 78").can_be_answered() && sms("1204").can_be_answered());
}
