//! What is declared is obeyed: the pair rests, the mentor is paused, the partner is talked with.

use super::*;

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
    mentor.submit(&format!("{path}/refusal"), &[("reason", "no_time")]).await.assert_taken();

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
    for end in ["closure", "withdrawal"] {
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
async fn a_pause_that_a_mentor_brings_about_by_a_link_is_told_as_their_own() {
    let app = support::start().await;
    let mentor = app.mentor("Jonas").await;
    app.declare(NO_TIME, follows(Onward::Queue, Span::Days(30), Span::Days(30))).await;
    let proposal = app.proposal(&app.referral("Amira").await, &mentor).await;
    let no = Decline { reason: DeclineReason::NoTime, note: None };
    matching::decline(app.db(), app.app.clock.now(), matching::Answering::Link(mentor.id), proposal.id, no)
        .await
        .unwrap();

    let page = app.staff().await.get(&format!("/mentors/{}", mentor.id)).await;
    page.assert_shows("Mentoren selv noterede en pause").assert_hides("Brobyg noterede en pause");
}
