//! What gateways tell afterwards, each in its own form; early, late, twice, and from nobody.

use std::{collections::BTreeSet, sync::Arc};

use brobyg::message::sms::{Answered, Arrived, Became, Receipt, Says, Sms, SmsSettings, Wish};
use chrono::Duration;
use entity::{
    messages::{self, Category},
    security_events::{self, SecurityKind},
};
use poem::{
    Request,
    http::{Method, StatusCode, header},
};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};
use serde_json::{Value, json};

use super::{SECRET, now, settings};
use crate::support::{self, Page, TestApp};

fn sms(preset: &str) -> Sms {
    Sms::open(&settings(preset, ""), "https://brobyg.example", std::path::Path::new(".")).unwrap()
}

fn by_body(preset: &str, body: &Value) -> Vec<Receipt> {
    sms(preset).receipts(Arrived { query: "", body: body.to_string().as_bytes() }, now()).unwrap()
}

fn by_query(preset: &str, query: &str) -> Vec<Receipt> {
    sms(preset).receipts(Arrived { query, body: b"" }, now()).unwrap()
}

fn receipt(reference: Uuid, became: Became, code: &str) -> Receipt {
    Receipt { reference, became, code: code.into(), at: now() }
}

#[test]
fn gatewayapi_tells_the_state_and_a_finer_code() {
    let id = Uuid::now_v7();
    let told = |status: &str, error: Value| {
        let event = json!({
            "msg_id": "01JNN696A9E0WS89FPYGT15NBX", "recipient": 4512345678u64, "reference": id.simple().to_string(),
            "status": status, "status_at": "2026-03-04T09:30:00Z", "error": error,
        });
        let event = json!({ "event_id": "09c829a2", "timestamp": "2026-03-04T09:30:00Z", "event_type": "message.status.sms", "event": event });
        by_body("gatewayapi", &event)
    };
    let error = |code: &str| json!({ "hex_code": code, "details": "said" });

    assert_eq!(told("DELIVERED", Value::Null), [receipt(id, Became::Delivered, "DELIVERED")]);
    assert_eq!(told("EXPIRED", Value::Null), [receipt(id, Became::Temporary, "EXPIRED")]);
    assert_eq!(told("UNDELIVERABLE", Value::Null), [receipt(id, Became::Number, "UNDELIVERABLE")]);
    assert_eq!(told("UNDELIVERABLE", error("0x1013")), [receipt(id, Became::Temporary, "UNDELIVERABLE 0x1013")]);
    assert_eq!(told("REJECTED", error("0x103C")), [receipt(id, Became::Barred, "REJECTED 0x103C")]);
    // On its way, or a word that nobody knows: nothing yet.
    assert_eq!(told("ENROUTE", Value::Null), []);
    assert_eq!(told("PONDERED", Value::Null), []);
}

#[test]
fn the_other_gateways_tell_it_in_their_own_ways() {
    let id = Uuid::now_v7();
    let reference = id.simple();
    let link = |code: i32| {
        by_body(
            "link",
            &json!({ "refId": reference.to_string(), "id": "D$0", "operator": "dk.tdc", "resultCode": code, "segments": 1 }),
        )
    };
    assert_eq!(link(1001), [receipt(id, Became::Delivered, "1001")]);
    assert_eq!(link(2105), [receipt(id, Became::Barred, "2105")]);
    assert_eq!(link(2104), [receipt(id, Became::Number, "2104")]);
    assert_eq!(link(1000), []);
    // Final by their table, and nothing of the number.
    assert_eq!(link(2200), [receipt(id, Became::Temporary, "2200")]);
    assert_eq!(link(4001), [receipt(id, Became::Temporary, "4001")]);

    let inmobile = |state: i32| json!({ "messageId": reference.to_string(), "deliveryInfo": { "stateCode": state, "errorCode": -1 } });
    let reports = json!({ "reports": [inmobile(1), inmobile(0), inmobile(-1)] });
    let told = [receipt(id, Became::Delivered, "1 -1"), receipt(id, Became::Temporary, "-1")];
    assert_eq!(by_body("inmobile", &reports), told);

    // They append a question mark to the address whatever it has.
    for query in
        [format!("reference={reference}?status=1&receiver=4512345678"), format!("reference={reference}&status=1")]
    {
        assert_eq!(by_query("cpsms", &query), [receipt(id, Became::Delivered, "1")]);
    }
    assert_eq!(by_query("cpsms", &format!("reference={reference}&status=2")), [receipt(id, Became::Temporary, "2")]);
    assert_eq!(by_query("cpsms", &format!("reference={reference}&status=3")), []);
    assert_eq!(
        by_query("smsdk", &format!("reference={reference}&dlrStatus=4&receiver=4512345678")),
        [receipt(id, Became::Temporary, "4")]
    );
}

