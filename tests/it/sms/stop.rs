//! STOP by text message: it ends text messages alone, is answered once, and START begins them again.

use brobyg::{
    callback,
    jobs::LETTERS,
    language::Tr,
    message::{
        self, Addressee, MessageKind, Taken, Unwanted,
        sms::{Answered, Says, Wish},
    },
    referral::interest::letters::INTEREST,
    word::Worded,
};
use chrono::Duration;
use entity::{
    Words, mentors,
    mentors::ContactPreference,
    messages::{self, AddresseeKind, Category, Channel},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    reach::scene::{Scene, Young},
    support::TestApp,
};

const NUMBER: &str = "+4550000100";

async fn answer(app: &TestApp, from: &str, wish: Wish) -> Taken {
    let answered = Answered { from: from.into(), says: Says::Wish(wish) };
    callback::heed(app.db(), app.app.clock.now(), &answered).await.unwrap()
}

/// All texts to a number, the first first.
async fn texts(app: &TestApp, number: &str) -> Vec<String> {
    message::deliver_due(&app.app.desk(), &app.app.post, LETTERS).await.unwrap();
    let mut kept = app.app.sms.folder().unwrap().all().await.unwrap();
    kept.sort_by_key(|sms| sms.sent_at);
    kept.into_iter().filter(|sms| sms.to == number).map(|sms| sms.text).collect()
}

#[tokio::test]
async fn the_answer_to_stop_is_in_the_language_of_whoever_stopped() {
    for (tr, stopped) in [
        (Tr::Arabic, "لن نرسل"),
        (Tr::Farsi, "نمی‌فرستیم"),
        (Tr::Turkish, "göndermeyiz"),
        (Tr::Somali, "kuguma soo dirayno"),
        (Tr::Ukrainian, "більше не надсилаємо"),
        (Tr::English, "no more reminders"),
        (Tr::Danish, "ikke flere påmindelser"),
    ] {
        let scene = Scene::set_with_texts(Young::Phone).await;
        let spoken = Set(Words(vec![tr.lang().to_owned()]));
        let person = young_people::ActiveModel { languages: spoken, ..Default::default() };
        scene.app.change_person(scene.referral(), person).await;

        answer(&scene.app, NUMBER, Wish::Stop).await;

        let told = texts(&scene.app, NUMBER).await;
        assert!(told.len() == 1 && told[0].contains(stopped) && told[0].contains("START"), "{tr:?}: {told:?}");
    }
}

/// Why the newest message of a kind did not leave.
async fn unwanted(app: &TestApp, kind: MessageKind) -> Option<String> {
    let newest = messages::Entity::find().filter(messages::Column::Kind.eq(kind.name));
    newest.order_by_desc(messages::Column::Id).one(app.db()).await.unwrap().unwrap().unwanted
}

#[tokio::test]
async fn stop_is_answered_once_and_at_any_hour_and_ends_what_may_be_stopped_by_text_message() {
    let scene = Scene::set_with_texts(Young::Phone).await;
    let app = &scene.app;
    // Half past eleven at night.
    app.app.clock.advance(Duration::hours(13));

    assert_eq!(answer(app, NUMBER, Wish::Stop).await, Taken::Noted);
    let told = texts(app, NUMBER).await;
    let [told] = told.as_slice() else { panic!("{told:?}") };
    assert!(told.contains("ikke flere påmindelser") && told.contains("Svar START"), "{told}");
    assert!(!told.contains("Svar STOP"), "{told}");

    assert_eq!(answer(app, NUMBER, Wish::Stop).await, Taken::Known);
    app.app.clock.advance(Duration::hours(11));
    scene.queue(&INTEREST, scene.subject(INTEREST.name).await).await;
    assert_eq!(texts(app, NUMBER).await.len(), 1);
    assert_eq!(unwanted(app, INTEREST).await, Some(Unwanted::OptedOut.code().into_owned()));
    let page = app.staff().await.get(&format!("/referrals/{}", scene.referral().id)).await;
    page.assert_ok().assert_shows("Påmindelser på sms: stoppet siden").assert_shows("Til den unge: svar på STOP");
}

#[tokio::test]
async fn stop_by_text_message_lets_mails_of_the_same_sort_through() {
    let scene = Scene::set_with_texts(Young::Own).await;
    let app = &scene.app;
    answer(app, NUMBER, Wish::Stop).await;

    scene.queue(&INTEREST, scene.subject(INTEREST.name).await).await;
    texts(app, NUMBER).await;

    assert_eq!(unwanted(app, INTEREST).await, None);
    assert_eq!(app.mails_to("ung@ung.example").await.len(), 1);
}

