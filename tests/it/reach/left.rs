//! What did not arrive, or could not be asked, is a line under Today with what to do, until it is done.

use brobyg::{
    message::{self, Addressee, Post},
    survey,
};
use chrono::Days;
use entity::{
    Referral, Survey,
    consents::ConsentPurpose,
    courses::{self, CourseClass},
    messages::{self, Category},
    surveys, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{
    self, TestApp,
    smtp::{MailServer, Mood},
    today,
};

/// A completed course of somebody with a mail who says that we may ask, and its survey, which is due.
async fn survey_due(app: &TestApp) -> (Referral, Survey) {
    let referral = app.referral("Amira Holm").await;
    app.agreed(&referral, ConsentPurpose::Survey).await;
    let mail = young_people::ActiveModel { email: Set(Some("amira@ung.example".into())), ..Default::default() };
    app.change_person(&referral, mail).await;
    let course = app.course(&referral, &app.mentor("Jonas").await).await;
    let ended = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today() - Days::new(5))),
        seat_hold_id: Set(None),
        class_override: Set(Some(CourseClass::Completed)),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    survey::schedule(app.db()).await.unwrap();
    let exit = surveys::Entity::find().filter(surveys::Column::Kind.eq(surveys::SurveyKind::Exit));
    (referral, exit.one(app.db()).await.unwrap().unwrap())
}

async fn deliver(app: &TestApp, server: &MailServer) {
    let post = Post::open(&server.url, "Brobyg <post@brobyg.example>", false).unwrap();
    message::deliver_due(&app.app.desk(), &post, brobyg::jobs::LETTERS).await.unwrap();
}

/// Staff ask by mail.
async fn mailed(app: &TestApp, survey: &Survey) {
    app.staff().await.submit(&format!("/surveys/{}/mail", survey.id), &[]).await.assert_taken();
}

#[tokio::test]
async fn a_survey_that_was_not_asked_as_its_receiver_wants_no_such_mails_waits_for_staff_until_it_is_asked() {
    let app = support::start().await;
    let (referral, survey) = survey_due(&app).await;
    let (staff, server) = (app.staff().await, MailServer::open(Mood::Takes).await);
    let whom = Addressee::young_person(referral.young_person_id);
    let title = "Spørgsmål, der ikke blev sendt, fordi modtageren har slået dem fra";
    message::opt_out(app.db(), app.app.clock.now(), whom, Category::Survey).await.unwrap();
    mailed(&app, &survey).await;
    staff.get("/today").await.assert_hides(title);

    deliver(&app, &server).await;

    assert!(server.mails().is_empty());
    let advice = "Ring og spørg i stedet.";
    staff.get("/today").await.assert_shows(title).assert_shows(advice);
    let letter = messages::Entity::find().one(app.db()).await.unwrap().unwrap();
    let path = format!("/letters/{}", letter.id);
    let list = staff.get("/letters?what=not-asked").await;
    list.assert_shows(advice).assert_shows(&path).assert_hides("Send igen nu");
    staff.get(&path).await.assert_goes_to(&format!("/surveys/{}", survey.id));
    // Sending it again would be for nothing.
    staff.submit(&path, &[]).await.assert_status(poem::http::StatusCode::CONFLICT);
    staff
        .get(&format!("/referrals/{}", referral.id))
        .await
        .assert_shows("Blev ikke sendt")
        .assert_shows("slået fra siden");

    // Once the person wants them again, the next one is sent, and nothing is left.
    message::opt_in(app.db(), app.app.clock.now(), whom, Category::Survey).await.unwrap();
    app.app.clock.advance(chrono::Duration::days(1));
    mailed(&app, &survey).await;
    deliver(&app, &server).await;
    assert_eq!(server.mails().len(), 1);
    app.staff().await.get("/today").await.assert_hides(title);
}

#[tokio::test]
async fn a_survey_that_staff_asked_by_phone_is_off_the_list() {
    let app = support::start().await;
    let (referral, survey) = survey_due(&app).await;
    let whom = Addressee::young_person(referral.young_person_id);
    message::opt_out(app.db(), app.app.clock.now(), whom, Category::Survey).await.unwrap();
    mailed(&app, &survey).await;
    deliver(&app, &MailServer::open(Mood::Takes).await).await;
    let staff = app.staff().await;
    staff.get("/today").await.assert_shows("id=\"not-asked\"");

    let answered = surveys::ActiveModel { id: Set(survey.id), answered_on: Set(Some(today())), ..Default::default() };
    answered.update(app.db()).await.unwrap();

    staff.get("/today").await.assert_hides("id=\"not-asked\"");
}

#[tokio::test]
async fn a_letter_that_came_back_and_one_that_may_have_arrived_are_lines_with_their_remedy_and_one_press() {
    for (facts, title, advice) in [
        (
            messages::ActiveModel { accepted_at: Set(Some(Default::default())), ..Default::default() },
            "Beskeder, der kom retur: find en anden vej",
            "Find en anden vej: ring og spørg efter en adresse, der virker",
        ),
        (
            messages::ActiveModel { failure: Set(Some("may-have-arrived".into())), ..Default::default() },
            "Beskeder, der måske er kommet frem: skal de sendes igen?",
            "Spørg modtageren, om den er kommet.",
        ),
    ] {
        let app = support::start().await;
        let referral = app.referral("Amira Holm").await;
        let now = Set(Some(app.app.clock.now()));
        let came_back = facts.accepted_at.is_set();
        let facts = match came_back {
            true => messages::ActiveModel { accepted_at: now.clone(), bounced_at: now, ..facts },
            false => messages::ActiveModel { unknown_at: now, ..facts },
        };
        let whom = Addressee::partner(referral.partner_id);
        let letter = app.message("referral_accepted", referral.id, Some(whom), facts).await;
        let (staff, page) = (app.staff().await, format!("/referrals/{}", referral.id));
        let path = format!("/letters/{}", letter.id);

        staff.get("/today").await.assert_shows(title).assert_shows(advice).assert_shows(&path);
        staff.get("/letters").await.assert_shows(advice).assert_shows("Send igen nu");
        staff.get(&page).await.assert_shows("En mail er ikke kommet frem").assert_shows(advice);

        staff.submit(&path, &[]).await.assert_goes_to(&page);
        staff.get("/today").await.assert_hides(title);
        staff.get(&page).await.assert_shows("Ikke sendt endnu").assert_hides(advice);
        staff.submit(&path, &[]).await.assert_status(poem::http::StatusCode::CONFLICT);
    }
}

#[tokio::test]
async fn a_letter_that_came_back_is_settled_in_another_way_and_what_became_of_it_stays_told() {
    let app = support::start().await;
    let referral = app.referral("Amira Holm").await;
    let now = Set(Some(app.app.clock.now()));
    let facts = messages::ActiveModel {
        accepted_at: now.clone(),
        bounced_at: now,
        bounce: Set(Some("mailbox-full".into())),
        ..Default::default()
    };
    let letter = app.message("referral_accepted", referral.id, None, facts).await;
    let (staff, page) = (app.staff().await, format!("/referrals/{}", referral.id));

    staff.submit(&format!("/letters/{}/settled", letter.id), &[]).await.assert_goes_to(&page);

    staff.get("/today").await.assert_hides("Beskeder, der kom retur");
    let shown = staff.get(&page).await;
    shown.assert_hides("En mail er ikke kommet frem").assert_shows("Kom ikke frem");
    shown.assert_shows("Modtagerens postkasse er fuld. Det er klaret på en anden måde.");
}
