//! A scheme of which everything is known that the files can tell, and which columns they tell.

use brobyg::exchange::Table;
use chrono::Days;
use entity::{
    Words,
    agreements::{self, AgreementKind},
    courses::{self, EndedBy},
    mentors::{self, Gender},
    referrals::{self, Fit, Reason},
    young_people,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IdenStatic, Iterable, ModelTrait, QueryFilter,
    prelude::Uuid,
};

use super::files;
use crate::{
    referral::{fields::everything, find, partner_with_area, person_of, send},
    support::{self, TestApp, says_something, today},
};

/// The references of what everything is known of.
pub struct Known {
    referral: String,
    person: String,
    mentor: String,
    course: String,
}

/// An agreement with the area, a referral that was closed, a mentor, and a course that the mentor broke off.
pub async fn known(app: &TestApp) -> Known {
    let (partner, area) = partner_with_area(app).await;
    let agreement = agreements::ActiveModel {
        id: Set(Uuid::now_v7()),
        housing_area_id: Set(area.id),
        kind: Set(AgreementKind::SelfFinanced),
        signed_on: Set(today() - Days::new(40)),
        starts_on: Set(today() - Days::new(30)),
        ends_on: Set(Some(today() + Days::new(300))),
        expected_young_people: Set(Some(12)),
        written_at: Set(app.app.clock.now()),
        ..Default::default()
    };
    agreement.insert(app.db()).await.unwrap();
    let referrer = app.referrer(&partner).await;
    let id = send(&referrer, &everything(&referrer, &area).await).await;
    let closed = referrals::ActiveModel {
        id: Set(id),
        referrer_email: Set(Some("rikke@partner.example".into())),
        fit: Set(Some(Fit::Heavier)),
        closed_on: Set(Some(today())),
        not_started_reason: Set(Some(Reason::Moved)),
        ..Default::default()
    };
    closed.update(app.db()).await.unwrap();
    let (referral, person) = (find(app, id).await.reference, person_of(app, id).await.reference);
    let (mentor, course) = mentor_and_course(app).await;
    Known { referral, person, mentor, course }
}

async fn mentor_and_course(app: &TestApp) -> (String, String) {
    let text = |text: &str| Set(Some(text.to_owned()));
    let words = |text: &str| Set(Words(vec![text.to_owned()]));
    let mentor = app.mentor("Torben").await;
    let told = mentors::ActiveModel {
        id: Set(mentor.id),
        phone: text("+4550000200"),
        birth_year: Set(Some(1970)),
        gender: Set(Some(Gender::Male)),
        employer: text("Broens Værksted"),
        keywords: text("programmering"),
        town: text("Køge"),
        postcode: text("4600"),
        strengths: words("Tålmodig"),
        wants_to_improve: words("At lytte"),
        max_km: Set(Some(80)),
        video: Set(Some(false)),
        ..Default::default()
    };
    told.update(app.db()).await.unwrap();
    let course = app.course(&app.referral("Signe").await, &mentor).await;
    let ended = courses::ActiveModel {
        id: Set(course.id),
        goal: text("Et fritidsjob"),
        ended_on: Set(Some(today())),
        ended_by: Set(Some(EndedBy::Mentor)),
        interruption_reason: Set(Some(Reason::NoTime)),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    (mentor.reference, course.reference)
}

/// Columns that are in the files under another name.
type Renamed = &'static [(&'static str, &'static str)];
/// Why columns do not come as they are, and which.
type Stays = &'static [(&'static str, &'static [&'static str])];

const OF_THE_PLATFORM: &str = "every platform gives its own";
const BY_REFERENCE: &str = "the files name the other record, whose id differs";
const UNASKED: &str = "the format does not ask for it";

