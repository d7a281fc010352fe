//! Field by field: what a mentor sees of a young person before both have said yes, and what is needed to start after it.
//!
//! Every column of the two tables stands below. One that is added has to be put somewhere, or the first test fails.

use std::collections::BTreeSet;

use brobyg::matching::{self, Through};
use chrono::NaiveDate;
use entity::{
    Mentor, Proposal, Referral, Words, courses, housing_areas, mentors, referrals, surveys, users::Role, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IdenStatic, Iterable, ModelTrait};

use crate::support::{self, Browser, Page, TestApp, says_something};

/// A field with what of it can be seen on a page, and where it is.
struct Field {
    column: &'static str,
    /// Each is on the page, or none is.
    marks: &'static [&'static str],
    on_card: bool,
    /// On the page of the course, once both have said yes.
    on_start_sheet: bool,
}

const fn field(column: &'static str, marks: &'static [&'static str], on_card: bool, on_start_sheet: bool) -> Field {
    Field { column, marks, on_card, on_start_sheet }
}

const PERSON: &[Field] = &[
    field("reference", &["Y-qreference"], false, false),
    // The mentor gets to know the first name with the yes.
    field("name", &["Amira"], false, true),
    field("name", &["Qefternavn"], false, false),
    // The card says how old, and the date stays with the partner.
    field("birth_date", &["17-05-2006", "2006-05-17", "17. maj"], false, false),
    field("gender", &["Kvinde", "kvinde"], false, false),
    field("phone", &["+4550000177"], false, true),
    field("email", &["qmail@ung.example"], false, true),
    field("languages", &["Somali"], true, false),
    field("contact_preference", &["helst"], false, true),
    field("guardian_name", &["Qværge"], false, false),
    field("guardian_phone", &["50000178", "50 00 01 78"], false, false),
];

const REFERRAL: &[Field] = &[
    field("reference", &["R-qreference"], false, false),
    // Of the partner the card has the town, near enough to plan a journey.
    field("partner_id", &["Køge"], true, false),
    field("partner_id", &["Helhedsplan Qpartner"], false, false),
    field("housing_area_id", &["Qområde"], false, false),
    field("referrer_id", &["Qhenviser"], false, false),
    field("referrer_email", &["qhenviser@partner.example"], false, false),
    field("referred_on", &["13-11-2025", "13. november"], false, false),
    field("wish", &["qønske"], true, false),
    field("activity_at_referral", &["Søger job"], false, false),
    field("schooling", &["Gymnasial", "gymnasial"], false, false),
    field("work_experience", &["fritidsjob"], false, false),
    field("fit", &["mere end aftalt"], false, false),
    field("clarity", &["Delvist", "delvist"], false, false),
    field("goals", &["qmål"], true, false),
    field("mentor_gender_wish", &["Køn", "køn"], false, false),
    field("mentor_age_wish", &["under 40", "Under 40"], false, false),
    field("times", &["tirsdag aften"], true, true),
    field("mentor_max_km", &["37 km"], false, false),
    field("mentor_language", &["Urdu", "urdu"], false, false),
    field("not_postcode", &["4623", "Skensved"], false, false),
    field("not_firm", &["qfirma"], false, false),
    field("mentor_wish", &["qmentorønske"], false, false),
    field("for_mentor", &["qtilmentor"], false, true),
    // That there is something, and not what: it may tell of an illness.
    field("interpreter_need", &["qtolk"], false, true),
    field("accessibility_need", &["qhensyn"], false, true),
    field("question", &["qspørgsmål"], false, false),
    field("answer", &["qsvar"], false, false),
    field("decline_note", &["qafslag"], false, false),
    field("decline_next_step", &["qnæste"], false, false),
];

/// Nothing of these is a text that a page could show of this young person, or there is a test of its own below.
const KEPT_BY_THE_PLATFORM: &[&str] = &[
    "id",
    "version",
    "merged_into",
    "young_person_id",
    "needs",
    "video",
    "musts",
    "accepted_on",
    "asked_at",
    "answered_at",
    "declined_on",
    "decline_reason",
    "withdrawn_on",
    "closed_on",
    "not_started_reason",
    "requeued_on",
    "talk_asked_on",
    "rests_until",
    "interest_asked_on",
    "interest_confirmed_on",
    "created_at",
];

fn names<C: Iterable + IdenStatic>() -> BTreeSet<&'static str> {
    C::iter().map(|column| column.as_str()).collect()
}

