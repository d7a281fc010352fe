//! What follows each reason: declared, edited by staff, and obeyed by every no.

use std::collections::BTreeSet;

use brobyg::{
    matching::{self, Decline, NewProposal, ProposeError, RuledOut},
    mentor,
    reason::{self, Cause, Consequences, Onward, Span, consequences_of},
    referral::{self, HeldBack},
    web::{Tr, Viewer},
};
use chrono::{Days, Duration, NaiveDate};
use entity::{
    Mentor, Proposal, Referral, changes,
    links::LinkPurpose,
    mentor_pauses, proposals,
    proposals::{DeclineReason, ProposalMethod},
    reason_consequences, referrals,
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::support::{self, TestApp, today, viewer_of};

const NO_TIME: Cause = Cause::MentorDeclined(DeclineReason::NoTime);

impl TestApp {
    pub async fn viewer(&self) -> Viewer {
        viewer_of(self.staff().await.user.as_ref().unwrap())
    }

    async fn declare(&self, cause: Cause, follows: Consequences) {
        reason::declare(self.db(), self.app.clock.now(), &self.viewer().await, cause, follows).await.unwrap();
    }

    /// The mentor says no, as told to staff.
    async fn mentor_says_no(&self, proposal: &Proposal, reason: DeclineReason) {
        let (now, viewer) = (self.app.clock.now(), self.viewer().await);
        matching::decline(self.db(), now, &viewer, proposal.id, Decline { reason, note: None }).await.unwrap();
    }

    async fn try_propose(&self, referral: &Referral, mentor: &Mentor) -> Result<Proposal, ProposeError> {
        let new = NewProposal {
            referral_id: referral.id,
            mentor_id: mentor.id,
            method: ProposalMethod::Searched,
            facts: serde_json::json!({}),
        };
        let (now, rules) = (self.app.clock.now(), self.app.config.rules);
        matching::propose(self.db(), now, &rules, &self.viewer().await, new).await
    }

    async fn referral_now(&self, referral: &Referral) -> Referral {
        referrals::Entity::find_by_id(referral.id).one(self.db()).await.unwrap().unwrap()
    }

    async fn proposal_now(&self, proposal: &Proposal) -> Proposal {
        proposals::Entity::find_by_id(proposal.id).one(self.db()).await.unwrap().unwrap()
    }

    async fn pauses(&self) -> Vec<(NaiveDate, Option<NaiveDate>)> {
        let all = mentor_pauses::Entity::find().all(self.db()).await.unwrap();
        all.into_iter().map(|pause| (pause.from_on, pause.until_on)).collect()
    }

    /// A proposal to which the mentor has said yes.
    async fn half_accepted(&self, referral: &Referral, mentor: &Mentor) -> Proposal {
        let proposal = self.proposal(referral, mentor).await;
        let accepted = proposals::ActiveModel {
            id: Set(proposal.id),
            mentor_accepted_at: Set(Some(self.app.clock.now())),
            ..Default::default()
        };
        accepted.update(self.db()).await.unwrap()
    }

    /// The address under which the young person answers.
    async fn young_link(&self, proposal: &Proposal) -> String {
        let tx = self.db().begin().await.unwrap();
        let now = self.app.clock.now();
        let token = brobyg::account::link::issue(&tx, now, LinkPurpose::MenteeAnswer, proposal.id).await.unwrap();
        tx.commit().await.unwrap();
        format!("/yes/{token}")
    }
}

fn follows(onward: Onward, rest: Span, pause: Span) -> Consequences {
    Consequences { onward, rest, pause }
}

#[test]
fn every_reason_has_an_address_an_id_and_words_of_its_own() {
    let all = Cause::all();
    let (codes, ids): (BTreeSet<_>, BTreeSet<_>) = all.iter().map(|cause| (cause.code(), cause.id())).unzip();

    assert_eq!((all.len(), codes.len(), ids.len()), (27, 27, 27));
    for cause in all {
        assert_eq!(Cause::of_code(&cause.code()), Some(cause));
        for tr in [Tr::Danish, Tr::English] {
            assert!(!cause.label(tr).contains("decline-") && !cause.label(tr).contains("reason-"), "{cause:?}");
        }
    }
    assert_eq!(NO_TIME.id().to_string(), Cause::of_code("mentor-no-time").unwrap().id().to_string());
}

#[tokio::test]
async fn every_reason_is_listed_with_what_follows_in_plain_words() {
    let app = support::start().await;
    let page = app.staff().await.get("/reasons").await;

    for cause in Cause::all() {
        page.assert_ok().assert_shows(&format!("href=\"/reasons/{}\"", cause.code()));
    }
    page.assert_shows("De to foreslås ikke for hinanden i 30 dage.").assert_shows("Når den unge siger nej tak");
    page.assert_shows("Mentoren sættes på pause, til nogen afslutter den.").assert_shows("Standard");
    page.assert_shows("Henvisningen lukkes.").assert_hides("reason-");
}

#[tokio::test]
async fn the_page_tells_the_deadlines_and_where_they_are_set() {
    let app = support::start().await;
    let page = app.staff().await.get("/reasons").await;

    page.assert_ok().assert_shows("får en påmindelse efter 3 dage").assert_shows("BROBYG_PROPOSAL_REMINDER_DAYS");
    page.assert_shows("har hver 7 dage til at svare").assert_shows("BROBYG_PROPOSAL_DAYS").assert_shows("dansk tid");
}

#[tokio::test]
async fn the_list_is_filtered_by_occasion_and_by_what_staff_have_changed() {
    let app = support::start().await;
    app.declare(NO_TIME, follows(Onward::Queue, Span::Days(45), Span::None)).await;
    let staff = app.staff().await;

    let changed = staff.get("/reasons?changed=yes").await;
    changed.assert_ok().assert_shows("/reasons/mentor-no-time").assert_hides("/reasons/mentor-too-far");
    let courses = staff.get("/reasons?occasion=course_ended").await;
    courses.assert_ok().assert_shows("/reasons/course-moved").assert_hides("/reasons/mentor-no-time\"");
    let none = staff.get("/reasons?occasion=course_ended&changed=yes").await;
    none.assert_ok().assert_shows("Vi fandt ingen årsager");
    staff.get("/reasons?occasion=nonsense").await.assert_ok().assert_shows("/reasons/mentee-other");
}

#[tokio::test]
async fn staff_change_what_follows_and_the_page_keeps_who_when_before_and_after() {
    let app = support::start().await;
    let staff = app.staff().await;
    let typed =
        [("onward", "talk_first"), ("rest", "days"), ("rest_days", "45"), ("pause", "days"), ("pause_days", "14")];

    staff.submit("/reasons/mentor-no-time", &typed).await.assert_goes_to("/reasons/mentor-no-time");

    let now = consequences_of(app.db(), NO_TIME).await.unwrap();
    assert_eq!(now, follows(Onward::TalkFirst, Span::Days(45), Span::Days(14)));
    let row = reason_consequences::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((row.changed_by, row.changed_at), (staff.user.as_ref().unwrap().id, app.app.clock.now()));
    let page = staff.get("/reasons/mentor-no-time").await;
    page.assert_ok()
        .assert_shows("Ændret af os")
        .assert_shows("4. marts 2026")
        .assert_shows(&staff.user.as_ref().unwrap().name);
    page.assert_shows("i 30 dage")
        .assert_shows("i 45 dage")
        .assert_shows("på pause i 14 dage")
        .assert_shows("value=\"45\"");
    staff.get("/reasons").await.assert_ok().assert_shows("ændrede »Jeg har ikke tid nu«");
}

#[tokio::test]
async fn there_is_a_way_back_to_the_default_which_is_written_down_too() {
    let app = support::start().await;
    app.declare(NO_TIME, follows(Onward::Queue, Span::Open, Span::Open)).await;
    let staff = app.staff().await;
    staff.get("/reasons/mentor-no-time").await.assert_ok().assert_shows("Tilbage til standarden");

    staff.submit("/reasons/mentor-no-time/default", &[]).await.assert_goes_to("/reasons/mentor-no-time");
    staff.submit("/reasons/mentor-no-time/default", &[]).await.assert_taken();

    assert_eq!(consequences_of(app.db(), NO_TIME).await.unwrap(), NO_TIME.default_consequences());
    assert_eq!(reason_consequences::Entity::find().count(app.db()).await.unwrap(), 0);
    let page = staff.get("/reasons/mentor-no-time").await;
    page.assert_ok().assert_shows("tilbage til standarden").assert_shows("De to foreslås ikke for hinanden igen.");
    let about = changes::Column::SubjectId.eq(NO_TIME.id());
    let actions: Vec<String> =
        changes::Entity::find().filter(about).all(app.db()).await.unwrap().into_iter().map(|row| row.action).collect();
    assert_eq!(actions, ["edited", "taken_back"]);
}

#[tokio::test]
async fn saving_the_default_is_no_change_and_keeps_no_row() {
    let app = support::start().await;
    let staff = app.staff().await;
    let typed = [("onward", "queue"), ("rest", "days"), ("rest_days", "30"), ("pause", "none"), ("pause_days", "")];

    staff.submit("/reasons/mentor-no-time", &typed).await.assert_taken();

    assert_eq!(reason_consequences::Entity::find().count(app.db()).await.unwrap(), 0);
    let about = changes::Column::Subject.eq("reason");
    assert_eq!(changes::Entity::find().filter(about).count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn what_cannot_be_read_comes_back_as_typed_with_the_error_at_its_field() {
    let app = support::start().await;
    let staff = app.staff().await;
    let typed = |rest_days| [("onward", "queue"), ("rest", "days"), ("rest_days", rest_days), ("pause", "none")];

    for days in ["", "0", "3651", "en uge", "-3"] {
        let page = staff.submit("/reasons/mentor-no-time", &typed(days)).await;
        page.assert_refused_with("Skriv et helt tal fra 1 til 3650").assert_shows("id=\"rest_days-error\"");
        page.assert_shows(&format!("value=\"{days}\""));
    }
    let empty = staff.submit("/reasons/mentor-no-time", &[]).await;
    empty.assert_refused_with("Vælg, hvad der sker med henvisningen").assert_shows("Vælg, hvor længe der skal gå");
    empty.assert_shows("Vælg, om mentoren sættes på pause");
    assert_eq!(reason_consequences::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_mentors_no_never_closes_a_referral_and_nobody_rests_for_good_after_a_course() {
    let app = support::start().await;
    let staff = app.staff().await;

    let closing = [("onward", "close"), ("rest", "none"), ("pause", "none")];
    staff.submit("/reasons/mentor-no-time", &closing).await.assert_refused_with("Vælg, hvad der sker med henvisningen");
    let endless = [("onward", "queue"), ("rest", "open"), ("pause", "none")];
    staff.submit("/reasons/course-moved", &endless).await.assert_refused_with("Vælg, hvor længe der skal gå");
    staff.get("/reasons/mentor-no-time").await.assert_hides("Henvisningen lukkes");

    let viewer = app.viewer().await;
    let refused = reason::declare(
        app.db(),
        app.app.clock.now(),
        &viewer,
        NO_TIME,
        follows(Onward::Close, Span::None, Span::None),
    );
    assert!(refused.await.is_err());
}

#[tokio::test]
async fn a_reason_that_nobody_knows_has_no_page() {
    let app = support::start().await;
    let staff = app.staff().await;

    staff.get("/reasons/mentor-nonsense").await.assert_not_found();
    staff.submit("/reasons/mentor-found-job-or-education", &[]).await.assert_not_found();
}

#[tokio::test]
async fn two_who_declare_at_once_both_find_their_word_in_the_log_and_one_of_them_holds() {
    let app = support::start().await;
    let mut races = Vec::new();
    for days in 31..=38 {
        let (db, now, viewer) = (app.db().clone(), app.app.clock.now(), app.viewer().await);
        let new = follows(Onward::Queue, Span::Days(days), Span::None);
        races.push(tokio::spawn(async move { reason::declare(&db, now, &viewer, NO_TIME, new).await }));
    }
    for race in races {
        race.await.unwrap().unwrap();
    }

    assert_eq!(reason_consequences::Entity::find().count(app.db()).await.unwrap(), 1);
    let about = changes::Column::SubjectId.eq(NO_TIME.id());
    assert_eq!(changes::Entity::find().filter(about).count(app.db()).await.unwrap(), 8);
}

#[tokio::test]
async fn a_pair_rests_for_the_declared_days_and_the_match_page_says_until_when() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&amira, &jonas).await;
    app.mentor_says_no(&proposal, DeclineReason::NoTime).await;
    mentor::index::rebuild(&app.app).await.unwrap();

    let until = today() + Days::new(30);
    assert_eq!(app.proposal_now(&proposal).await.rests_until, Some(until));
    let page = app.staff().await.get(&format!("/referrals/{}/match", amira.id)).await;
    page.assert_ok().assert_shows("De to hviler til 3. april 2026");
    let refused = app.try_propose(&amira, &jonas).await;
    assert!(matches!(refused, Err(ProposeError::RuledOut(RuledOut::Rests(day))) if day == until), "{refused:?}");

    app.app.clock.advance(Duration::days(29));
    assert!(app.try_propose(&amira, &jonas).await.is_err());
    app.app.clock.advance(Duration::days(1));
    app.try_propose(&amira, &jonas).await.unwrap();
}

#[tokio::test]
async fn a_rest_counts_the_days_of_a_danish_calendar_over_the_night_that_is_an_hour_short() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    app.declare(NO_TIME, follows(Onward::Queue, Span::Days(2), Span::Days(2))).await;
    // Half past midnight in Denmark on the 28th, the day before summer time begins.
    let night = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap().and_hms_opt(23, 30, 0).unwrap().and_utc();
    app.app.clock.advance(night - app.app.clock.now());
    let proposal = app.proposal(&amira, &jonas).await;

    app.mentor_says_no(&proposal, DeclineReason::NoTime).await;

    let day = |number| NaiveDate::from_ymd_opt(2026, 3, number).unwrap();
    assert_eq!(app.proposal_now(&proposal).await.rests_until, Some(day(30)));
    assert_eq!(app.pauses().await, [(day(28), Some(day(29)))]);
    // The last minute of the 29th, and the first of the 30th: Denmark is two hours ahead by then.
    app.app.clock.advance(Duration::minutes(46 * 60 + 29));
    assert!(app.try_propose(&amira, &jonas).await.is_err());
    app.app.clock.advance(Duration::minutes(1));
    app.try_propose(&amira, &jonas).await.unwrap();
}

#[tokio::test]
async fn two_of_whom_one_said_no_for_good_are_never_proposed_again_and_an_old_no_is_for_good() {
    let app = support::start().await;
    let (amira, jonas, mona) = (app.referral("Amira").await, app.mentor("Jonas").await, app.mentor("Mona").await);
    let first = app.proposal(&amira, &jonas).await;
    app.mentor_says_no(&first, DeclineReason::KnowsThePerson).await;
    let second = app.proposal(&amira, &mona).await;
    app.mentor_says_no(&second, DeclineReason::NoTime).await;
    // As a no was written before rests had a day.
    let old = proposals::ActiveModel { id: Set(second.id), rests_until: Set(None), ..Default::default() };
    old.update(app.db()).await.unwrap();

    app.app.clock.advance(Duration::days(3000));

    for mentor in [&jonas, &mona] {
        let refused = app.try_propose(&amira, mentor).await;
        assert!(matches!(refused, Err(ProposeError::RuledOut(RuledOut::DeclinedBefore))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_rest_is_the_young_persons_whichever_referral_it_came_from() {
    let app = support::start().await;
    let (amira, again, jonas) = (app.referral("Amira").await, app.referral("Amira").await, app.mentor("Jonas").await);
    let same =
        referrals::ActiveModel { id: Set(again.id), young_person_id: Set(amira.young_person_id), ..Default::default() };
    let again = same.update(app.db()).await.unwrap();
    let proposal = app.proposal(&amira, &jonas).await;

    app.mentor_says_no(&proposal, DeclineReason::WrongIndustry).await;

    assert!(app.try_propose(&again, &jonas).await.is_err());
}

#[tokio::test]
async fn without_a_rest_the_two_may_be_proposed_again_at_once() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    app.declare(NO_TIME, follows(Onward::Queue, Span::None, Span::None)).await;
    let proposal = app.proposal(&amira, &jonas).await;
    app.mentor_says_no(&proposal, DeclineReason::NoTime).await;

    app.try_propose(&amira, &jonas).await.unwrap();
}

#[tokio::test]
async fn a_mentor_is_told_of_a_declared_pause_and_then_paused_for_so_long() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    app.declare(NO_TIME, follows(Onward::Queue, Span::Days(30), Span::Days(14))).await;
    let proposal = app.proposal(&amira, &jonas).await;
    let mentor = app.mentor_browser(&jonas).await;
    let path = format!("/proposals/{}", proposal.id);

    mentor.get(&path).await.assert_ok().assert_shows("Så holder du pause i 14 dage");
    mentor.submit(&format!("{path}/decline"), &[("reason", "no_time")]).await.assert_taken();

    assert_eq!(app.pauses().await, [(today(), Some(today() + Days::new(13)))]);
    let facts = mentor::facts_of(app.db(), &[jonas.id]).await.unwrap().remove(&jonas.id).unwrap();
    assert_eq!(facts.status(today() + Days::new(13)), mentor::MentorStatus::Paused);
    assert_eq!(facts.status(today() + Days::new(14)), mentor::MentorStatus::Active);
}

#[tokio::test]
async fn after_a_no_that_asks_for_a_talk_nobody_is_proposed_until_staff_have_talked() {
    let app = support::start().await;
    let (amira, jonas, mona) = (app.referral("Amira").await, app.mentor("Jonas").await, app.mentor("Mona").await);
    let proposal = app.half_accepted(&amira, &jonas).await;
    let link = app.young_link(&proposal).await;
    let no = [("answer", "no"), ("reason", "found_job_or_education")];
    app.visitor().submit(&link, &no).await.assert_goes_to("/yes/no-thanks");
    mentor::index::rebuild(&app.app).await.unwrap();
    let (staff, journal) = (app.staff().await, format!("/referrals/{}", amira.id));

    let day = staff.get("/today").await;
    day.assert_ok().assert_shows("tale med partneren først").assert_shows(&format!("href=\"{journal}\""));
    staff.get("/referrals?talk=yes").await.assert_ok().assert_shows("Amira");
    staff.get(&journal).await.assert_ok().assert_shows("Siden 4. marts 2026 venter henvisningen");
    let matching = staff.get(&format!("{journal}/match")).await;
    matching.assert_ok().assert_shows("Tal med samarbejdspartneren, før I foreslår").assert_hides("name=\"mentor_id\"");
    let refused = app.try_propose(&amira, &mona).await;
    assert!(matches!(refused, Err(ProposeError::HeldBack(HeldBack::TalkFirst(since))) if since == today()));

    staff.submit(&format!("{journal}/talk"), &[]).await.assert_goes_to(&journal);

    let page = staff.get(&journal).await;
    page.assert_ok().assert_hides("Siden 4. marts 2026 venter").assert_shows("har talt med samarbejdspartneren");
    staff.get("/referrals?talk=yes").await.assert_ok().assert_hides("Amira");
    assert_eq!(app.referral_now(&amira).await.referred_on, amira.referred_on);
    app.try_propose(&amira, &mona).await.unwrap();
    staff.submit(&format!("{journal}/talk"), &[]).await.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_talk_that_is_owed_ends_when_the_referral_does() {
    let app = support::start().await;
    for end in ["close", "withdraw"] {
        let (amira, jonas) = (app.referral(&format!("Amira {end}")).await, app.mentor(&format!("Jonas-{end}")).await);
        let proposal = app.half_accepted(&amira, &jonas).await;
        let link = app.young_link(&proposal).await;
        app.visitor().submit(&link, &[("answer", "no"), ("reason", "no_time")]).await.assert_taken();
        assert!(app.referral_now(&amira).await.talk_asked_on.is_some());

        let path = format!("/referrals/{}/{end}", amira.id);
        app.staff().await.submit(&path, &[("close_reason", "no_longer_wants")]).await.assert_taken();

        assert_eq!(app.referral_now(&amira).await.talk_asked_on, None, "{end}");
    }
    app.staff().await.get("/today").await.assert_hides("tale med partneren først");
    assert_eq!(app.findings().await.wrong, Vec::<String>::new());
}

#[tokio::test]
async fn a_young_persons_no_can_be_declared_to_close_the_referral_as_the_figures_count_it() {
    let app = support::start().await;
    let cause = Cause::MenteeDeclined(DeclineReason::FoundJobOrEducation);
    app.declare(cause, follows(Onward::Close, Span::Open, Span::None)).await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.half_accepted(&amira, &jonas).await;

    let path = format!("/proposals/{}/mentee-decline", proposal.id);
    app.staff().await.submit(&path, &[("reason", "found_job_or_education")]).await.assert_taken();

    let closed = app.referral_now(&amira).await;
    assert_eq!(closed.closed_on, Some(today()));
    assert_eq!(closed.not_started_reason, Some(referrals::Reason::FoundJobOrEducation));
    assert_eq!(referral::state_of(app.db(), &closed).await.unwrap(), referral::State::NotStarted);
}

#[tokio::test]
async fn both_may_meet_first_and_the_clock_waits_for_the_meeting() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&amira, &jonas).await;
    let (mentor, path) = (app.mentor_browser(&jonas).await, format!("/proposals/{}", proposal.id));

    mentor.get("/mentor").await.assert_ok().assert_shows("I kan godt mødes uforpligtende, før I siger ja");
    let page = mentor.get(&path).await;
    page.assert_ok().assert_shows("Bed om at mødes først").assert_shows("Et nej tak får ingen følger for nogen af jer");
    let wish = "Jeg vil gerne møde den unge uforpligtende, før jeg svarer.";
    page.assert_shows(wish);
    mentor.submit(&format!("{path}/question"), &[("text", wish)]).await.assert_taken();

    app.staff().await.get("/today").await.assert_ok().assert_shows("Mentorer, der har spurgt om noget");
    app.app.clock.advance(Duration::days(20));
    assert_eq!(matching::expire(app.db(), app.app.clock.now()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_no_after_having_met_has_no_consequence_for_either() {
    let app = support::start().await;
    let jonas = app.mentor_in("Jonas", "it-udvikler", "62", 2).await;
    let (amira, bilal) = (app.referral("Amira").await, app.referral("Bilal").await);
    let (by_mentor, by_mentee) = (app.proposal(&amira, &jonas).await, app.half_accepted(&bilal, &jonas).await);
    let (mentor, link) = (app.mentor_browser(&jonas).await, app.young_link(&by_mentee).await);

    let page = mentor.get(&format!("/proposals/{}", by_mentor.id)).await;
    page.assert_ok().assert_shows("Vi har mødt hinanden, og det er et nej tak").assert_shows("Ingen er skyld i det");
    let young = app.visitor().get(&link).await;
    young
        .assert_ok()
        .assert_shows("Vil du hellere møde mentoren, før du svarer?")
        .assert_shows("Du mister ikke din plads");
    young.assert_shows("Ingen er skyld i det").assert_hides("Jonas");
    let met = [("answer", "no"), ("reason", "met_no_thanks")];
    mentor.submit(&format!("/proposals/{}/decline", by_mentor.id), &met[1..]).await.assert_taken();
    app.visitor().submit(&link, &met).await.assert_goes_to("/yes/no-thanks");

    assert_eq!(app.pauses().await, []);
    for before in [&amira, &bilal] {
        let now = app.referral_now(before).await;
        assert_eq!((now.referred_on, now.talk_asked_on, now.rests_until), (before.referred_on, None, None));
        assert!(referral::is_waiting(app.db(), &now).await.unwrap());
    }
    let facts = mentor::facts_of(app.db(), &[jonas.id]).await.unwrap().remove(&jonas.id).unwrap();
    assert_eq!((facts.seats.free(), facts.may_be_proposed(today())), (2, Ok(())));
}

#[tokio::test]
async fn the_words_that_nobody_is_to_blame_go_when_staff_declare_otherwise() {
    let app = support::start().await;
    let cause = Cause::MentorDeclined(DeclineReason::MetNoThanks);
    app.declare(cause, follows(Onward::TalkFirst, Span::Open, Span::None)).await;
    let jonas = app.mentor("Jonas").await;
    let path = format!("/proposals/{}", app.proposal(&app.referral("Amira").await, &jonas).await.id);

    let page = app.staff().await.get(&path).await;

    page.assert_ok().assert_shows("Vi har mødt hinanden").assert_hides("Ingen er skyld i det");
    app.mentor_browser(&jonas).await.get(&path).await.assert_ok().assert_hides("ingen følger for nogen");
}

#[tokio::test]
async fn a_young_person_need_not_say_why_and_each_side_has_reasons_of_its_own() {
    let app = support::start().await;
    let jonas = app.mentor_in("Jonas", "it-udvikler", "62", 2).await;
    let (amira, bilal) = (app.referral("Amira").await, app.referral("Bilal").await);
    let (silent, other) = (app.half_accepted(&amira, &jonas).await, app.proposal(&bilal, &jonas).await);
    let link = app.young_link(&silent).await;

    let wrong = [("answer", "no"), ("reason", "wrong_industry")];
    app.visitor().submit(&link, &wrong).await.assert_refused_with("Vælg en grund");
    app.visitor().submit(&link, &[("answer", "no")]).await.assert_goes_to("/yes/no-thanks");
    let path = format!("/proposals/{}/decline", other.id);
    app.mentor_browser(&jonas)
        .await
        .submit(&path, &[("reason", "found_job_or_education")])
        .await
        .assert_refused_with("Vælg en grund");

    let declined = app.proposal_now(&silent).await;
    assert_eq!(declined.decline_reason, Some(DeclineReason::Other));
    assert!(app.proposal_now(&other).await.declined_at.is_none());
}

#[tokio::test]
async fn staff_write_down_why_the_young_person_said_no() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.half_accepted(&amira, &jonas).await;
    let (staff, path) = (app.staff().await, format!("/proposals/{}/mentee-decline", proposal.id));

    staff
        .submit(&path, &[("note", "Ringede i dag")])
        .await
        .assert_refused_with("Vælg en grund")
        .assert_shows("Ringede i dag");
    staff.submit(&path, &[("reason", "too_far"), ("note", "Ringede i dag")]).await.assert_taken();

    staff.get("/proposals").await.assert_ok().assert_shows("Der er for langt");
    let page = staff.get(&format!("/proposals/{}", proposal.id)).await;
    page.assert_ok().assert_shows("Der er for langt").assert_shows("De to foreslås ikke for hinanden igen.");
    app.mentor_browser(&jonas)
        .await
        .get(&format!("/proposals/{}", proposal.id))
        .await
        .assert_ok()
        .assert_hides("for langt");
    let journal = staff.get(&format!("/referrals/{}", amira.id)).await;
    journal.assert_ok().assert_shows("Der blev sagt nej tak til et match").assert_hides("referral-change");
}

#[tokio::test]
async fn a_declaration_about_a_reason_that_nobody_knows_is_found_by_verify() {
    let app = support::start().await;
    app.declare(NO_TIME, follows(Onward::Queue, Span::Days(45), Span::None)).await;
    assert_eq!(app.findings().await.wrong, Vec::<String>::new());

    let strange =
        reason_consequences::ActiveModel { id: Set(NO_TIME.id()), reason: Set("no_mood".into()), ..Default::default() };
    strange.update(app.db()).await.unwrap();

    let told = "What follows mentor_declined no_mood is declared, and nobody knows that reason.";
    assert_eq!(app.findings().await.wrong, [told]);
}

#[tokio::test]
async fn a_backup_brings_what_staff_declared_and_a_platform_that_has_some_is_not_empty() {
    let (first, second) = (support::start().await, support::start().await);
    first.declare(NO_TIME, follows(Onward::TalkFirst, Span::Open, Span::Days(7))).await;
    let file = first.data.path().join("copy.backup");

    brobyg::exchange::backup(first.db(), &file).await.unwrap();
    brobyg::exchange::restore(second.db(), &file).await.unwrap();

    let now = consequences_of(second.db(), NO_TIME).await.unwrap();
    assert_eq!(now, follows(Onward::TalkFirst, Span::Open, Span::Days(7)));
    assert!(brobyg::exchange::restore(second.db(), &file).await.is_err());
}

#[tokio::test]
async fn the_partner_is_told_that_staff_want_to_talk_and_not_why() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    let referrer = app.referrer(&partner).await;
    let amira = app.referral_by("Amira", &partner, referrer.user.as_ref()).await;
    let proposal = app.half_accepted(&amira, &app.mentor("Jonas").await).await;
    let path = format!("/referrals/{}", amira.id);
    referrer.get(&path).await.assert_ok().assert_hides("Vi vil gerne tale med dig");

    let no = [("answer", "no"), ("reason", "no_longer_wants")];
    app.visitor().submit(&app.young_link(&proposal).await, &no).await.assert_taken();

    let page = referrer.get(&path).await;
    page.assert_ok().assert_shows("Vi vil gerne tale med dig").assert_hides("Jonas").assert_hides("alligevel ikke");
    referrer.submit(&format!("{path}/talk"), &[]).await.assert_status(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_talk_that_was_owed_before_there_was_a_day_for_it_is_owed_still() {
    use migration::{Migrator, MigratorTrait};
    let app = support::start().await;
    let mut referrals = Vec::new();
    for (name, reason, closed) in [
        ("Amira", referrals::Reason::NoContact, None),
        ("Bilal", referrals::Reason::NoContact, Some(today())),
        ("Carla", referrals::Reason::Moved, None),
    ] {
        let (referral, mentor) = (app.referral(name).await, app.mentor(&format!("Mentor-{name}")).await);
        let course = app.course(&referral, &mentor).await;
        let ended = entity::courses::ActiveModel {
            id: Set(course.id),
            ended_on: Set(Some(today() - Days::new(3))),
            interruption_reason: Set(Some(reason)),
            seat_hold_id: Set(None),
            ..Default::default()
        };
        ended.update(app.db()).await.unwrap();
        let over = referrals::ActiveModel { id: Set(referral.id), closed_on: Set(closed), ..Default::default() };
        referrals.push(over.update(app.db()).await.unwrap());
    }

    let connection = sea_orm::Database::connect(&app.app.config.database_url).await.unwrap();
    Migrator::down(&connection, Some(1)).await.unwrap();
    Migrator::up(&connection, None).await.unwrap();

    let mut owed = Vec::new();
    for referral in &referrals {
        let found = referrals::Entity::find_by_id(referral.id).one(&connection).await.unwrap().unwrap();
        owed.push(found.talk_asked_on);
    }
    connection.close().await.unwrap();
    assert_eq!(owed, [Some(today() - Days::new(3)), None, None]);
}
