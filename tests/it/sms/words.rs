//! What people answer to a text message in their own words: somebody of staff reads it, and nothing of it is lost.

use brobyg::{
    callback,
    message::{
        Taken,
        sms::{Answered, Says},
    },
};
use chrono::Duration;
use entity::{mentors, text_answers, users};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use crate::{
    reach::scene::{Scene, Young},
    support::{Browser, TestApp},
};

const NUMBER: &str = "+4550000100";
const WORDS: &str = "Hej, kan I ringe? Jeg er ked af det";
const LATER: &str = "Der er noget galt";

async fn write(app: &TestApp, from: &str, text: &str) -> Taken {
    let answered = Answered { from: from.into(), says: Says::Words(text.into()) };
    callback::heed(app.db(), app.app.clock.now(), &answered).await.unwrap()
}

#[tokio::test]
async fn what_a_young_person_writes_waits_for_staff_until_somebody_has_seen_to_it() {
    let scene = Scene::set_with_texts(Young::Phone).await;
    let (app, referral) = (&scene.app, scene.referral());
    assert_eq!(write(app, NUMBER, WORDS).await, Taken::Noted);
    assert_eq!(write(app, NUMBER, WORDS).await, Taken::Known, "the gateway told it again");

    let staff = app.staff().await;
    let line = format!("id=\"texted-{}\"", referral.id);
    let today = staff.get("/today").await;
    today.assert_ok().assert_shows(&line).assert_shows("Skrev en sms").assert_hides("ked af det");
    staff.get("/referrals?texted=young-person").await.assert_ok().assert_shows(&format!("/referrals/{}", referral.id));
    let path = format!("/referrals/{}", referral.id);
    staff.get(&path).await.assert_ok().assert_shows(WORDS).assert_shows("Ikke klaret");
    staff.get(&format!("/young-people/{}", referral.young_person_id)).await.assert_shows(WORDS);

    let shown = newest(&staff, &path).await;
    // What comes after the page was opened is not settled with it: nobody has read it.
    app.app.clock.advance(Duration::minutes(1));
    assert_eq!(write(app, NUMBER, LATER).await, Taken::Noted);
    settle(&staff, &path, &shown).await;
    staff.get("/today").await.assert_shows(&line);
    let shown = newest(&staff, &path).await;
    settle(&staff, &path, &shown).await;

    staff.get("/today").await.assert_hides(&line);
    staff.get(&path).await.assert_shows(WORDS).assert_hides("Ikke klaret").assert_shows("har taget sig af en sms");
    // The same words are said anew once somebody has seen to them.
    app.app.clock.advance(Duration::minutes(5));
    assert_eq!(write(app, NUMBER, WORDS).await, Taken::Noted);
    // It is read where it stands, and not settled unread.
    staff.submit(&format!("/today/texted/{}/settlement", referral.id), &[]).await;
    staff.get("/today").await.assert_shows(&line);
    // A line that was put aside comes back with what is written after that.
    let aside = [("reason", "later"), ("ready", "two-weeks")];
    staff.submit(&format!("/today/texted/{}/snooze", referral.id), &aside).await.assert_taken();
    staff.get("/today").await.assert_shows("Hent frem nu");
    assert_eq!(write(app, NUMBER, LATER).await, Taken::Noted);
    staff.get("/today").await.assert_shows(&line).assert_hides("Hent frem nu");
}

/// What the page says of the newest that stands on it.
async fn newest(staff: &Browser, path: &str) -> String {
    let page = staff.get(path).await;
    let (_, after) = page.body.split_once("name=\"_newest\" value=\"").expect("something waits");
    after.split('"').next().unwrap_or_default().to_owned()
}

async fn settle(staff: &Browser, path: &str, newest: &str) {
    staff.submit(&format!("{path}/text-answers/settlement"), &[("_newest", newest)]).await.assert_goes_to(path);
}

#[tokio::test]
async fn what_mentors_and_referrers_write_waits_on_their_own_lines() {
    let scene = Scene::set_with_texts(Young::Own).await;
    let (app, staff) = (&scene.app, scene.app.staff().await);
    let (mentor, referral) = (scene.mentor_id(), scene.referral());
    let phone = Set(Some("+4512121212".to_owned()));
    mentors::ActiveModel { id: Set(mentor), phone, ..Default::default() }.update(app.db()).await.unwrap();
    let referrer = referral.referrer_id.unwrap();
    let phone = Set(Some("+4513131313".to_owned()));
    users::ActiveModel { id: Set(referrer), phone, ..Default::default() }.update(app.db()).await.unwrap();

    write(app, "+4512121212", "Jeg kan ikke i dag").await;
    write(app, "+4513131313", "Ring til mig").await;

    let today = staff.get("/today").await;
    today.assert_shows(&format!("id=\"mentor-texted-{mentor}\""));
    today.assert_shows(&format!("id=\"referrer-texted-{}\"", referral.id));
    staff.get("/mentors?texted=yes&status=everybody").await.assert_shows(&format!("/mentors/{mentor}"));
    let page = staff.get(&format!("/mentors/{mentor}")).await;
    page.assert_shows("Jeg kan ikke i dag").assert_hides("Ring til mig");
    let page = staff.get(&format!("/referrals/{}", referral.id)).await;
    page.assert_shows("Ring til mig").assert_hides("Jeg kan ikke i dag");
    for path in [format!("/mentors/{mentor}"), format!("/referrals/{}", referral.id)] {
        let shown = newest(&staff, &path).await;
        settle(&staff, &path, &shown).await;
    }
    staff.get("/today").await.assert_hides("-texted-");
}

#[tokio::test]
async fn of_a_number_that_nobody_has_it_is_counted_that_it_wrote_and_nothing_is_kept() {
    let scene = Scene::set_with_texts(Young::Phone).await;
    let app = &scene.app;

    assert_eq!(write(app, "+4587654321", WORDS).await, Taken::Unknown);

    let kept = text_answers::Entity::find().all(app.db()).await.unwrap();
    assert!(kept.len() == 1 && kept[0].text.is_empty() && kept[0].addressee_id.is_none(), "{kept:?}");
    app.administrator().await.get("/admin/sms").await.assert_shows("1 sms").assert_hides("87654321");
}

#[tokio::test]
async fn a_cpr_number_in_a_text_message_is_not_kept() {
    let scene = Scene::set_with_texts(Young::Phone).await;
    write(&scene.app, NUMBER, "Mit cpr er 010203-1234").await;

    let kept = text_answers::Entity::find().one(scene.app.db()).await.unwrap().unwrap();

    assert_eq!(kept.text, "Mit cpr er ••••••-••••");
}