#[test]
fn what_is_about_nothing_of_ours_is_left_out() {
    for reference in ["", "17", "not-an-id", "' or 1=1"] {
        assert_eq!(by_body("link", &json!({ "refId": reference, "resultCode": 1001 })), []);
    }
    for body in ["", "{", "status=1", "\u{0}"] {
        assert!(sms("link").receipts(Arrived { query: "", body: body.as_bytes() }, now()).is_err(), "{body}");
    }
}

/// Everything that can be told of a message, in every order and twice: what is settled stays.
#[test]
fn receipts_in_any_order_and_number_settle_a_message_once() {
    use Became::{Barred, Delivered, Number, Temporary};
    let after =
        |order: &[Became]| {
            order.iter().fold(None, |so_far, became| {
                if receipt(Uuid::nil(), *became, "").moves(so_far) { Some(*became) } else { so_far }
            })
        };
    for settled in [Delivered, Barred, Number] {
        for order in [vec![settled], vec![settled; 3], vec![settled, Temporary], vec![Temporary, settled, Temporary]] {
            assert_eq!(after(&order), Some(settled), "{order:?}");
        }
        for later in [Delivered, Barred, Number] {
            assert_eq!(after(&[settled, later]), Some(settled));
        }
    }
    assert_eq!(after(&[Temporary, Temporary]), Some(Temporary));
}

#[test]
fn an_answer_of_an_agreed_word_comes_from_its_number() {
    let answered = |values: &str, text: &str| {
        let settings = SmsSettings { values: values.into(), ..settings("gatewayapi", "") };
        let sms = Sms::open(&settings, "https://brobyg.example", std::path::Path::new(".")).unwrap();
        let body = json!({ "id": 1000001, "msisdn": 4587654321u64, "receiver": 451204, "message": text, "senttime": 1450000000 });
        sms.answered(Arrived { query: "", body: body.to_string().as_bytes() }).unwrap()
    };
    let wish = |wish| vec![Answered { from: "+4587654321".into(), says: Says::Wish(wish) }];

    assert_eq!(answered("", "Stop"), wish(Wish::Stop));
    // As the events of their new API have it.
    let event = json!({ "event_id": "09c829a2", "timestamp": "2026-03-04T09:30:00Z", "event_type": "user-message.text.sms",
        "event": { "msg_id": "01JNN696A9E0WS89FPYGT15NBX", "sender": 4587654321u64, "sent_at": "2026-03-04T09:30:00Z",
            "content": { "message": "stop", "encoding": "UTF8", "header": null } } });
    let told = |body: &Value| sms("gatewayapi").answered(Arrived { query: "", body: body.to_string().as_bytes() });
    assert_eq!(told(&event), Ok(wish(Wish::Stop)));
    assert_eq!(told(&json!({ "event_type": "message.status.sms", "event": { "status": "DELIVERED" } })), Ok(vec![]));
    assert_eq!(answered("keyword=bro", "BRO start"), wish(Wish::Start));
    let words = |text: &str| vec![Answered { from: "+4587654321".into(), says: Says::Words(text.into()) }];
    assert_eq!(answered("", "BRO stop"), words("BRO stop"));
    assert_eq!(answered("keyword=bro", "Bro Kan vi mødes kl. 10 i stedet?"), words("Kan vi mødes kl. 10 i stedet?"));
    assert_eq!(answered("", " \n "), []);
}

/// Of the others no document that we have seen says how an answer comes in: nothing is guessed, and no text asks for STOP.
#[test]
fn a_gateway_whose_answers_nobody_described_is_not_asked_to_bring_any() {
    let numbered = |preset: &str| {
        let settings = SmsSettings { sender: "+4550505050".into(), ..settings(preset, "") };
        Sms::open(&settings, "https://brobyg.example", std::path::Path::new(".")).unwrap()
    };
    assert!(numbered("gatewayapi").can_be_answered());
    for preset in ["cpsms", "inmobile", "link", "smsdk"] {
        assert!(!numbered(preset).can_be_answered(), "{preset}");
        assert!(numbered(preset).answered(Arrived { query: "", body: b"{}" }).is_err(), "{preset}");
    }
}

