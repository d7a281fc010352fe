//! A text message that the gateway took, and never told of.

use brobyg::message::{self, Cause, Left, State, state};
use chrono::Duration;
use entity::messages;
use sea_orm::{EntityTrait, QueryFilter};

use super::{
    only_letter, queue,
    texts::{deliver, takes, tell, texting},
};
use crate::support::{TestApp, gateway::GatewayServer};
use brobyg::{message::sms::Became, word::Worded};

async fn doubt(app: &TestApp) {
    let tx = app.db().begin().await.unwrap();
    message::doubt_unreceipted(&tx, app.app.clock.now(), &app.app.sms).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_text_message_without_a_receipt_for_three_days_is_unknown_and_somebody_is_asked() {
    let server = GatewayServer::open(takes()).await;
    let app = texting(&server).await;
    queue(&app, "text", "").await;
    deliver(&app).await;
    app.app.clock.advance(Duration::days(3) - Duration::minutes(1));
    doubt(&app).await;
    assert_eq!(state(&only_letter(&app).await), State::Accepted);

    app.app.clock.advance(Duration::minutes(1));
    doubt(&app).await;

    let row = only_letter(&app).await;
    assert_eq!((state(&row), row.failure), (State::Unknown, Some(Cause::NoReceipt.code().into_owned())));
    let lines = messages::Entity::find().filter(Left::Unknown.still()).all(app.db()).await.unwrap();
    assert_eq!(lines.len(), 1);
    // It is never sent again by itself.
    app.app.clock.advance(Duration::days(1));
    deliver(&app).await;
    assert_eq!(server.asked().len(), 1);
    // And a receipt that was late settles it.
    tell(&app, row.id, Became::Delivered).await;
    assert_eq!(state(&only_letter(&app).await), State::Delivered);
}

#[tokio::test]
async fn what_was_told_of_or_sent_long_ago_or_through_a_gateway_that_tells_nothing_stays_as_it_is() {
    for (told, days, has_receipts) in [(true, 4, true), (false, 20, true), (false, 4, false)] {
        let server = GatewayServer::open(takes()).await;
        let mut app = texting(&server).await;
        queue(&app, "text", "").await;
        deliver(&app).await;
        if told {
            tell(&app, only_letter(&app).await.id, Became::Delivered).await;
        }
        if !has_receipts {
            let settings = brobyg::message::sms::SmsSettings {
                secret: String::new(),
                ..crate::sms::settings("gatewayapi", &server.url)
            };
            app.app.sms =
                brobyg::message::sms::Sms::open(&settings, "https://brobyg.example", app.data.path()).unwrap();
        }
        app.app.clock.advance(Duration::days(days));
        doubt(&app).await;

        let wanted = if told { State::Delivered } else { State::Accepted };
        assert_eq!(state(&only_letter(&app).await), wanted, "{told} {days} {has_receipts}");
    }
}
