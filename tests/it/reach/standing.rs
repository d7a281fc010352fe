//! What a referrer reads: one sentence for each mixture of facts, true on its day, in both languages.

use std::collections::HashSet;

use brobyg::{
    config::Rules,
    course,
    language::Tr,
    referral::{
        State,
        standing::{Known, Place, Standing, standings},
    },
    word::Worded,
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{
    Referral,
    consents::ConsentPurpose,
    courses, meetings, proposals, referrals,
    surveys::{self, ActivityStatus, SurveyKind},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use crate::support::{self, TestApp, today};

pub fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

fn at(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(10, 0, 0).unwrap().and_utc()
}

pub fn rules(app: &TestApp) -> &Rules {
    &app.app.config.rules
}

/// Whether a sentence says this day.
pub fn says(sentence: &str, tr: Tr, day: NaiveDate) -> bool {
    sentence.contains(&format!(" {}", tr.date(&day)))
}

/// A referral of which nothing more is known than that it was sent.
pub async fn known(app: &TestApp) -> Known {
    let referral = Referral { accepted_on: None, referred_on: ago(40), ..app.referral("Amira").await };
    Known {
        referral,
        state: State::AwaitingAnswer,
        phone: Some("+4550000100".into()),
        email: None,
        contact_preference: None,
        no_mentor_since: None,
        no_survey_since: None,
        agrees_to_survey: false,
        reply_waits_since: None,
        proposed_at: None,
        mentor_asked_at: None,
        mentor_answered_at: None,
        mentor_accepted_at: None,
        declined_at: None,
        declined_by: None,
        expired_at: None,
        proposal_withdrawn_at: None,
        matched_on: None,
        planned_end_on: None,
        rhythm_days: None,
        ended_on: None,
        interruption_reason: None,
        class_override: None,
        last_held_on: None,
        paused_from: None,
        paused_until: None,
        exit_answered_on: None,
        exit_not_reached_on: None,
        twelve_due_on: None,
        twelve_answered_on: None,
        twelve_not_reached_on: None,
    }
}

/// Every mixture of the facts that sentences are told from, in every state.
fn mixtures(template: &Known) -> Vec<Known> {
    let mut all = Vec::new();
    for state in State::all() {
        for number in 0..(1_u32 << 13) {
            let bit = |place: u32, day: NaiveDate| ((number >> place) & 1 == 1).then_some(day);
            let mut one = template.clone();
            one.state = state;
            let referral = &mut one.referral;
            (referral.accepted_on, referral.withdrawn_on) = (bit(0, ago(30)), bit(1, ago(1)));
            (referral.talk_asked_on, referral.rests_until) = (bit(2, ago(2)), bit(3, today() + Days::new(4)));
            (referral.asked_at, referral.answered_at) = (bit(4, ago(6)).map(at), bit(5, ago(5)).map(at));
            (referral.requeued_on, referral.interest_confirmed_on) = (bit(6, ago(8)), bit(7, ago(7)));
            (one.no_mentor_since, one.no_survey_since) = (bit(8, ago(3)), bit(9, ago(9)));
            one.agrees_to_survey = one.no_survey_since.is_none() && one.referral.accepted_on.is_some();
            (one.proposed_at, one.mentor_asked_at) = (bit(10, ago(11)).map(at), bit(4, ago(10)).map(at));
            (one.mentor_answered_at, one.mentor_accepted_at) = (bit(5, ago(9)).map(at), bit(11, ago(8)).map(at));
            (one.declined_at, one.expired_at) = (bit(1, ago(4)).map(at), bit(3, ago(4)).map(at));
            (one.matched_on, one.planned_end_on) = (bit(10, ago(100)), bit(11, today() + Days::new(50)));
            (one.last_held_on, one.paused_from) = (bit(12, ago(10)), bit(2, ago(5)));
            (one.ended_on, one.twelve_due_on) = (bit(7, ago(20)), bit(12, today() + Days::new(300)));
            (one.exit_answered_on, one.twelve_answered_on) = (bit(5, ago(15)), bit(6, ago(2)));
            all.push(one);
        }
    }
    all
}

#[tokio::test]
async fn every_mixture_of_facts_has_a_sentence_with_its_day_in_both_languages() {
    let app = support::start().await;
    for known in mixtures(&known(&app).await) {
        let standing = Standing::of(&known, rules(&app), today());
        for tr in [Tr::Danish, Tr::English] {
            let sentence = standing.sentence(tr);
            assert!(sentence.contains(&tr.date(&standing.day)), "{:?} carries no day: {sentence}", standing.place);
            assert!(!sentence.contains("referral-stands"), "{:?} has no sentence", standing.place);
            let tells_by = standing.by != standing.day && says(&sentence, tr, standing.by);
            assert!(!tells_by || standing.by >= today(), "a day that has gone is promised: {sentence}");
        }
    }
}

#[test]
fn no_two_places_share_a_sentence() {
    let sentences: Vec<String> =
        Place::all().map(|place| Tr::Danish.t(format!("referral-stands-{}", place.code()))).collect();
    let different: HashSet<&String> = sentences.iter().collect();
    assert_eq!(different.len(), sentences.len());
}

#[tokio::test]
async fn a_course_is_told_as_its_state_tells() {
    let app = support::start().await;
    let template = known(&app).await;
    let mentor = app.mentor("Jonas").await;
    let row = app.course(&template.referral, &mentor).await;
    for number in 0..(1_u32 << 6) {
        let bit = |place: u32, day: NaiveDate| ((number >> place) & 1 == 1).then_some(day);
        let mut known = template.clone();
        let (matched, planned) = (bit(0, ago(80)).unwrap_or(ago(5)), bit(1, ago(1)).unwrap_or(today() + Days::new(9)));
        (known.state, known.matched_on, known.planned_end_on) = (State::InCourse, Some(matched), Some(planned));
        known.last_held_on = bit(2, bit(3, ago(60)).unwrap_or(ago(2)));
        (known.paused_from, known.paused_until) = (bit(4, ago(3)), bit(5, ago(4)));
        let facts = course::Facts {
            held: u32::from(known.last_held_on.is_some()),
            last_held_on: known.last_held_on,
            is_paused: known.paused_from.is_some(),
            resumed_on: known.paused_until.and_then(|until| until.succ_opt()),
        };
        let row = entity::Course { matched_on: matched, planned_end_on: planned, ..row.clone() };
        let told = match course::state(&row, &facts, rules(&app), today()) {
            course::State::Matched => Place::Begun,
            course::State::AwaitingFirstMeeting => Place::FirstMeetingLate,
            course::State::Active => Place::Met,
            course::State::Silent => Place::Silent,
            course::State::Paused => Place::Paused,
            course::State::InTransition => Place::PastEnd,
            ended => panic!("{ended:?} does not run"),
        };
        assert_eq!(Standing::of(&known, rules(&app), today()).place, told, "{number}");
    }
}

async fn stands(app: &TestApp, referral: &Referral) -> (Place, NaiveDate) {
    let all = standings(app.db(), &[referral.id], (rules(app), today())).await.unwrap();
    let standing = all[&referral.id];
    (standing.place, standing.day)
}

async fn refer(app: &TestApp, referral: &Referral, change: referrals::ActiveModel) {
    referrals::ActiveModel { id: Set(referral.id), ..change }.update(app.db()).await.unwrap();
}

#[tokio::test]
async fn a_referral_is_told_from_day_to_day_as_the_database_has_it() {
    let app = support::start().await;
    let referral = app.referral("Amira").await;
    assert_eq!(stands(&app, &referral).await, (Place::Waiting, ago(8)));

    let mentor = app.mentor_in("Jonas", "it-udvikler", "62", 3).await;
    let proposal = app.proposal(&referral, &mentor).await;
    let change = async |change: proposals::ActiveModel| {
        proposals::ActiveModel { id: Set(proposal.id), ..change }.update(app.db()).await.unwrap();
    };
    assert_eq!(stands(&app, &referral).await, (Place::MentorAsked, today()));
    change(proposals::ActiveModel { asked_at: Set(Some(at(ago(3)))), ..Default::default() }).await;
    assert_eq!(stands(&app, &referral).await, (Place::MentorHasQuestion, ago(3)));
    change(proposals::ActiveModel { answered_at: Set(Some(at(ago(2)))), ..Default::default() }).await;
    assert_eq!(stands(&app, &referral).await, (Place::MentorGotAnswer, ago(2)));
    change(proposals::ActiveModel { mentor_accepted_at: Set(Some(at(ago(1)))), ..Default::default() }).await;
    assert_eq!(stands(&app, &referral).await, (Place::YoungAsked, ago(1)));
    let through = Some(entity::mentors::ContactPreference::ThroughPartner);
    app.change_person(&referral, young_people::ActiveModel { contact_preference: Set(through), ..Default::default() })
        .await;
    assert_eq!(stands(&app, &referral).await, (Place::YourTurn, ago(1)));
    let gone = proposals::ActiveModel {
        expired_at: Set(Some(at(today()))),
        closed_at: Set(Some(at(today()))),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    change(gone).await;
    assert_eq!(stands(&app, &referral).await, (Place::ProposalExpired, today()));
    refer(&app, &referral, referrals::ActiveModel { talk_asked_on: Set(Some(ago(1))), ..Default::default() }).await;
    assert_eq!(stands(&app, &referral).await, (Place::TalkFirst, ago(1)));
}

#[tokio::test]
async fn a_course_is_told_from_its_beginning_to_a_year_after() {
    let app = support::start().await;
    let referral = app.referral("Amira").await;
    let course = app.course(&referral, &app.mentor_in("Jonas", "it-udvikler", "62", 3).await).await;
    assert_eq!(stands(&app, &referral).await, (Place::FirstMeetingLate, ago(30)));
    let met = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        held_on: Set(ago(2)),
        minutes: Set(None),
        channel: Set(None),
        attendance: Set(meetings::Attendance::Held),
        note: Set(None),
        logged_by: Set(None),
        logged_by_mentor: Set(None),
        logged_at: Set(at(today())),
        known_on: Set(None),
    };
    met.insert(app.db()).await.unwrap();
    assert_eq!(stands(&app, &referral).await, (Place::Met, ago(2)));

    let ended = courses::ActiveModel {
        id: Set(course.id),
        planned_end_on: Set(ago(1)),
        ended_on: Set(Some(ago(1))),
        seat_hold_id: Set(None),
        class_override: Set(Some(courses::CourseClass::Completed)),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    assert_eq!(stands(&app, &referral).await, (Place::CompletedUnanswered, ago(1)));
    app.agreed(&referral, ConsentPurpose::Survey).await;
    assert_eq!(stands(&app, &referral).await, (Place::Completed, ago(1)));
    for (kind, due_on, place) in
        [(SurveyKind::Exit, ago(1), Place::ExitAnsweredOnce), (SurveyKind::TwelveMonth, ago(0), Place::TwelveAnswered)]
    {
        let survey = surveys::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            kind: Set(kind),
            due_on: Set(due_on),
            answered_on: Set(Some(today())),
            status: Set(Some(ActivityStatus::Job)),
            ..Default::default()
        };
        survey.insert(app.db()).await.unwrap();
        assert_eq!(stands(&app, &referral).await, (place, today()));
    }
}

#[tokio::test]
async fn a_no_that_came_after_the_withdrawal_is_not_why_it_was_withdrawn() {
    let app = support::start().await;
    let mut withdrawn = Known { state: State::Withdrawn, no_mentor_since: Some(ago(3)), ..known(&app).await };
    for (days, place) in [(9, Place::Withdrawn), (3, Place::WithdrawnByYoung), (1, Place::WithdrawnByYoung)] {
        withdrawn.referral.withdrawn_on = Some(ago(days));
        assert_eq!(Standing::of(&withdrawn, rules(&app), today()).place, place);
    }
}

#[tokio::test]
async fn the_day_of_a_promised_answer_is_told_until_it_has_gone() {
    let app = support::start().await;
    let mut sent = known(&app).await;
    let promised = rules(&app).answer_referral_days.unsigned_abs();
    for days in 0..promised + 3 {
        sent.referral.referred_on = ago(days);
        let standing = Standing::of(&sent, rules(&app), today());
        let place = if days > promised { Place::AnswerLate } else { Place::Sent };
        assert_eq!(standing.place, place, "sent {days} days ago");
        assert!(says(&standing.sentence(Tr::Danish), Tr::Danish, ago(days) + Days::new(promised)));
    }
}

#[tokio::test]
async fn the_list_and_the_page_of_a_referrer_carry_the_sentence() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let referrer = app.referrer(&partner).await;
    let referral = app.referral_by("Amira", &partner, referrer.user.as_ref()).await;
    let proposal = app.proposal(&referral, &app.mentor("Jonas").await).await;
    app.staff().await.submit(&format!("/proposals/{}/acceptance", proposal.id), &[]).await.assert_taken();

    for page in ["/referrals".to_owned(), format!("/referrals/{}", referral.id)] {
        let page = referrer.get(&page).await;
        page.assert_shows("En mentor sagde ja den 4. marts 2026. Nu er det den unges tur til at svare.");
        page.assert_hides("venter på mentorens svar");
    }
}
