//! Both are told, and their calendars obey: an invitation, its change, and its end.

use std::sync::Arc;

use brobyg::message::sms::Sms;
use chrono::Duration;
use entity::{
    mentors::{self, ContactPreference},
    messages, users, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{
    MENTOR, OWN, Planning, at,
    ics::{Inbox, read},
    in_days, planning,
};
use crate::{course::amira_and_jonas, support::viewer_of};

#[tokio::test]
async fn both_get_an_invitation_that_every_program_sees() {
    let planning = planning().await;
    planning.pair.app.mentor_browser(&planning.pair.mentor).await;
    let meeting = planning.plan(at(in_days(7))).await.unwrap();

    for to in [MENTOR, OWN] {
        let mails = planning.sent_to(to).await;
        let [mail] = mails.as_slice() else { panic!("{to}: {mails:?}") };
        let alternative = ["multipart/alternative", "text/plain", "text/html", "text/calendar"];
        assert_eq!(mail.kinds[..5], [&["multipart/mixed"], &alternative[..]].concat());
        assert_eq!((mail.kinds.len(), mail.files.as_slice()), (6, ["invite.ics".to_owned()].as_slice()));
        let (head, text) = mail.calendar();
        let events = read(text);
        let [event] = events.as_slice() else { panic!("{text}") };
        assert_eq!((head.as_str(), event.method.as_deref()), ("REQUEST", Some("REQUEST")));
        assert_eq!(event.of("UID"), meeting.id.to_string());
        assert_eq!((event.of("DTSTART"), event.of("DTEND")), ("20260311T150000Z", "20260311T160000Z"));
        assert_eq!((event.of("STATUS"), event.sequence()), ("CONFIRMED", 0));
        assert_eq!(event.of("ORGANIZER"), format!("mailto:{}", mail.from));
        assert_eq!(event.of("ATTENDEE"), format!("mailto:{to}"));
        // Whoever looks at somebody's calendar learns neither with whom nor where.
        assert!(!text.contains("Amira") && !text.contains("Jonas") && !text.contains("LOCATION"), "{text}");
        assert_eq!(event.of("SUMMARY"), "Møde i forløb");
        assert_eq!(mail.subject, "Et møde er aftalt");
        assert!(mail.text.contains("onsdag 11. marts kl. 16.00") && mail.text.contains("Et nej i kalenderen"));
    }
}

#[tokio::test]
async fn a_mentor_whose_invitation_was_never_used_gets_no_link_that_asks_to_sign_in() {
    let planning = planning().await;
    let app = &planning.pair.app;
    let user = app.mentor_browser(&planning.pair.mentor).await.user.as_ref().unwrap().id;
    let never = users::ActiveModel { id: Set(user), last_seen_on: Set(None), ..Default::default() };
    never.update(app.db()).await.unwrap();
    planning.plan(at(in_days(7))).await.unwrap();

    let mails = planning.sent_to(MENTOR).await;

    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    assert!(mail.text.contains("/my-course/") && !mail.text.contains("/courses/"), "{}", mail.text);
}

#[tokio::test]
async fn a_change_moves_the_same_meeting_and_its_end_takes_it_away() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(7))).await.unwrap();
    planning.sent_to(OWN).await;
    planning.change(&meeting, at(in_days(8))).await.unwrap();
    planning.sent_to(OWN).await;
    let moved = planning.now(&meeting).await;
    planning.change(&moved, at(in_days(9))).await.unwrap();
    planning.sent_to(OWN).await;
    planning.cancel(&moved).await.unwrap();

    for to in [MENTOR, OWN] {
        let mails = planning.sent_to(to).await;
        let subjects: Vec<_> = mails.iter().map(|mail| mail.subject.as_str()).collect();
        assert_eq!(subjects, ["Et møde er aftalt", "Et møde er ændret", "Et møde er ændret", "Et møde er aflyst"]);
        let mut inbox = Inbox::of(to);
        let mut seen = Vec::new();
        for mail in &mails {
            let (head, text) = mail.calendar();
            inbox.take(head, text);
            seen.push(inbox.events.values().map(|(sequence, _, start)| (*sequence, start.clone())).collect::<Vec<_>>());
        }
        let one = |sequence, day: &str| vec![(sequence, format!("202603{day}T150000Z"))];
        assert_eq!(seen, [one(0, "11"), one(1, "12"), one(2, "13"), Vec::new()]);
        let end = read(&mails[3].calendar().1).remove(0);
        assert_eq!((end.method.as_deref(), end.of("STATUS"), end.sequence()), (Some("CANCEL"), "CANCELLED", 3));
        // Whoever reads their mail backwards is not fooled by what is older.
        let mut backwards = Inbox::of(to);
        for mail in mails[..3].iter().rev() {
            let (head, text) = mail.calendar();
            backwards.take(head, text);
        }
        assert_eq!(backwards.events.values().next().unwrap().0, 2);
    }
}

