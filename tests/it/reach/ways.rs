//! Ways die, not people: what came back closes the way, the next one is taken, and somebody can open it again.

use brobyg::{
    matching::{self, Through},
    message::{
        self, Told,
        bounce::{Bounce, BounceClass, Named},
    },
    referral::{Way, reach, ways},
    survey,
};
use chrono::{DateTime, Days, Duration, Utc};
use entity::{
    ContactWay, Message,
    consents::ConsentPurpose,
    contact_ways::{self, Kinship, WayKind},
    mentors,
    messages::{self, AddresseeKind},
    referrals, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::scene::{OWN, Scene, Young};
use crate::support::{TestApp, today};

const MENTEE_ASKED: message::MessageKind = matching::letters::MENTEE_ASKED;

impl TestApp {
    async fn newest_message(&self) -> Message {
        messages::Entity::find().order_by_desc(messages::Column::Id).one(self.db()).await.unwrap().unwrap()
    }

    /// The newest message comes back for this cause.
    async fn comes_back(&self, class: BounceClass, at: DateTime<Utc>) {
        let letter = Some(Named::ById(self.newest_message().await.id));
        let bounce = Bounce { letter, class, status: "5.1.1".into(), receiver: None };
        message::take_in(self.db(), at, Told::Bounce(&bounce)).await.unwrap();
    }

    async fn ways(&self, owner: AddresseeKind) -> Vec<ContactWay> {
        let theirs = contact_ways::Entity::find().filter(contact_ways::Column::Owner.eq(owner));
        theirs.order_by_asc(contact_ways::Column::Id).all(self.db()).await.unwrap()
    }
}

/// A young person with a mail of their own who is asked about a mentor, and the way by which they are asked now.
async fn asked(young: Young) -> (Scene, Uuid) {
    let scene = Scene::set_with_texts(young).await;
    let proposal = scene.subject(MENTEE_ASKED.name).await;
    scene.queue(&MENTEE_ASKED, proposal).await;
    scene.app.mails().await;
    (scene, proposal)
}

async fn way_now(scene: &Scene) -> Way {
    let referral = referrals::Entity::find().one(scene.app.db()).await.unwrap().unwrap();
    reach(scene.app.db(), &referral, ConsentPurpose::MentorCourse).await.unwrap().way
}

#[tokio::test]
async fn a_dead_mailbox_closes_the_way_and_the_next_is_taken() {
    let (scene, _) = asked(Young::Own).await;
    assert_eq!(way_now(&scene).await, Way::Mail(OWN.into()));

    scene.app.comes_back(BounceClass::Address, scene.app.app.clock.now()).await;

    let [way] = scene.app.ways(AddresseeKind::YoungPerson).await.try_into().unwrap();
    assert_eq!((way.kind, way.value.as_str(), way.died_on), (WayKind::Mail, OWN, Some(today())));
    assert!(matches!(way_now(&scene).await, Way::Phone(_)));
}

#[tokio::test]
async fn without_another_way_the_partner_is_asked_and_staff_read_it() {
    let (scene, _) = asked(Young::Own).await;
    let person = young_people::Entity::find().one(scene.app.db()).await.unwrap().unwrap();
    let without = young_people::ActiveModel { id: Set(person.id), phone: Set(None), ..Default::default() };
    without.update(scene.app.db()).await.unwrap();

    scene.app.comes_back(BounceClass::Address, scene.app.app.clock.now()).await;

    assert_eq!(way_now(&scene).await, Way::Partner);
    let referral = referrals::Entity::find().one(scene.app.db()).await.unwrap().unwrap();
    let page = scene.app.staff().await.get(&format!("/referrals/{}", referral.id)).await;
    page.assert_shows("En vej virker ikke").assert_shows("prøv igen");
}

#[tokio::test]
async fn an_edited_address_is_another_way() {
    let (scene, _) = asked(Young::Own).await;
    scene.app.comes_back(BounceClass::Address, scene.app.app.clock.now()).await;
    let person = young_people::Entity::find().one(scene.app.db()).await.unwrap().unwrap();
    let edited = Set(Some("ny@ung.example".to_owned()));
    let edited = young_people::ActiveModel { id: Set(person.id), email: edited, ..Default::default() };
    edited.update(scene.app.db()).await.unwrap();

    assert_eq!(way_now(&scene).await, Way::Mail("ny@ung.example".into()));
}

#[tokio::test]
async fn soft_errors_close_a_way_on_three_days_within_a_fortnight_and_it_is_tried_again_after_a_month() {
    for (days, is_dead) in [([0, 0, 0], false), ([0, 3, 9], true), ([0, 8, 20], false)] {
        let (scene, proposal) = asked(Young::Own).await;
        let app = &scene.app;
        let begin = app.app.clock.now();
        for day in days {
            let at = begin + Duration::days(day);
            app.comes_back(BounceClass::Soft, at).await;
            app.app.clock.advance(at - app.app.clock.now());
            let tx = app.db().begin().await.unwrap();
            let dedup = Uuid::now_v7().simple().to_string();
            message::queue(&tx, at, MENTEE_ASKED, proposal, &dedup).await.unwrap();
            tx.commit().await.unwrap();
            app.mails().await;
        }
        let died = app.ways(AddresseeKind::YoungPerson).await[0].died_on;
        assert_eq!(died.is_some(), is_dead, "{days:?}");

        let month_later = app.app.clock.today() + Days::new(30);
        message::try_soft_again(app.db(), month_later).await.unwrap();

        assert_eq!(app.ways(AddresseeKind::YoungPerson).await[0].died_on, None, "{days:?}");
    }
}

#[tokio::test]
async fn nothing_more_goes_to_a_dead_mailbox_of_a_mentor_until_somebody_says_so() {
    let scene = Scene::set(Young::Own).await;
    let (app, kind) = (&scene.app, matching::letters::PROPOSED);
    let proposal = scene.subject(kind.name).await;
    scene.queue(&kind, proposal).await;
    app.mails().await;
    app.comes_back(BounceClass::Address, app.app.clock.now()).await;
    scene.queue(&matching::letters::ANSWERED, proposal).await;

    app.mails().await;

    let held = app.newest_message().await;
    assert_eq!((held.accepted_at, held.failure.as_deref()), (None, Some("way-dead")));
    let mentor = mentors::Entity::find().one(app.db()).await.unwrap().unwrap();
    let (staff, page) = (app.staff().await, format!("/mentors/{}", mentor.id));
    staff.get(&page).await.assert_shows("Det er rigtigt nok: prøv igen");
    let way = app.ways(AddresseeKind::Mentor).await[0].id;
    staff.submit(&format!("{page}/ways/{way}"), &[]).await.assert_taken();
    staff.get(&page).await.assert_hides("Det er rigtigt nok: prøv igen");
    staff.submit(&format!("/letters/{}", held.id), &[]).await.assert_taken();
    app.mails().await;
    assert!(app.newest_message().await.accepted_at.is_some());
}

#[tokio::test]
async fn a_sign_in_is_tried_also_where_nothing_arrived_before() {
    let scene = Scene::set(Young::Own).await;
    let (app, kind) = (&scene.app, brobyg::account::letters::INVITATION);
    let invited = scene.subject(kind.name).await;
    scene.queue(&kind, invited).await;
    app.mails().await;
    app.comes_back(BounceClass::Address, app.app.clock.now()).await;
    let tx = app.db().begin().await.unwrap();
    message::queue(&tx, app.app.clock.now(), kind, invited, "again").await.unwrap();
    tx.commit().await.unwrap();

    app.mails().await;

    assert!(app.newest_message().await.accepted_at.is_some());
}

#[tokio::test]
async fn whoever_answers_by_a_link_has_confirmed_the_way_by_which_it_came() {
    let (scene, _) = asked(Young::Own).await;
    let app = &scene.app;
    let mail = app.mails_to(OWN).await;
    let token = app.path_in(mail.last().unwrap()).rsplit('/').next().unwrap().to_owned();
    assert_eq!(app.ways(AddresseeKind::YoungPerson).await[0].confirmed_on, None);

    let (now, rules) = (app.app.clock.now(), &app.app.config.rules);
    matching::mentee_accepts(app.db(), now, rules, Through::Link(&token)).await.unwrap();

    assert_eq!(app.ways(AddresseeKind::YoungPerson).await[0].confirmed_on, Some(today()));
}

#[tokio::test]
async fn somebody_who_agreed_to_pass_a_word_on_is_added_seen_confirmed_and_taken_away() {
    let scene = Scene::set(Young::Own).await;
    let app = &scene.app;
    let person = young_people::Entity::find().one(app.db()).await.unwrap().unwrap();
    let (staff, path) = (app.staff().await, format!("/young-people/{}/ways", person.id));
    let lene = [("kind", "second_contact"), ("name", "Faster Lene"), ("phone", "12 34 56 78"), ("relation", "family")];
    staff
        .submit(&path, &lene)
        .await
        .assert_refused_with("Skriv kun en, der selv har sagt ja")
        .assert_shows("Faster Lene");
    staff.submit(&path, &[("agreed", "yes")]).await.assert_refused_with("Skriv, hvad personen hedder");

    staff.submit(&path, &[&lene[..], &[("agreed", "yes")]].concat()).await.assert_taken();

    let [way] = app.ways(AddresseeKind::YoungPerson).await.try_into().unwrap();
    assert_eq!(
        (way.agreed_on, way.relation, way.value.as_str()),
        (Some(today()), Some(Kinship::Family), "+4512345678")
    );
    staff.get(&path).await.assert_shows("Faster Lene, Anden familie").assert_shows("12 34 56 78").assert_shows(OWN);
    staff.submit(&format!("{path}/{}/confirmation", way.id), &[]).await.assert_taken();
    staff.get(&path).await.assert_shows("Bekræftet den");
    // Nobody is written to through them.
    assert_eq!(way_now(&scene).await, Way::Mail(OWN.into()));

    staff.submit(&format!("{path}/{}/removal", way.id), &[]).await.assert_taken();
    assert!(app.ways(AddresseeKind::YoungPerson).await.is_empty());
    staff.submit(&format!("{path}/{}/removal", way.id), &[]).await.assert_not_found();
}

#[tokio::test]
async fn who_is_named_at_an_ending_is_offered_when_it_is_asked_how_it_went() {
    let scene = Scene::set(Young::Own).await;
    let app = &scene.app;
    let survey = scene.subject(survey::letters::LINK.name).await;
    let person = young_people::Entity::find().one(app.db()).await.unwrap().unwrap();
    let lene = ways::NewWay {
        kind: WayKind::SecondContact,
        name: "Faster Lene".into(),
        phone: "+4512345678".into(),
        relation: Some(Kinship::Family),
    };
    let (staff, now) = (app.viewer().await, app.app.clock.now());
    ways::add(app.db(), now, &staff, person.id, lene).await.unwrap();

    app.staff().await.get(&format!("/surveys/{survey}")).await.assert_shows("Faster Lene, 12 34 56 78");
}

#[tokio::test]
async fn a_dead_way_in_a_course_is_a_line_for_staff_until_it_is_put_right() {
    let app = crate::support::start().await;
    let (referral, mentor) = (app.referral("Amira Hassan").await, app.mentor("Jonas").await);
    app.course(&referral, &mentor).await;
    let staff = app.staff().await;
    let line = "Det så vi i dag";
    staff.get("/today").await.assert_hides(line);
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(app.db()).await.unwrap().unwrap();
    let of_the_young = ("/courses?needs=dead-way", "Amira Hassan");
    for (owner, owner_id, value, (list, name)) in [
        (AddresseeKind::YoungPerson, person.id, person.email.unwrap(), of_the_young),
        (AddresseeKind::Mentor, mentor.id, mentor.email.clone(), ("/mentors?dead_way=yes", "Jonas")),
    ] {
        let dead = contact_ways::ActiveModel {
            id: Set(Uuid::now_v7()),
            owner: Set(owner),
            owner_id: Set(owner_id),
            kind: Set(WayKind::Mail),
            value: Set(value),
            name: Set(String::new()),
            added_on: Set(today()),
            died_on: Set(Some(today())),
            died_of: Set(Some("mailbox-unknown".into())),
            ..Default::default()
        };
        let dead = dead.insert(app.db()).await.unwrap();

        let page = staff.get("/today").await;
        page.assert_shows(line).assert_shows("Ret den, eller prøv igen");
        staff.get(list).await.assert_shows(name);

        let alive = contact_ways::ActiveModel { id: Set(dead.id), died_on: Set(None), ..Default::default() };
        alive.update(app.db()).await.unwrap();
        staff.get("/today").await.assert_hides(line);
    }
}
