//! A course ends, and what follows.

use brobyg::{
    course::ending::consequences,
    reason::{Consequences, Onward, Span},
};
use chrono::Days;
use entity::{
    contact_ways,
    courses::{CourseClass, EndedBy},
    mentor_pauses, messages,
    referrals::Reason,
    seat_holds,
};
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter, Set};

use super::{Pair, amira_and_jonas, date, form, today};
use crate::support::{Browser, Page};

/// Posts the form of the ending, dated today.
pub(super) async fn post(staff: &Browser, pair: &Pair, texts: &[(&str, &str)]) -> Page {
    let day = date("ended_on", today());
    staff.submit(&pair.path("/ending"), &form(&day, texts)).await
}

pub(super) async fn end_because(pair: &Pair, reason: &str) -> Page {
    let staff = pair.app.staff().await;
    post(&staff, pair, &[("ended_by", "both"), ("reason", reason), ("step", "confirm")]).await
}

#[tokio::test]
async fn the_rule_shows_its_class_and_evidence_before_anything_is_confirmed() {
    let pair = amira_and_jonas().await;
    pair.met(2).await;
    let staff = pair.app.staff().await;

    staff.get(&pair.path("/ending")).await.assert_ok().assert_shows("Afbrudt efter et eller to møder");
    let review = post(&staff, &pair, &[("ended_by", "mentee"), ("reason", "mismatch")]).await;

    review.assert_ok().assert_shows("Afbrudt efter et eller to møder").assert_shows("Der er holdt et eller to møder");
    review.assert_shows("tilbage i køen og beholder sin ventetid").assert_shows("De to passede ikke sammen");
    assert_eq!(pair.now().await.ended_on, None);
}

#[tokio::test]
async fn an_ending_shows_what_comes_after_or_that_nobody_has_said_it_and_takes_it_in_the_same_form() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    const NOBODY: &str = "Ingen har skrevet endnu, hvad der sker efter forløbet";
    let without = [("ended_by", "both"), ("reason", "moved")];
    staff.get(&pair.path("/ending")).await.assert_ok().assert_shows(NOBODY);
    post(&staff, &pair, &without).await.assert_ok().assert_shows(NOBODY);
    let plan = [("step_down", "Hver anden uge"), ("onward", "Ringer til sin vejleder")];
    pair.app.mentor_browser(&pair.mentor).await.submit(&pair.path("/onward-plan"), &plan).await.assert_taken();
    let page = staff.get(&pair.path("/ending")).await;
    page.assert_hides(NOBODY).assert_shows("Mentoren skrev det");
    page.assert_shows("Hver anden uge").assert_shows("Ringer til sin vejleder");

    post(&staff, &pair, &without).await.assert_ok().assert_shows("Ringer til sin vejleder");
    let told = [("step_down", "Hver tredje uge"), ("onward_plan", "Flytter til Fyn"), ("step", "confirm")];
    post(&staff, &pair, &[&without[..], &told[..]].concat()).await.assert_taken();

    let said = entity::onward_plans::of_course(pair.course.id).one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!((said.step_down.as_deref(), said.onward.as_deref()), (Some("Hver tredje uge"), Some("Flytter til Fyn")));
    assert_eq!(pair.now().await.onward_plan.as_deref(), Some("Flytter til Fyn"));
}

#[tokio::test]
async fn going_back_from_the_review_keeps_what_was_typed() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    let told = [("ended_by", "mentee"), ("reason", "moved"), ("onward_plan", "Flytter til Fyn"), ("step", "edit")];

    let page = post(&staff, &pair, &told).await;

    page.assert_ok().assert_shows("Flytter til Fyn").assert_shows("value=\"moved\" checked");
}

