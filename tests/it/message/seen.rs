//! What was sent is seen: on the case and on the person, for staff, and nothing of what it says.

use brobyg::{
    jobs::LETTERS,
    matching::letters::REMINDER,
    message::{self, Addressee, Post, State, in_state},
    referral,
};
use chrono::Duration;
use entity::{
    changes,
    messages::{self, Category},
    opt_outs,
    users::Role,
    withholdings,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid};

use crate::support::{
    self, TestApp,
    smtp::{MailServer, Mood},
    viewer_of,
};

const HEADING: &str = "Mails og sms’er";

/// The facts of each state, with what a page says of it.
fn states(app: &TestApp) -> [(State, messages::ActiveModel, &'static [&'static str]); 10] {
    let now = app.app.clock.now();
    let (then, later) = (Set(Some(now)), Set(Some(now + Duration::hours(3))));
    let word = |word: &str| Set(Some(word.to_owned()));
    let none = messages::ActiveModel::default;
    [
        (State::Queued, none(), &["Ikke sendt endnu"]),
        (
            State::Withheld,
            messages::ActiveModel { withheld_at: then.clone(), withheld: word("week"), next_try_at: later, ..none() },
            &["Holdt tilbage", "Platformen prøver igen 04-03-2026", "nok beskeder fra os i denne uge"],
        ),
        (State::Leased, messages::ActiveModel { claim: Set(Some(Uuid::now_v7())), ..none() }, &["På vej"]),
        (
            State::HandingOver,
            messages::ActiveModel { claim: Set(Some(Uuid::now_v7())), handing_over_at: then.clone(), ..none() },
            &["På vej"],
        ),
        (State::Accepted, messages::ActiveModel { accepted_at: then.clone(), ..none() }, &["Afleveret til serveren"]),
        (
            State::Delivered,
            messages::ActiveModel { accepted_at: then.clone(), delivered_at: then.clone(), ..none() },
            &["Kommet frem"],
        ),
        (
            State::Bounced,
            messages::ActiveModel { accepted_at: then.clone(), bounced_at: then.clone(), ..none() },
            &["Kom ikke frem", "Mailen kom retur."],
        ),
        (
            State::Unknown,
            messages::ActiveModel { unknown_at: then.clone(), failure: word("may-have-arrived"), ..none() },
            &["Måske kommet frem", "mailserveren svarede ikke"],
        ),
        (
            State::Unwanted,
            messages::ActiveModel { unwanted_at: then.clone(), unwanted: word("too-late"), ..none() },
            &["Blev ikke sendt", "Den ville være kommet for sent."],
        ),
        (
            State::GivenUp,
            messages::ActiveModel { given_up_at: then, failure: word("mailbox-full"), ..none() },
            &["Opgivet", "Modtagerens postkasse er fuld."],
        ),
    ]
}

#[tokio::test]
async fn what_became_of_a_message_stands_in_words_on_the_journal_the_course_and_the_mentors_page() {
    let app = support::start().await;
    let (referral, jonas) = (app.referral("Amira Holm").await, app.mentor("Jonas").await);
    let course = app.course(&referral, &jonas).await;
    let staff = app.staff().await;
    let pages = [
        (format!("/referrals/{}", referral.id), course.id),
        (format!("/courses/{}", course.id), course.id),
        (format!("/mentors/{}", jonas.id), Uuid::now_v7()),
    ];
    for (page, about) in pages {
        staff.get(&page).await.assert_ok();
        for (state, facts, says) in states(&app) {
            messages::Entity::delete_many().exec(app.db()).await.unwrap();
            app.message("course_ended_mentor", about, Some(Addressee::mentor(jonas.id)), facts).await;
            let is_so = messages::Entity::find().filter(in_state(state)).count(app.db()).await.unwrap();
            assert_eq!(is_so, 1, "{state:?}");

            let shown = staff.get(&page).await;
            for sentence in says.iter().chain(&[HEADING, "Jonas", "04-03-2026"]) {
                assert!(shown.body.contains(sentence), "{page} {state:?} lacks {sentence}");
            }
        }
    }
}

