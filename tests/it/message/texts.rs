//! Text messages leave through the same outbox: once as far as anybody can know, and told of by receipts.

use std::time::Duration as Wall;

use brobyg::{
    jobs::LETTERS,
    language::Tr,
    message::{
        self, Cause, MessageKind, State, Taken, Told, Unsubscribe,
        sms::{Became, Receipt},
        state,
    },
    word::Worded,
};
use chrono::Duration;
use entity::{
    messages::{self, Channel},
    sender_stops,
};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};
use serde_json::{Value, json};

use super::{KINDS, only_letter, queue, queue_about};
use crate::{
    sms::through,
    support::{
        self, TestApp,
        gateway::{GatewayServer, Mood},
    },
};

pub(super) fn takes() -> Mood {
    Mood::Says(202, json!({ "msg_id": "1" }))
}

fn refuses(status: u16, code: &str) -> Mood {
    Mood::Says(status, json!({ "code": code, "message": "no" }))
}

/// A platform whose text messages go to this gateway.
pub(super) async fn texting(server: &GatewayServer) -> TestApp {
    let mut app = support::start().await;
    app.app.sms = through("gatewayapi", server).with_patience(Wall::from_millis(300));
    app.opened_again()
}

pub(super) async fn deliver(app: &TestApp) -> usize {
    message::deliver_due(&app.app.desk(), &app.app.post, KINDS).await.unwrap()
}

pub(super) async fn tell(app: &TestApp, id: Uuid, became: Became) -> Taken {
    let now = app.app.clock.now();
    let receipt = Receipt { reference: id, became, code: String::new(), at: now };
    message::take_in(app.db(), now, Told::Receipt(&receipt)).await.unwrap()
}

async fn are_texts_stopped(app: &TestApp) -> bool {
    message::open_stop(app.db(), Channel::Sms).await.unwrap().is_some()
}

#[tokio::test]
async fn a_text_message_is_handed_over_under_its_own_id_and_holds_one_short_link() {
    let server = GatewayServer::open(takes()).await;
    let app = texting(&server).await;
    queue(&app, "text", "").await;

    deliver(&app).await;
    deliver(&app).await;

    let row = only_letter(&app).await;
    assert_eq!((state(&row), row.channel), (State::Accepted, Some(Channel::Sms)));
    let asked = server.asked();
    assert_eq!(asked.len(), 1);
    let body = asked[0].json();
    assert_eq!(body["reference"], Value::from(row.id.simple().to_string()));
    assert_eq!(body["recipient"], 4_512_345_678_u64);
    assert_eq!(body["message"].as_str().unwrap().matches("/s/").count(), 1);
}

#[tokio::test]
async fn a_text_message_of_which_nobody_knows_is_never_sent_again_by_itself() {
    for mood in [Mood::Hangs, Mood::HangsUp, Mood::Says(500, json!({}))] {
        let server = GatewayServer::open(mood.clone()).await;
        let app = texting(&server).await;
        // Also of a kind that is sent again by mail.
        queue(&app, "text", "").await;
        for _ in 0..20 {
            deliver(&app).await;
            app.app.clock.advance(Duration::hours(7));
        }

        let row = only_letter(&app).await;
        assert_eq!((state(&row), server.asked().len()), (State::Unknown, 1), "{mood:?}");
        assert_eq!(row.failure, Some(Cause::TextUnknown.code().into_owned()));
        // And it did arrive.
        assert_eq!(tell(&app, row.id, Became::Delivered).await, Taken::Noted);
        assert_eq!(state(&only_letter(&app).await), State::Delivered);
    }
}

#[tokio::test]
async fn a_dead_number_ends_that_message_alone_and_a_busy_gateway_is_tried_again() {
    for (mood, becomes) in [
        (refuses(403, "0x0215"), State::GivenUp),
        (refuses(422, "0x0308"), State::GivenUp),
        (refuses(429, ""), State::Queued),
    ] {
        let server = GatewayServer::open(mood.clone()).await;
        let app = texting(&server).await;
        queue(&app, "text", "").await;

        deliver(&app).await;

        assert_eq!(state(&only_letter(&app).await), becomes, "{mood:?}");
        assert!(!are_texts_stopped(&app).await);
    }
}