#[tokio::test]
async fn a_completed_course_needs_no_reason_frees_its_seat_and_thanks() {
    let pair = amira_and_jonas().await;
    pair.met(5).await;
    pair.change(|row| row.planned_end_on = Set(today())).await;
    let staff = pair.app.staff().await;
    let told = [
        ("ended_by", "both"),
        ("onward_plan", "Begynder på grundforløb"),
        ("second_route_name", "Faster Lene"),
        ("second_route_phone", "12 34 56 78"),
        ("second_route_agreed", "yes"),
        ("step", "confirm"),
    ];

    post(&staff, &pair, &told).await.assert_goes_to(&pair.path(""));

    let course = pair.now().await;
    assert_eq!((course.ended_on, course.ended_by), (Some(today()), Some(EndedBy::Both)));
    assert_eq!(course.seat_hold_id, None);
    let ways = contact_ways::Entity::find().all(pair.app.db()).await.unwrap();
    assert_eq!((ways.len(), ways[0].value.as_str(), ways[0].agreed_on), (1, "+4512345678", Some(today())));
    assert_eq!(seat_holds::Entity::find().count(pair.app.db()).await.unwrap(), 0);
    assert_eq!(pair.referral_now().await.closed_on, Some(today()));
    let letters = messages::Entity::find().all(pair.app.db()).await.unwrap();
    let mut kinds: Vec<&str> = letters.iter().map(|letter| letter.kind.as_str()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["course_ended_mentee", "course_ended_mentor", "course_ended_referrer"]);
    staff.get(&pair.path("")).await.assert_shows("Gennemført").assert_shows("Veje til den unge");
}

#[tokio::test]
async fn whoever_else_can_be_asked_has_a_number_and_has_agreed() {
    let pair = amira_and_jonas().await;
    pair.met(5).await;
    pair.change(|row| row.planned_end_on = Set(today())).await;
    let staff = pair.app.staff().await;
    let told = [("ended_by", "both"), ("second_route_name", "Faster Lene"), ("step", "confirm")];

    let page = post(&staff, &pair, &told).await;

    page.assert_refused_with("Skriv et telefonnummer").assert_shows("Skriv kun en, der selv har sagt ja");
    assert_eq!(pair.now().await.ended_on, None);
}

#[tokio::test]
async fn whoever_else_can_be_asked_has_a_name_that_is_no_address() {
    let pair = amira_and_jonas().await;
    pair.met(5).await;
    pair.change(|row| row.planned_end_on = Set(today())).await;
    let staff = pair.app.staff().await;
    let told = [("ended_by", "both"), ("second_route_name", "Lene lene.example"), ("step", "confirm")];

    post(&staff, &pair, &told).await.assert_refused_with("Skriv kun navnet");

    assert_eq!(pair.now().await.ended_on, None);
}

#[tokio::test]
async fn what_was_not_completed_needs_a_reason_and_who_ended_it() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;

    post(&staff, &pair, &[("step", "confirm")]).await.assert_refused_with("Vælg, hvem der afsluttede det");
    post(&staff, &pair, &[("ended_by", "mentor")]).await.assert_refused_with("Vælg en grund");

    assert_eq!(pair.now().await.ended_on, None);
}

#[tokio::test]
async fn an_ending_lies_after_the_last_meeting_and_not_in_the_future() {
    let pair = amira_and_jonas().await;
    pair.met(1).await;
    let staff = pair.app.staff().await;
    let end = async |day| {
        let day = date("ended_on", day);
        staff.submit(&pair.path("/ending"), &form(&day, &[("ended_by", "both"), ("reason", "other")])).await
    };

    end(today() - Days::new(2)).await.assert_refused_with("Der er skrevet et møde på efter den dag");
    end(today() + Days::new(1)).await.assert_refused_with("Datoen ligger i fremtiden");
    end(today() - Days::new(40)).await.assert_refused_with("Dagen ligger før matchet");
}