#[tokio::test]
async fn what_was_sent_and_held_back_stands_on_the_pages_of_who_signs_in_and_of_partners() {
    let app = support::start().await;
    let (staff, partner) = (app.user("Sanne Holm", Role::Staff, None).await, app.partner("Ringparken").await);
    let administrator = app.administrator().await;
    for (page, whom) in [
        (format!("/admin/people/{}", staff.id), Addressee::user(staff.id)),
        (format!("/admin/partners/{}", partner.id), Addressee::partner(partner.id)),
    ] {
        administrator.get(&page).await.assert_ok().assert_hides(HEADING);
        let held = messages::ActiveModel { withheld: Set(Some("week".into())), ..Default::default() };
        let message = app.message("digest_staff", whom.id, Some(whom), held).await;
        let row = withholdings::ActiveModel {
            id: Set(Uuid::now_v7()),
            message_id: Set(message.id),
            at: Set(app.app.clock.now()),
            reason: Set("week".into()),
            until: Set(app.app.clock.now() + Duration::days(2)),
        };
        withholdings::Entity::insert(row).exec_without_returning(app.db()).await.unwrap();

        let shown = administrator.get(&page).await;
        shown.assert_shows(HEADING).assert_shows("Beskeder, der er blevet holdt tilbage").assert_shows("06-03-2026");
    }
}

#[tokio::test]
async fn a_message_to_a_young_person_stands_on_the_journal_whichever_record_and_case_it_was_about() {
    let app = support::start().await;
    let staff = app.user("Sanne Holm", Role::Staff, None).await;
    let (referral, other) = (app.referral("Amira Holm").await, app.young_person("Amira H.").await);
    let whom = Addressee::young_person(other.id);
    app.message("survey-link", Uuid::now_v7(), Some(whom), messages::ActiveModel::default()).await;
    let page = format!("/referrals/{}", referral.id);
    app.staff().await.get(&page).await.assert_hides(HEADING);

    let now = app.app.clock.now();
    referral::merge(app.db(), now, &viewer_of(&staff), referral.young_person_id, other.id).await.unwrap();

    app.staff().await.get(&page).await.assert_shows(HEADING).assert_shows("Amira H.");
}

#[tokio::test]
async fn mentors_and_referrers_see_nothing_of_what_was_sent() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let rikke = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let (referral, jonas) = (app.referral_by("Amira Holm", &partner, Some(&rikke)).await, app.mentor("Jonas").await);
    let course = app.course(&referral, &jonas).await;
    for about in [referral.id, course.id] {
        let facts = messages::ActiveModel::default();
        app.message("course_ended_mentor", about, Some(Addressee::mentor(jonas.id)), facts).await;
    }

    let mentor = app.mentor_browser(&jonas).await;
    mentor.get(&format!("/courses/{}", course.id)).await.assert_ok().assert_hides(HEADING);
    let referrer = support::Browser::signed_in(&app, rikke).await;
    referrer.get(&format!("/referrals/{}", referral.id)).await.assert_ok().assert_hides(HEADING);
    app.staff().await.get(&format!("/courses/{}", course.id)).await.assert_shows(HEADING);
}

#[tokio::test]
async fn a_page_shows_the_newest_and_says_that_there_are_older() {
    let app = support::start().await;
    let referral = app.referral("Amira Holm").await;
    let (staff, page) = (app.staff().await, format!("/referrals/{}", referral.id));
    for _ in 0..21 {
        staff.get(&page).await.assert_hides("Der er flere, som er ældre.");
        let facts = messages::ActiveModel::default();
        app.message("referral_accepted", referral.id, None, facts).await;
    }
    let shown = staff.get(&page).await;
    shown.assert_shows("Der er flere, som er ældre.");
    assert_eq!(shown.body.matches("Ikke sendt endnu").count(), 20);
}

#[tokio::test]
async fn what_was_held_back_and_why_stands_on_the_mentors_page_also_once_it_was_sent() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let proposal = app.proposal(&app.referral("Amira Holm").await, &jonas).await;
    let page = format!("/mentors/{}", jonas.id);
    let server = MailServer::open(Mood::Takes).await;
    let post = Post::open(&server.url, "Brobyg <post@brobyg.example>", false).unwrap();
    // From half past ten in the morning to the night.
    app.app.clock.advance(Duration::hours(12));
    let tx = app.db().begin().await.unwrap();
    message::queue(&tx, app.app.clock.now(), REMINDER, proposal.id, "").await.unwrap();
    tx.commit().await.unwrap();
    message::deliver_due(&app.app.desk(), &post, LETTERS).await.unwrap();
    assert!(server.mails().is_empty());
    let held = "Beskeder, der er blevet holdt tilbage";
    let staff = app.staff().await;
    staff.get(&page).await.assert_shows(held).assert_shows("Vi venter til morgen").assert_shows("Holdt tilbage");

    app.app.clock.advance(Duration::hours(11));
    message::deliver_due(&app.app.desk(), &post, LETTERS).await.unwrap();

    assert_eq!(server.mails().len(), 1);
    let staff = app.staff().await;
    staff
        .get(&page)
        .await
        .assert_shows(held)
        .assert_shows("Vi venter til morgen")
        .assert_shows("Afleveret til serveren");
}