const REFERRAL: Stays = &[
    (OF_THE_PLATFORM, &["id", "version", "created_at"]),
    (BY_REFERENCE, &["partner_id", "housing_area_id", "young_person_id"]),
    ("found again by referrer_email", &["referrer_id"]),
    (UNASKED, &["needs", "goals", "mentor_age_wish", "times", "mentor_wish", "for_mentor"]),
    ("may tell of an illness", &["interpreter_need", "accessibility_need"]),
    ("what was said on the way", &["question", "asked_at", "answer", "answered_at"]),
    ("what was said on the way", &["decline_note", "decline_next_step"]),
    ("the status and its reason say it", &["accepted_on", "declined_on", "decline_reason", "withdrawn_on"]),
    ("the status and the courses say it", &["requeued_on"]),
    ("what staff are about to do", &["talk_asked_on", "rests_until", "interest_asked_on", "interest_confirmed_on"]),
];
const PERSON: Stays = &[
    (OF_THE_PLATFORM, &["id", "version"]),
    (UNASKED, &["contact_preference", "guardian_name", "guardian_phone"]),
    ("a person who was merged comes as the one into whom", &["merged_into"]),
];
const MENTOR: Stays = &[
    (OF_THE_PLATFORM, &["id", "version"]),
    ("a sign-in does not travel", &["user_id", "email_confirmed_at", "language"]),
    (UNASKED, &["contact_preference", "times", "motivation", "applied_on"]),
    ("what was said on the way", &["interviewed_on", "interview_note"]),
    ("of the criminal record nothing travels", &["criminal_record_status"]),
    ("of the criminal record nothing travels", &["criminal_record_checked_on", "criminal_record_expires_on"]),
    ("the status says it", &["left_on", "left_reason"]),
];
const COURSE: Stays = &[
    (OF_THE_PLATFORM, &["id", "version", "proposal_id", "seat_hold_id"]),
    (BY_REFERENCE, &["referral_id", "mentor_id", "rematch_of"]),
    ("the status says it", &["planned_end_on", "class_override", "override_reason"]),
    ("what a file tells first is known from its own day", &["ending_known_on"]),
    (UNASKED, &["role_agreement", "rhythm", "rhythm_days", "ending_note", "onward_plan", "handover", "followed"]),
];

/// Asks every column of a table: it comes with the files as it is, or is in the list of those that do not.
async fn assert_comes<E: EntityTrait>(
    apps: [&TestApp; 2],
    table: Table,
    found_by: (E::Column, &str),
    renamed: Renamed,
    stays: Stays,
) {
    let named = found_by.0.eq(found_by.1);
    let [first, second] = apps.map(|app| E::find().filter(named.clone()).one(app.db()));
    let (first, second) = (first.await.unwrap().unwrap(), second.await.unwrap().unwrap());
    for column in E::Column::iter() {
        let name = column.as_str();
        if stays.iter().any(|(_, columns)| columns.contains(&name)) {
            continue;
        }
        let heading = renamed.iter().find(|(own, _)| *own == name).map_or(name, |(_, heading)| heading);
        let is_in_files = table.columns().iter().any(|column| column.name == heading);
        assert!(is_in_files, "{table:?}: does {name} travel? If not, say why in the list");
        assert!(says_something(&first.get(column)), "{table:?}: fill {name} in, so that it is seen to travel");
        assert_eq!(first.get(column), second.get(column), "{table:?}: {name} is lost on the way");
    }
}

#[tokio::test]
async fn every_column_of_which_the_files_speak_comes_back_as_it_was() {
    let (first, second) = (support::start().await, support::start().await);
    let known = known(&first).await;

    let exported = first.export().await;
    second.import(&files(&exported)).await.unwrap();

    assert_eq!(second.export().await, exported);
    let (apps, key) = ([&first, &second], &known.referral);
    let by = (referrals::Column::Reference, key.as_str());
    assert_comes::<referrals::Entity>(apps, Table::Referrals, by, &[("reference", "referral_id")], REFERRAL).await;
    let by = (young_people::Column::Reference, known.person.as_str());
    let renamed: Renamed = &[("reference", "youth_id"), ("name", "youth_name")];
    assert_comes::<young_people::Entity>(apps, Table::Referrals, by, renamed, PERSON).await;
    let by = (mentors::Column::Reference, known.mentor.as_str());
    assert_comes::<mentors::Entity>(apps, Table::Mentors, by, &[("reference", "mentor_id")], MENTOR).await;
    let by = (courses::Column::Reference, known.course.as_str());
    assert_comes::<courses::Entity>(apps, Table::Courses, by, &[("reference", "course_id")], COURSE).await;
}