#[tokio::test]
async fn start_begins_again_what_stop_ended_and_nothing_that_was_ended_by_a_link() {
    let scene = Scene::set_with_texts(Young::Phone).await;
    let (app, now) = (&scene.app, scene.app.app.clock.now());
    let person = Addressee::young_person(scene.referral().young_person_id);
    message::opt_out(app.db(), now, person, Category::Survey).await.unwrap();
    answer(app, NUMBER, Wish::Stop).await;

    assert_eq!(answer(app, NUMBER, Wish::Start).await, Taken::Noted);
    assert_eq!(answer(app, NUMBER, Wish::Start).await, Taken::Known);

    // Whoever has begun again is not told that they stopped, and is asked again.
    scene.queue(&INTEREST, scene.subject(INTEREST.name).await).await;
    let told = texts(app, NUMBER).await;
    let [asked] = told.as_slice() else { panic!("{told:?}") };
    assert!(asked.contains("/s/"), "{asked}");
    let is_out = async |category| message::has_opted_out(app.db(), person, category).await.unwrap();
    assert!(is_out(Category::Survey).await && !is_out(Category::Interest).await && !is_out(Category::Reminder).await);
    // And each STOP after a START is answered.
    app.app.clock.advance(Duration::hours(1));
    answer(app, NUMBER, Wish::Stop).await;
    assert_eq!(texts(app, NUMBER).await.len(), 2);
}

#[tokio::test]
async fn an_unknown_number_gets_no_answer_and_two_with_one_number_get_one() {
    let scene = Scene::set_with_texts(Young::Phone).await;
    let app = &scene.app;
    let sibling = app.referral("Yusuf Test").await;
    let shared = young_people::ActiveModel { phone: Set(Some(NUMBER.into())), ..Default::default() };
    app.change_person(&sibling, shared).await;

    assert_eq!(answer(app, "+4587654321", Wish::Stop).await, Taken::Unknown);
    assert!(messages::Entity::find().all(app.db()).await.unwrap().is_empty());
    assert_eq!(answer(app, NUMBER, Wish::Stop).await, Taken::Noted);

    assert_eq!(texts(app, NUMBER).await.len(), 1);
    for person in [sibling.young_person_id, scene.referral().young_person_id] {
        assert!(message::has_stopped_texts(app.db(), Addressee::young_person(person)).await.unwrap());
    }
}

#[tokio::test]
async fn a_mentor_who_answers_stop_is_heard_too() {
    let scene = Scene::set_with_texts(Young::Own).await;
    let app = &scene.app;
    let (number, id) = ("+4512121212", scene.mentor_id());
    let phone = mentors::ActiveModel {
        id: Set(id),
        phone: Set(Some(number.into())),
        contact_preference: Set(Some(ContactPreference::Sms)),
        ..Default::default()
    };
    phone.update(app.db()).await.unwrap();

    assert_eq!(answer(app, number, Wish::Stop).await, Taken::Noted);

    let told = texts(app, number).await;
    assert!(told.len() == 1 && told[0].contains("Svar START"), "{told:?}");
    let page = app.staff().await.get(&format!("/mentors/{id}")).await;
    page.assert_shows("Spørgsmål, om de to mødtes på sms: stoppet siden");
}

#[tokio::test]
async fn whoever_asks_staff_for_it_gets_text_messages_again() {
    let scene = Scene::set_with_texts(Young::Phone).await;
    let app = &scene.app;
    answer(app, NUMBER, Wish::Stop).await;
    let staff = app.staff().await;
    let path = format!("/referrals/{}", scene.referral().id);
    let page = staff.get(&path).await;
    let act = page.body.split(&format!("{path}/opt-outs/")).nth(1).unwrap().split('"').next().unwrap().to_owned();

    staff.submit(&format!("{path}/opt-outs/{act}"), &[]).await.assert_taken();

    assert_eq!(staff.get(&path).await.body.matches("på sms: stoppet siden").count(), 4);
}

/// What STOP ends is what goes by text message and can be switched off, of whoever gets it.
#[test]
fn stop_ends_all_that_says_it_can_be_stopped() {
    for whom in [AddresseeKind::YoungPerson, AddresseeKind::Mentor, AddresseeKind::User, AddresseeKind::Partner] {
        let goes = |kind: &&MessageKind| {
            let texts = &kind.declared.texts;
            kind.declared.unsubscribe == message::Unsubscribe::OneClick
                && texts.iter().any(|text| text.channel == Channel::Sms && text.to.contains(&whom))
        };
        let mut declared: Vec<String> = LETTERS
            .iter()
            .copied()
            .flatten()
            .filter(goes)
            .map(|kind| kind.declared.category.code().into_owned())
            .collect();
        declared.sort_unstable();
        declared.dedup();
        let mut stopped: Vec<_> =
            message::stopped_by_text(whom).iter().map(|category| category.code().into_owned()).collect();
        stopped.sort_unstable();
        assert_eq!(stopped, declared, "{whom:?}");
    }
}