#[test]
fn each_column_is_shown_hidden_or_kept_on_purpose() {
    let decided = |fields: &[Field]| fields.iter().map(|field| field.column).collect::<BTreeSet<_>>();
    for (columns, decided) in
        [(names::<young_people::Column>(), decided(PERSON)), (names::<referrals::Column>(), decided(REFERRAL))]
    {
        let undecided: Vec<_> =
            columns.iter().filter(|name| !decided.contains(*name) && !KEPT_BY_THE_PLATFORM.contains(name)).collect();
        assert!(undecided.is_empty(), "may a mentor see these before the yes? {undecided:?}");
        assert!(decided.is_subset(&columns), "no such columns: {:?}", decided.difference(&columns));
    }
}

/// All that the platform can know of the young person.
async fn person_known(app: &TestApp, referral: &Referral) {
    let text = |text: &str| Set(Some(text.to_owned()));
    let person = young_people::ActiveModel {
        id: Set(referral.young_person_id),
        reference: Set("Y-qreference".into()),
        gender: Set(Some(mentors::Gender::Female)),
        phone: text("+4550000177"),
        email: text("qmail@ung.example"),
        languages: Set(Words(vec!["so".into()])),
        contact_preference: Set(Some(mentors::ContactPreference::Sms)),
        guardian_name: text("Halima Qværge"),
        guardian_phone: text("+4550000178"),
        ..Default::default()
    };
    person.update(app.db()).await.unwrap();
}