#[tokio::test]
async fn a_gateway_that_takes_nothing_of_ours_stops_text_messages_gives_up_none_and_holds_up_no_mail() {
    let server = GatewayServer::open(refuses(401, "0x0211")).await;
    let app = texting(&server).await;
    for number in 0..10 {
        queue(&app, "text", &number.to_string()).await;
    }
    queue(&app, "plain", "").await;
    for _ in 0..200 {
        deliver(&app).await;
        app.app.clock.advance(Duration::hours(1));
    }

    let rows = messages::Entity::find().all(app.db()).await.unwrap();
    let stand = |name: &str, wanted: State| rows.iter().filter(|row| row.kind == name).all(|row| state(row) == wanted);
    assert!(stand("text", State::Queued) && stand("plain", State::Accepted), "{rows:?}");
    let admin = app.administrator().await;
    for page in ["/admin", "/today", "/admin/sms"] {
        admin.get(page).await.assert_ok().assert_shows("Ingen sms-beskeder kan sendes lige nu");
    }

    server.turns(takes());
    for _ in 0..4 {
        app.app.clock.advance(Duration::minutes(11));
        deliver(&app).await;
    }
    let rows = messages::Entity::find().all(app.db()).await.unwrap();
    assert!(rows.iter().all(|row| state(row) == State::Accepted), "{rows:?}");
    assert!(!are_texts_stopped(&app).await);
}

