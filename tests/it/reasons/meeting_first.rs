//! Meeting first, and a no without blame; the young person's reasons.

use super::*;

#[tokio::test]
async fn a_young_persons_no_can_be_declared_to_close_the_referral_as_the_figures_count_it() {
    let app = support::start().await;
    let cause = Cause::MenteeDeclined(DeclineReason::FoundJobOrEducation);
    app.declare(cause, follows(Onward::Close, Span::Open, Span::None)).await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.half_accepted(&amira, &jonas).await;

    let path = format!("/proposals/{}/mentee-refusal", proposal.id);
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
    assert_eq!(app.expire_overdue(app.app.clock.now()).await, 0);
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
    mentor.submit(&format!("/proposals/{}/refusal", by_mentor.id), &met[1..]).await.assert_taken();
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
    let path = format!("/proposals/{}/refusal", other.id);
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
    let (staff, path) = (app.staff().await, format!("/proposals/{}/mentee-refusal", proposal.id));

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