#[tokio::test]
async fn staff_count_a_course_otherwise_with_a_reason_and_the_rule_stays_in_sight() {
    let pair = amira_and_jonas().await;
    pair.met(2).await;
    let staff = pair.app.staff().await;
    let told = [("ended_by", "both"), ("override_class", "completed"), ("step", "confirm")];

    post(&staff, &pair, &told).await.assert_refused_with("Skriv, hvorfor forløbet skal tælle anderledes");
    let with_reason = [told[0], told[1], told[2], ("override_reason", "De sås på arbejdet hver dag")];
    post(&staff, &pair, &with_reason).await.assert_goes_to(&pair.path(""));

    let course = pair.now().await;
    assert_eq!((course.class_override, course.interruption_reason), (Some(CourseClass::Completed), None));
    let page = staff.get(&pair.path("")).await;
    page.assert_shows("Afbrudt efter et eller to møder")
        .assert_shows("De sås på arbejdet hver dag")
        .assert_shows("Gennemført");
}

#[tokio::test]
async fn saying_what_the_rule_says_is_no_override() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    let told =
        [("ended_by", "mentee"), ("reason", "no_contact"), ("override_class", "interrupted"), ("step", "confirm")];

    post(&staff, &pair, &told).await.assert_taken();

    assert_eq!(pair.now().await.class_override, None);
}

#[tokio::test]
async fn a_mismatch_leads_back_to_the_queue_with_its_waiting_time() {
    let pair = amira_and_jonas().await;

    end_because(&pair, "mismatch").await.assert_taken();

    let referral = pair.referral_now().await;
    assert_eq!((referral.requeued_on, referral.closed_on), (Some(today()), None));
    assert_eq!(referral.referred_on, pair.referral.referred_on);
    assert_eq!(mentor_pauses::Entity::find().count(pair.app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_mentor_who_withdrew_is_paused() {
    let pair = amira_and_jonas().await;

    end_because(&pair, "mentor_withdrew").await.assert_taken();

    let pause = mentor_pauses::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!((pause.mentor_id, pause.from_on, pause.until_on), (pair.mentor.id, today(), None));
    assert_eq!(pair.referral_now().await.requeued_on, Some(today()));
}

#[tokio::test]
async fn without_contact_staff_talk_to_the_partner_and_then_decide() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;

    end_because(&pair, "no_contact").await.assert_taken();

    assert_eq!((pair.referral_now().await.requeued_on, pair.referral_now().await.closed_on), (None, None));
    assert_eq!(waiting_for_a_talk(&pair).await, 1);
    staff.get(&pair.path("")).await.assert_shows("Tal med samarbejdspartneren");
    staff.submit(&pair.path("/closure"), &[]).await.assert_goes_to(&pair.path(""));
    assert_eq!(pair.referral_now().await.closed_on, Some(today()));
    staff.get(&pair.path("")).await.assert_hides("Bagefter beslutter I");
    assert_eq!(waiting_for_a_talk(&pair).await, 0);
}

/// How many referrals staff have to talk to the partner about.
async fn waiting_for_a_talk(pair: &Pair) -> u64 {
    let wanted = entity::referrals::Entity::find().filter(brobyg::referral::wants_talk());
    wanted.count(pair.app.db()).await.unwrap()
}

#[tokio::test]
async fn a_completed_course_is_closed_whatever_reason_was_chosen() {
    let pair = amira_and_jonas().await;

    let follows = consequences(pair.app.db(), &pair.course, (CourseClass::Completed, Some(Reason::MentorWithdrew)))
        .await
        .unwrap();

    assert_eq!(follows, Consequences { onward: Onward::Close, rest: Span::None, pause: Span::None });
}

#[tokio::test]
async fn an_ending_posted_twice_is_told_that_it_is_done() {
    let pair = amira_and_jonas().await;
    end_because(&pair, "moved").await.assert_taken();

    end_because(&pair, "moved").await.assert_status(poem::http::StatusCode::CONFLICT);

    assert_eq!(pair.changes("ended").await.len(), 1);
}