#[tokio::test]
async fn what_somebody_switched_off_stands_on_their_page_and_staff_switch_it_on_when_they_ask() {
    let app = support::start().await;
    let (referral, jonas) = (app.referral("Amira Holm").await, app.mentor("Jonas").await);
    let now = app.app.clock.now();
    let (young, mentor) = (Addressee::young_person(referral.young_person_id), Addressee::mentor(jonas.id));
    for (whom, page, category, sentence) in [
        (young, format!("/referrals/{}", referral.id), Category::Survey, "Spørgsmål om, hvordan det gik: slået fra"),
        (mentor, format!("/mentors/{}", jonas.id), Category::Reminder, "Påmindelser: slået fra siden"),
    ] {
        let staff = app.staff().await;
        staff.get(&page).await.assert_hides("slået fra");
        message::opt_out(app.db(), now, whom, category).await.unwrap();
        let row = opt_outs::Entity::find().filter(opt_outs::Column::AddresseeId.eq(whom.id));
        let row = row.one(app.db()).await.unwrap().unwrap();
        let path = format!("{page}/opt-outs/{}", row.id);
        staff.get(&page).await.assert_shows(sentence).assert_shows(&path);

        // What stands on no other page is not switched on from there.
        let stranger = format!("/mentors/{}/opt-outs/{}", app.mentor("Sonja").await.id, row.id);
        staff.submit(&stranger, &[]).await.assert_not_found();
        staff.submit(&path, &[]).await.assert_goes_to(&page);

        assert!(!message::has_opted_out(app.db(), whom, category).await.unwrap());
        staff.get(&page).await.assert_hides(sentence);
    }
    let told = changes::Entity::find().filter(changes::Column::Action.eq("mail_wanted"));
    assert_eq!(told.count(app.db()).await.unwrap(), 2);
}

#[tokio::test]
async fn the_link_in_a_letter_to_a_record_that_is_part_of_another_by_now_holds_for_both() {
    let app = support::start().await;
    let staff = app.user("Sanne Holm", Role::Staff, None).await;
    let (keep, other) = (app.young_person("Amira Holm").await, app.young_person("Amira Holm").await);
    let (kept, merged) = (Addressee::young_person(keep.id), Addressee::young_person(other.id));
    let now = app.app.clock.now();
    let letter = messages::ActiveModel { accepted_at: Set(Some(now)), ..Default::default() };
    let letter = app.message("survey-link", Uuid::now_v7(), Some(merged), letter).await;
    let path = format!("/unsubscribe/{}", app.app.csrf.unsubscribe_token(letter.id));
    referral::merge(app.db(), now, &viewer_of(&staff), keep.id, other.id).await.unwrap();
    let is_out = async |whom| message::has_opted_out(app.db(), whom, Category::Case).await.unwrap();

    app.visitor().post(&path, &[("List-Unsubscribe", "One-Click")]).await.assert_ok();
    assert!(is_out(kept).await && is_out(merged).await);

    app.visitor().submit(&format!("{path}/return"), &[]).await.assert_taken();
    assert!(!is_out(kept).await && !is_out(merged).await);
}

#[tokio::test]
async fn whoever_could_not_be_asked_in_the_young_persons_place_stands_on_the_journal_and_nobody_else() {
    let app = support::start().await;
    let (referral, other) = (app.referral("Amira Holm").await, app.referral("Karla Lind").await);
    let now = app.app.clock.now();
    for partner in [referral.partner_id, other.partner_id] {
        message::opt_out(app.db(), now, Addressee::partner(partner), Category::Interest).await.unwrap();
    }
    let (staff, page) = (app.staff().await, format!("/referrals/{}", referral.id));
    staff.get(&page).await.assert_hides("slået fra");
    let not_asked = messages::ActiveModel {
        unwanted_at: Set(Some(now)),
        unwanted: Set(Some("opted-out".into())),
        category: Set(Category::Interest),
        ..Default::default()
    };
    let whom = Addressee::partner(referral.partner_id);
    app.message("referral_interest", referral.id, Some(whom), not_asked).await;

    let shown = staff.get(&page).await;

    shown.assert_shows("Spørgsmål, om en mentor stadig er ønsket: slået fra siden");
    assert_eq!(shown.body.matches("/opt-outs/").count(), 1);
}