/// Whoever knows how answers of theirs come in writes it into a copy of the preset, by JSON, a form or a query.
#[test]
fn a_preset_of_ones_own_says_how_answers_come_in() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.toml");
    let link = std::fs::read_to_string("src/message/sms/presets/link.toml").unwrap();
    for (by, from, text, arrived) in [
        ("json", "/source", "/userData", Arrived { query: "", body: br#"{"source":"+4587654321","userData":"STOP"}"# }),
        ("form", "/sender", "/text", Arrived { query: "", body: b"sender=4587654321&text=STOP" }),
        ("query", "/sender", "/text", Arrived { query: "sender=%2B4587654321&text=STOP", body: b"" }),
    ] {
        let inbound = format!("\n[inbound]\nby = \"{by}\"\nfrom = \"{from}\"\ntext = \"{text}\"\n");
        std::fs::write(&own, format!("{link}{inbound}")).unwrap();
        let settings = settings(own.to_str().unwrap(), "https://gateway.example/send");
        let sms = Sms::open(&settings, "https://brobyg.example", folder.path()).unwrap();
        let heard = vec![Answered { from: "+4587654321".into(), says: Says::Wish(Wish::Stop) }];
        assert_eq!(sms.answered(arrived), Ok(heard), "{by}");
    }
}

/// A platform with a gateway whose receipts are awaited.
async fn listening() -> TestApp {
    let mut app = support::start().await;
    let mut config = (*app.app.config).clone();
    config.sms = settings("gatewayapi", "");
    config.bounces_secret = SECRET.into();
    app.app.sms = Sms::open(&config.sms, &config.base_url, app.data.path()).unwrap();
    app.app.config = Arc::new(config);
    app.opened_again()
}

async fn tell(app: &TestApp, path: &str, body: &str) -> Page {
    let request = Request::builder()
        .method(Method::POST)
        .uri_str(path)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONTENT_LENGTH, body.len());
    app.visitor().send(request.body(body.to_owned())).await
}

fn delivered(id: Uuid) -> String {
    json!({ "event": { "reference": id.simple().to_string(), "status": "DELIVERED" } }).to_string()
}

#[tokio::test]
async fn a_receipt_without_the_secret_finds_nothing_there() {
    let app = listening().await;
    for secret in ["", "x", &SECRET[1..], &SECRET.to_lowercase(), &format!("{SECRET}x")] {
        tell(&app, &format!("/sms/receipts/{secret}"), &delivered(Uuid::now_v7())).await.assert_not_found();
        tell(&app, &format!("/mail/bounces/{secret}"), "From: a").await.assert_not_found();
    }
    app.app.security.write_waiting(app.db(), app.app.clock.now()).await.unwrap();
    let noted = security_events::Entity::find().all(app.db()).await.unwrap();
    assert!(noted.iter().all(|event| event.kind == SecurityKind::LinkUnknown), "{noted:?}");
    let routes: BTreeSet<_> = noted.iter().filter_map(|event| event.route.as_deref()).collect();
    assert_eq!(routes, ["POST /mail/bounces/:secret", "POST /sms/receipts/:secret"].into());
    // Where nobody set a secret, the empty one opens nothing.
    let closed = support::start().await;
    tell(&closed, "/sms/receipts/", "{}").await.assert_not_found();
}

#[tokio::test]
async fn a_receipt_that_comes_before_its_message_is_asked_for_again_and_an_old_one_is_let_go() {
    let app = listening().await;
    let made = |minutes: i64| {
        let at = app.app.clock.now() - Duration::minutes(minutes);
        let at = uuid::Timestamp::from_unix(uuid::NoContext, at.timestamp().try_into().unwrap(), 0);
        Uuid::new_v7(at)
    };
    let receipts = format!("/sms/receipts/{SECRET}");

    let early = tell(&app, &receipts, &delivered(made(1))).await;
    early.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(early.retry_after.as_deref(), Some("5"));
    tell(&app, &receipts, &delivered(made(6))).await.assert_ok();
    tell(&app, &receipts, &delivered(Uuid::nil())).await.assert_ok();
    tell(&app, &receipts, "no json").await.assert_status(StatusCode::BAD_REQUEST);
    assert!(early.headers.get(header::SET_COOKIE).is_none(), "machines get no cookie");
}

#[tokio::test]
async fn a_receipt_about_something_of_ours_is_taken_as_often_as_it_comes() {
    let app = listening().await;
    let id = Uuid::now_v7();
    let letter = messages::ActiveModel {
        id: Set(id),
        kind: Set("invitation".into()),
        subject_id: Set(Uuid::now_v7()),
        dedup_key: Set("one".into()),
        category: Set(Category::SignIn),
        queued_at: Set(app.app.clock.now()),
        due_at: Set(app.app.clock.now()),
        tries: Set(1),
        copies: Set(0),
        ..Default::default()
    };
    messages::Entity::insert(letter).exec_without_returning(app.db()).await.unwrap();

    for _ in 0..3 {
        tell(&app, &format!("/sms/receipts/{SECRET}"), &delivered(id)).await.assert_ok();
    }
}

#[tokio::test]
async fn what_is_larger_than_any_list_of_receipts_is_refused() {
    let app = listening().await;

    let page = tell(&app, &format!("/sms/receipts/{SECRET}"), &"[".repeat(300 * 1024)).await;

    page.assert_status(StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn an_answer_is_taken_and_its_number_stands_in_no_answer_of_ours() {
    let app = listening().await;
    let body = json!({ "msisdn": 4587654321u64, "message": "STOP" }).to_string();

    let page = tell(&app, &format!("/sms/inbound/{SECRET}"), &body).await;

    page.assert_ok().assert_hides("87654321");
}
