//! Who sees to what is asked once a page, however much there is.

use brobyg::duty::Thing;
use entity::{User, users::Role};

use super::{MANY, reads};
use crate::support::{self, Browser, TestApp};

/// Something of each sort that waits for staff, and is somebody's.
async fn something_of_each(app: &TestApp, name: &str, user: &User) {
    let partner = app.partner(&format!("Plan {name}")).await;
    let referral = app.referral_by(name, &partner, None).await;
    let mentor = app.mentor(&format!("Mentor{name}")).await;
    let course = app.course(&app.referral_by(&format!("{name} i forløb"), &partner, None).await, &mentor).await;
    for (thing, id) in [
        (Thing::Partner, partner.id),
        (Thing::Referral, referral.id),
        (Thing::Mentor, mentor.id),
        (Thing::Course, course.id),
    ] {
        app.sees_to(user, thing, id).await;
    }
}

#[tokio::test]
async fn today_and_the_lists_read_as_often_for_much_as_for_little_whosever_it_is() {
    let app = support::start().await;
    let karen = app.user("Karen", Role::Administrator, None).await;
    something_of_each(&app, "Ung", &karen).await;
    let reader = Browser::signed_in(&app, karen.clone()).await;
    let pages =
        ["/today", "/referrals", "/courses", "/mentors", "/admin/partners", "/proposals", "/surveys", "/letters"];
    let mut at_first = Vec::new();
    for page in pages {
        let (all, mine) = (reads(&reader, page).await, reads(&reader, &format!("{page}?responsible=mine")).await);
        assert_eq!(all, mine, "{page}");
        at_first.push(all);
    }

    for number in 0..MANY {
        something_of_each(&app, &format!("Ung {number}"), &karen).await;
    }

    for (page, at_first) in pages.into_iter().zip(at_first) {
        let later = reads(&reader, &format!("{page}?responsible=mine")).await;
        // Of a kind that does not stand on the first page of Today nothing is told.
        assert!(later == at_first || (page == "/today" && later < at_first), "{page}: {later}, {at_first} at first");
    }
}

#[tokio::test]
async fn a_referrer_is_told_whom_to_call_by_one_statement_more_than_staff_need() {
    let app = support::start().await;
    let karen = app.user("Karen", Role::Staff, None).await;
    let partner = app.partner("Ringparken").await;
    let (staff, referrer) = (Browser::signed_in(&app, karen.clone()).await, app.referrer(&partner).await);
    let before = reads(&referrer, "/accessibility").await;
    app.sees_to(&karen, Thing::Partner, partner.id).await;

    assert_eq!(reads(&referrer, "/accessibility").await, before);
    // A page that needs no data still says who is reading.
    staff.get("/accessibility").await.assert_ok();
    assert_eq!(before, 2, "the session, and whom to turn to");
}