#[tokio::test]
async fn what_changed_before_it_left_is_told_once_and_what_was_called_off_not_at_all() {
    let planning = planning().await;
    let meeting = planning.plan(at(in_days(7))).await.unwrap();
    for day in 8..10 {
        let now = planning.now(&meeting).await;
        planning.change(&now, at(in_days(day))).await.unwrap();
    }
    let off = planning.plan(at(in_days(20))).await.unwrap();
    planning.cancel(&off).await.unwrap();

    for to in [MENTOR, OWN] {
        let mails = planning.sent_to(to).await;
        let [mail] = mails.as_slice() else { panic!("{to}: {mails:?}") };
        assert_eq!((mail.subject.as_str(), read(&mail.calendar().1)[0].sequence()), ("Et møde er aftalt", 2));
        assert!(mail.text.contains("fredag 13. marts kl. 16.00"), "{}", mail.text);
    }
    let waiting = messages::Entity::find().filter(messages::Column::NextTryAt.is_not_null());
    let waiting = waiting.all(planning.pair.app.db()).await.unwrap();
    assert!(waiting.iter().all(|row| row.kind.contains("reminder")), "{waiting:?}");
}

async fn prefers(planning: &Planning, way: ContactPreference) {
    let change = young_people::ActiveModel { contact_preference: Set(Some(way)), ..Default::default() };
    planning.pair.app.change_person(&planning.pair.referral, change).await;
}

#[tokio::test]
async fn who_is_reached_through_the_partner_is_told_through_the_partner_and_nobody_else_is() {
    let planning = planning().await;
    prefers(&planning, ContactPreference::ThroughPartner).await;
    let contact = "kontakt@partner.example";
    let partner = entity::partners::ActiveModel { contact_email: Set(Some(contact.into())), ..Default::default() };
    entity::partners::Entity::update_many().set(partner).exec(planning.pair.app.db()).await.unwrap();
    let meeting = planning.plan(at(in_days(7))).await.unwrap();

    let mails = planning.sent_to(contact).await;
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    assert!(mail.text.contains("vil have besked gennem dig") && mail.text.contains("onsdag 11. marts kl. 16.00"));
    // It belongs in nobody's calendar there, and names nobody.
    assert!(mail.calendars.is_empty() && !mail.text.contains("Amira"), "{}", mail.text);
    assert!(planning.sent_to(OWN).await.is_empty());
    planning.cancel(&meeting).await.unwrap();
    assert_eq!(planning.subjects_to(contact).await, ["Et møde er aftalt", "Et møde er aflyst"]);
}

/// The same where text messages can be sent.
async fn with_texts() -> Planning {
    let mut pair = amira_and_jonas().await;
    let mut config = (*pair.app.app.config).clone();
    config.sms.preset = "folder".into();
    pair.app.app.sms = Sms::open(&config.sms, &config.base_url, pair.app.data.path()).unwrap();
    pair.app.app.config = Arc::new(config);
    pair.app = pair.app.opened_again();
    let staff = pair.app.user("Sanne Holm", entity::users::Role::Staff, None).await;
    Planning { pair, staff }
}

impl Planning {
    /// All text messages, the first first.
    async fn texts(&self) -> Vec<String> {
        let mut texts = self.pair.app.app.sms.folder().unwrap().all().await.unwrap();
        texts.sort_by(|one, other| (one.sent_at, &one.text).cmp(&(other.sent_at, &other.text)));
        texts.into_iter().map(|sms| sms.text).collect()
    }
}