/// A young person of whom everything is known, with a proposal that waits for Jonas.
async fn everything_known(app: &TestApp) -> (Referral, Mentor, Proposal) {
    let partner = app.partner("Helhedsplan Qpartner").await;
    let referrer = app.user("Rikke Qhenviser", Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by("Amira Qefternavn", &partner, Some(&referrer)).await;
    let area = housing_areas::ActiveModel {
        id: Set(referral.housing_area_id),
        name: Set("Qområde".into()),
        ..Default::default()
    };
    area.update(app.db()).await.unwrap();
    let text = |text: &str| Set(Some(text.to_owned()));
    person_known(app, &referral).await;
    let told = referrals::ActiveModel {
        id: Set(referral.id),
        reference: Set("R-qreference".into()),
        referrer_email: text("qhenviser@partner.example"),
        referred_on: Set(NaiveDate::from_ymd_opt(2025, 11, 13).unwrap()),
        wish: Set("qønske om at lave apps".into()),
        activity_at_referral: Set(Some(surveys::ActivityStatus::SeekingJob)),
        schooling: Set(Some(referrals::Schooling::UpperSecondary)),
        work_experience: Set(Some(referrals::WorkExperience::SpareTime)),
        fit: Set(Some(referrals::Fit::Heavier)),
        clarity: Set(Some(referrals::Clarity::PartlyClear)),
        goals: text("qmål"),
        mentor_gender_wish: Set(Some(referrals::MentorGenderWish::Woman)),
        mentor_age_wish: Set(Some(referrals::MentorAgeWish::Under40)),
        times: Set(Some(Words(vec!["tue_evening".into()]))),
        mentor_max_km: Set(Some(37)),
        mentor_language: text("ur"),
        not_postcode: text("4623"),
        not_firm: text("qfirma"),
        musts: Set(Words(vec!["firm".into()])),
        mentor_wish: text("qmentorønske"),
        for_mentor: text("qtilmentor"),
        interpreter_need: text("qtolk"),
        accessibility_need: text("qhensyn"),
        question: text("qspørgsmål"),
        answer: text("qsvar"),
        decline_note: text("qafslag"),
        decline_next_step: text("qnæste"),
        ..Default::default()
    };
    let referral = told.update(app.db()).await.unwrap();
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(app.db()).await.unwrap().unwrap();
    assert_known(&person, PERSON);
    assert_known(&referral, REFERRAL);
    let jonas = app.mentor("Jonas").await;
    let proposal = app.proposal(&referral, &jonas).await;
    (referral, jonas, proposal)
}

/// What is empty is on no page, and shows nothing about who sees it.
fn assert_known<M: ModelTrait>(model: &M, fields: &[Field]) {
    for column in <M::Entity as EntityTrait>::Column::iter() {
        let name = column.as_str();
        let is_asked = fields.iter().any(|field| field.column == name);
        assert!(!is_asked || says_something(&model.get(column)), "everything is known but {name}");
    }
}

/// What is on the page and should not be, or the other way round.
fn mistakes(page: &Page, is_there: impl Fn(&Field) -> bool) -> Vec<String> {
    let main = page.assert_ok().body.split("<main").nth(1).unwrap();
    let mut wrong = Vec::new();
    for field in PERSON.iter().chain(REFERRAL) {
        for mark in field.marks {
            if main.contains(mark) != is_there(field) {
                let how = if is_there(field) { "hides" } else { "shows" };
                wrong.push(format!("the page {how} {mark:?} of {}", field.column));
            }
        }
    }
    wrong
}

async fn assert_is_card(mentor: &Browser, paths: &[String]) {
    for path in paths {
        let page = mentor.get(path).await;
        let wrong = mistakes(&page, |field| field.on_card);
        assert!(wrong.is_empty(), "{path}: {wrong:#?}");
        page.assert_shows("19 år").assert_shows("Der skal være tolk med").assert_shows("noget at tage hensyn til");
    }
}

#[tokio::test]
async fn the_card_shows_what_it_may_and_nothing_else_until_both_have_said_yes() {
    let app = support::start().await;
    let (referral, jonas, proposal) = everything_known(&app).await;
    let mentor = app.mentor_browser(&jonas).await;
    let paths = ["/mentor".to_owned(), format!("/proposals/{}", proposal.id)];

    assert_is_card(&mentor, &paths).await;
    // A form that comes back is no way around it.
    mentor.submit(&format!("{}/refusal", paths[1]), &[]).await.assert_hides("Qefternavn").assert_hides("qtilmentor");
    mentor.submit(&format!("{}/acceptance", paths[1]), &[]).await.assert_taken();
    assert_is_card(&mentor, &paths).await;
    for hidden in [referral.id, referral.young_person_id] {
        mentor.get(&paths[1]).await.assert_hides(&hidden.to_string());
    }
    for path in [format!("/referrals/{}", referral.id), format!("/referrals/{}/match", referral.id)] {
        mentor.get(&path).await.assert_hides("Amira");
    }
}

#[tokio::test]
async fn the_letters_before_the_yes_tell_nothing_of_the_young_person() {
    let app = support::start().await;
    let (_, _, proposal) = everything_known(&app).await;
    let tx = app.db().begin().await.unwrap();
    let now = app.app.clock.now();
    for kind in [matching::letters::PROPOSED, matching::letters::REMINDER] {
        brobyg::message::queue(&tx, now, kind, proposal.id, "").await.unwrap();
    }
    tx.commit().await.unwrap();

    let mails = app.mails().await;

    assert_eq!(mails.len(), 2);
    for mail in mails {
        for mark in PERSON.iter().chain(REFERRAL).flat_map(|field| field.marks) {
            assert!(!mail.text.contains(mark), "the letter tells {mark:?}");
        }
    }
}

#[tokio::test]
async fn after_both_have_said_yes_the_page_of_the_course_has_what_is_needed_to_start() {
    let app = support::start().await;
    let (_, jonas, proposal) = everything_known(&app).await;
    let mentor = app.mentor_browser(&jonas).await;
    mentor.submit(&format!("/proposals/{}/acceptance", proposal.id), &[]).await.assert_taken();
    let viewer = app.viewer().await;
    let through = Through::Staff(&viewer, proposal.id);
    matching::mentee_accepts(app.db(), app.app.clock.now(), &app.app.config.rules, through).await.unwrap();
    let course = courses::Entity::find().one(app.db()).await.unwrap().unwrap();

    let page = mentor.get(&format!("/courses/{}", course.id)).await;

    let wrong = mistakes(&page, |field| field.on_start_sheet);
    assert!(wrong.is_empty(), "{wrong:#?}");
    page.assert_shows("tel:+4550000177").assert_shows("mailto:qmail@ung.example");
}

#[tokio::test]
async fn whoever_declined_sees_the_card_and_no_more() {
    let app = support::start().await;
    let (_, jonas, proposal) = everything_known(&app).await;
    let mentor = app.mentor_browser(&jonas).await;
    let path = format!("/proposals/{}", proposal.id);

    mentor.submit(&format!("{path}/refusal"), &[("reason", "too_far"), ("note", "Jeg flytter")]).await.assert_taken();

    let wrong = mistakes(&mentor.get(&path).await, |field| field.on_card);
    assert!(wrong.is_empty(), "{wrong:#?}");
}
