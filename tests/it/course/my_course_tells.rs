//! What the mentor's own page behind a link tells of the young person, for how long, and that the reading log knows whose link it was.

use brobyg::account::link;
use entity::{
    consents::ConsentPurpose,
    mentors,
    messages::AddresseeKind,
    readings,
    users::{self, Role},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryOrder};

use super::{Pair, amira_and_jonas, my_course::linked};
use crate::support::{today, viewer_of};

const NUMBER: &str = "21 22 23 24";

/// Amira has a number, and Jonas his link: the page that it opens.
async fn with_a_number() -> (Pair, String) {
    let pair = amira_and_jonas().await;
    let own = young_people::ActiveModel {
        id: Set(pair.referral.young_person_id),
        phone: Set(Some("+4521222324".into())),
        ..Default::default()
    };
    own.update(pair.app.db()).await.unwrap();
    let open = format!("{}/open", linked(&pair).await);
    (pair, open)
}

/// Jonas has this sign-in.
async fn signs_in(pair: &Pair, change: users::ActiveModel) {
    let user = pair.app.user("Jonas", Role::Mentor, None).await;
    users::ActiveModel { id: Set(user.id), ..change }.update(pair.app.db()).await.unwrap();
    let has = mentors::ActiveModel { id: Set(pair.mentor.id), user_id: Set(Some(user.id)), ..Default::default() };
    has.update(pair.app.db()).await.unwrap();
}

/// Whoever has the links alone finds the number behind them, as others do on the page of the course, and no longer than those.
#[tokio::test]
async fn a_mentor_without_a_sign_in_reads_how_the_young_person_is_reached_while_they_agree() {
    let (pair, open) = with_a_number().await;
    let phone = pair.app.visitor();
    phone.get(open.trim_end_matches("/open")).await.assert_hides(NUMBER);
    phone.get(&open).await.assert_shows("tel:+4521222324").assert_shows(NUMBER);

    pair.app.agreed(&pair.referral, ConsentPurpose::MentorCourse).await;
    let (staff, now) = (pair.app.user("Sanne", Role::Staff, None).await, pair.app.app.clock.now());
    let purpose = ConsentPurpose::MentorCourse;
    brobyg::referral::withdraw_consent(pair.app.db(), now, &viewer_of(&staff), pair.referral.id, purpose)
        .await
        .unwrap();
    phone.get(&open).await.assert_shows("Linket viser ikke noget længere").assert_hides(NUMBER);
}

#[tokio::test]
async fn whoever_signs_in_or_may_no_more_does_not_read_it_there() {
    let now = today().and_hms_opt(8, 0, 0).unwrap().and_utc();
    let used = users::ActiveModel { last_seen_on: Set(Some(today())), ..Default::default() };
    let closed = users::ActiveModel { disabled_at: Set(Some(now)), ..Default::default() };
    for sign_in in [used, closed] {
        let (pair, open) = with_a_number().await;
        signs_in(&pair, sign_in).await;
        pair.app.visitor().get(&open).await.assert_hides(NUMBER);
    }
    let (pair, open) = with_a_number().await;
    signs_in(&pair, users::ActiveModel { ..Default::default() }).await;
    pair.app.visitor().get(&open).await.assert_shows(NUMBER);
}

#[tokio::test]
async fn it_is_gone_once_contact_is_stopped_or_the_course_is_over() {
    let (pair, open) = with_a_number().await;
    pair.contact_is_stopped("Noget er galt").await;
    pair.app.visitor().get(&open).await.assert_hides(NUMBER).assert_hides("Amira");

    let (pair, open) = with_a_number().await;
    pair.change(|row| (row.ended_on, row.seat_hold_id) = (Set(Some(today())), Set(None))).await;
    pair.app.visitor().get(&open).await.assert_hides(NUMBER).assert_hides("Amira");
}

#[tokio::test]
async fn the_reading_log_says_whose_link_it_was() {
    let (pair, open) = with_a_number().await;
    pair.app.visitor().get(&open).await.assert_shows(NUMBER);

    let read = readings::Entity::find().order_by_desc(readings::Column::At).one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!(read.young_person_id, Some(pair.referral.young_person_id));
    assert_eq!((read.user_id, read.link_of, read.link_of_id), (None, Some(AddresseeKind::Mentor), None));
    let staff = pair.app.staff().await;
    let log = format!("/young-people/{}?kind=reading", pair.referral.young_person_id);
    staff.get(&log).await.assert_shows("Mentoren, ved et link").assert_hides("Brobyg:");
}

#[tokio::test]
async fn of_a_link_in_a_message_it_says_whose_by_name() {
    let (pair, _) = with_a_number().await;
    pair.change(|row| row.matched_on = Set(today() - chrono::Days::new(60))).await;
    pair.app.silence_by_clock().await;
    let mail = pair.app.mails_to(&pair.mentor.email).await.pop().unwrap();
    let (_, token) = mail.text.split_once("/my-course/").unwrap();
    let token = link::bare(token.split_whitespace().next().unwrap());
    pair.app.visitor().get(&format!("/my-course/{token}/open")).await.assert_shows(NUMBER);

    let read = readings::Entity::find().order_by_desc(readings::Column::At).one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!((read.link_of, read.link_of_id), (Some(AddresseeKind::Mentor), Some(pair.mentor.id)));
    let log = format!("/young-people/{}?kind=reading", pair.referral.young_person_id);
    pair.app.staff().await.get(&log).await.assert_shows("Jonas, ved et link");
}