async fn mentor_wishes_texts(planning: &Planning) {
    let mentor = mentors::ActiveModel {
        id: Set(planning.pair.mentor.id),
        contact_preference: Set(Some(ContactPreference::Sms)),
        phone: Set(Some("+4520304050".into())),
        ..Default::default()
    };
    mentor.update(planning.pair.app.db()).await.unwrap();
}

#[tokio::test]
async fn a_mentor_who_prefers_text_messages_is_told_and_reminded_by_them() {
    let planning = with_texts().await;
    mentor_wishes_texts(&planning).await;
    let meeting = planning.plan(at(in_days(7))).await.unwrap();
    planning.sent_to(MENTOR).await;
    planning.turn(in_days(6) + Duration::minutes(1));
    planning.sent_to(MENTOR).await;
    planning.cancel(&meeting).await.unwrap();

    assert!(planning.subjects_to(MENTOR).await.is_empty());
    let said = planning.texts().await;
    assert_eq!(said.len(), 3, "{said:?}");
    for (text, word) in said.iter().zip(["Du skal mødes med den unge", "Husk", "aflyst"]) {
        assert!(text.contains(word) && text.contains("onsdag 11. marts kl. 16.00"), "{text}");
    }
}

#[tokio::test]
async fn what_stands_in_the_calendar_of_a_mentor_is_taken_out_of_it_whatever_they_wish_since() {
    let planning = with_texts().await;
    let meeting = planning.plan(at(in_days(7))).await.unwrap();
    assert_eq!(planning.subjects_to(MENTOR).await, ["Et møde er aftalt"]);

    mentor_wishes_texts(&planning).await;
    planning.cancel(&meeting).await.unwrap();

    let mails = planning.sent_to(MENTOR).await;
    let [_, end] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!(end.calendar().0, "CANCEL");
    assert!(planning.texts().await.is_empty());
}

#[tokio::test]
async fn who_prefers_the_phone_gets_day_and_hour_with_a_short_link_as_a_text_message() {
    let planning = with_texts().await;
    prefers(&planning, ContactPreference::Sms).await;

    let meeting = planning.plan(at(in_days(7))).await.unwrap();
    assert!(planning.sent_to(OWN).await.is_empty());
    planning.turn(in_days(6) + Duration::minutes(1));
    planning.sent_to(OWN).await;
    planning.cancel(&meeting).await.unwrap();
    planning.sent_to(OWN).await;

    let said = planning.texts().await;
    assert_eq!(said.len(), 3, "{said:?}");
    for (text, word) in said.iter().zip(["Du skal mødes", "Husk", "aflyst"]) {
        assert!(text.contains(word) && text.contains("onsdag 11. marts kl. 16.00"), "{text}");
        assert!(!text.contains("Amira") && !text.contains("Jonas"), "{text}");
        // The link of every message shows how things stand now.
        let (_, path) = text.split_once(&planning.pair.app.app.config.base_url).unwrap();
        let page = planning.pair.app.visitor().get(path.split_whitespace().next().unwrap()).await;
        page.assert_ok().assert_shows("Til Amira fra mentorordningen").assert_shows("Mødet er aflyst");
    }
}

#[tokio::test]
async fn after_a_no_to_the_mentor_nobody_is_told_of_a_meeting() {
    let planning = planning().await;
    let (app, pair) = (&planning.pair.app, &planning.pair);
    app.agreed(&pair.referral, entity::consents::ConsentPurpose::MentorCourse).await;
    planning.plan(at(in_days(7))).await.unwrap();
    let (now, staff) = (app.app.clock.now(), viewer_of(&planning.staff));
    let purpose = entity::consents::ConsentPurpose::MentorCourse;
    brobyg::referral::withdraw_consent(app.db(), now, &staff, pair.referral.id, purpose).await.unwrap();

    assert!(planning.sent_to(OWN).await.is_empty());
    assert!(!planning.subjects_to(MENTOR).await.contains(&"Et møde er aftalt".to_owned()));
}