#[tokio::test]
async fn receipts_in_any_order_settle_a_message_once_and_what_did_not_arrive_is_told_of() {
    use Became::{Barred, Delivered, Number, Temporary};
    for (told, becomes, cause) in [
        (vec![Delivered, Delivered, Temporary, Number], State::Delivered, None),
        (vec![Temporary, Temporary, Delivered], State::Delivered, None),
        (vec![Temporary], State::Bounced, Some(Cause::PhoneAway)),
        (vec![Number, Delivered], State::Bounced, Some(Cause::NumberDead)),
        (vec![Temporary, Barred, Temporary], State::Bounced, Some(Cause::Barred)),
    ] {
        let server = GatewayServer::open(takes()).await;
        let app = texting(&server).await;
        queue(&app, "text", "").await;
        deliver(&app).await;
        let id = only_letter(&app).await.id;
        for became in &told {
            tell(&app, id, *became).await;
        }

        let row = only_letter(&app).await;
        assert_eq!(state(&row), becomes, "{told:?}");
        assert_eq!(row.bounce, cause.map(|cause| cause.code().into_owned()), "{told:?}");
        let tr = Tr::Danish;
        let troubles = message::troubles(app.db(), tr, &[Uuid::nil()]).await.unwrap();
        let told: Vec<_> = troubles.into_iter().map(|trouble| trouble.cause).collect();
        assert_eq!(told, cause.map(|cause| cause.label(tr)).into_iter().collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn whether_mail_goes_again_is_tried_with_a_mail_however_many_text_messages_wait() {
    let server = GatewayServer::open(refuses(429, "")).await;
    let app = texting(&server).await;
    for number in 0..3 {
        queue(&app, "text", &number.to_string()).await;
    }
    deliver(&app).await;
    app.app.clock.advance(Duration::hours(1));
    let now = app.app.clock.now();
    let stopped = sender_stops::ActiveModel {
        id: Set(Uuid::now_v7()),
        channel: Set(Channel::Mail),
        began_at: Set(now - Duration::hours(1)),
        failure: Set(Cause::ServerAway.code().into_owned()),
        next_try_at: Set(now),
        ..Default::default()
    };
    sender_stops::Entity::insert(stopped).exec_without_returning(app.db()).await.unwrap();
    queue(&app, "plain", "").await;

    deliver(&app).await;

    let rows = messages::Entity::find().all(app.db()).await.unwrap();
    let plain = rows.iter().find(|row| row.kind == "plain").unwrap();
    assert_eq!(state(plain), State::Accepted);
    assert!(message::open_stop(app.db(), Channel::Mail).await.unwrap().is_none());
}

#[tokio::test]
async fn a_receipt_about_a_mail_or_a_message_that_never_left_changes_nothing() {
    let app = support::start().await;
    queue_about(&app, "plain", Uuid::nil(), "").await;
    let id = only_letter(&app).await.id;

    assert_eq!(tell(&app, id, Became::Number).await, Taken::Known);
    assert_eq!(tell(&app, Uuid::now_v7(), Became::Number).await, Taken::Unknown);

    assert_eq!(state(&only_letter(&app).await), State::Queued);
}

/// The texts of a kind, and whether they say how to stop them.
fn keys_of_texts(kind: &'static MessageKind) -> impl Iterator<Item = (&'static str, bool)> {
    let can_be_stopped = kind.declared.unsubscribe == Unsubscribe::OneClick;
    let texts = kind.declared.texts.iter().filter(|text| text.channel == Channel::Sms);
    texts.flat_map(|text| text.keys).map(move |key| (*key, can_be_stopped))
}

/// As long as the page of one message's sort is.
const UNSUBSCRIBE: &str =
    "https://mentor.boligorganisationen.example/unsubscribe/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What says all that there is to say: the answer to STOP, and what mentors are told.
const LEADS_NOWHERE: [&str; 17] = [
    "message-text-stopped",
    "message-text-stopped-call",
    "message-text-course-ended-mentee",
    "message-text-course-ended-mentee-call",
    "message-text-planned-mentor",
    "message-text-planned-cancelled-mentor",
    "message-text-planned-passed-on",
    "message-text-planned-reminder-mentor",
    "message-text-silence-mentor",
    "message-text-silence-mentor-write",
    "message-text-stand-in-over",
    "message-text-stand-in-mentor",
    "message-text-stand-in-mentor-over",
    "message-text-certificate",
    "message-text-year-own",
    "message-text-year-scheme",
    "message-text-thanks",
];

/// Every kind that goes by text message has a text, in each language, that its readers are sent as two messages at most.
#[test]
fn every_text_fits_in_both_languages() {
    let link = "https://mentor.boligorganisationen.example/s/8x5k2m9wq3r7t1v6y4z0a";
    let mut texts = 0;
    for (key, can_be_stopped) in LETTERS.iter().copied().flatten().flat_map(keys_of_texts) {
        for tr in [Tr::Danish, Tr::English] {
            // The longest that a day can be.
            let when = tr.appointment(&"2026-09-30T14:30:00Z".parse().unwrap());
            let date = tr.date(&"2026-09-30".parse().unwrap());
            let said = [
                ("link", link.into()),
                ("when", when.into()),
                ("date", date.into()),
                ("phone", "12 34 56 78".into()),
                ("known", "1234".into()),
                ("active", "1000".into()),
            ];
            let text = tr.with(key, said);
            assert!(text.contains(link) || LEADS_NOWHERE.contains(&key), "{text}");
            let unstopped = Some(text.clone()).filter(|_| !can_be_stopped);
            let leads_there = tr.t1("message-text-stop-there", "link", UNSUBSCRIBE);
            let page = if text.contains("/s/") { tr.t("message-text-stop-page") } else { leads_there };
            let stopped = [tr.t("message-text-stop"), page].map(|stop| format!("{text}\n{stop}"));
            for whole in unstopped.map_or(stopped.to_vec(), |text| vec![text]) {
                crate::sms::length::assert_fits(key, tr.lang(), &whole);
                assert_eq!(message::sms::length(&message::sms::plain(&whole)).coding, message::sms::Coding::SevenBit);
            }
            texts += 1;
        }
    }
    assert_eq!(texts, 124);
}
