//! Handing over: from the page of the thing, a whole list, and all of one colleague's.

use brobyg::duty::Thing;
use poem::http::StatusCode;

use super::browser;
use crate::support;

#[tokio::test]
async fn whoever_opens_a_thing_takes_it_or_hands_it_over_and_its_history_says_so() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (referral, mentor, partner) =
        (app.referral("Amira Holm").await, app.mentor("Jonas").await, app.partner("Ø").await);
    let course = app.course(&referral, &mentor).await;
    let (staff, admin, to) = (browser(&app, &karen).await, app.administrator().await, bent.id.to_string());

    for (asker, word, page, id) in [
        (&staff, "referral", format!("/referrals/{}", referral.id), referral.id),
        (&staff, "course", format!("/courses/{}", course.id), course.id),
        (&staff, "mentor", format!("/mentors/{}", mentor.id), mentor.id),
        (&admin, "partner", format!("/admin/partners/{}", partner.id), partner.id),
    ] {
        asker.get(&page).await.assert_ok().assert_shows("Ingen har ansvaret endnu").assert_shows("Jeg tager den");
        let path = format!("/handovers/{word}/{id}");
        asker.submit(&format!("{path}/taking"), &[]).await.assert_goes_to(&page);
        asker.submit(&format!("{path}/taking"), &[]).await.assert_goes_to(&page);
        asker.get(&page).await.assert_ok().assert_shows("har ansvaret siden").assert_hides("Jeg tager den");
        asker.submit(&path, &[]).await.assert_refused_with("Vælg, hvem der skal have ansvaret");
        asker.submit(&path, &[("to", &to)]).await.assert_goes_to(&page);
        asker.submit(&path, &[("to", &to)]).await.assert_refused_with("ikke noget at give videre");
        asker.get(&page).await.assert_ok().assert_shows("Bent har ansvaret siden");
        asker.get(&path).await.assert_ok().assert_shows("Hvem der har haft ansvaret").assert_shows("Bent, fra");
        assert_eq!(app.responsible_count(id).await, 1);
    }
    staff.get(&format!("/handovers/partner/{}", partner.id)).await.assert_not_found();
    staff.get("/handover-lists/partner").await.assert_not_found();
}

#[tokio::test]
async fn all_of_a_filtered_list_is_handed_over_in_one_act_and_nothing_besides() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (ring, byen) = (app.partner("Ringparken").await, app.partner("Byparken").await);
    let mut of_ring = Vec::new();
    for number in 0..30 {
        of_ring.push(app.referral_by(&format!("Ung {number}"), &ring, None).await.id);
    }
    let other = app.referral_by("Anden", &byen, None).await.id;
    app.sees_to(&karen, Thing::Referral, of_ring[0]).await;
    let (staff, to, filters) = (browser(&app, &karen).await, bent.id.to_string(), format!("partner={}", ring.id));

    let list = staff.get(&format!("/referrals?{filters}")).await;
    list.assert_ok().assert_shows(&format!("/handover-lists/referral?{filters}"));
    staff.get(&format!("/handover-lists/referral?{filters}")).await.assert_ok().assert_shows("Du giver 30 ting videre");
    let typed = [("to", to.as_str()), ("filters", filters.as_str())];
    staff.submit("/handover-lists/referral", &typed).await.assert_taken();

    for id in of_ring {
        assert_eq!(app.hand(Thing::Referral, id).await, Some(bent.id));
    }
    assert_eq!(app.hand(Thing::Referral, other).await, None);
}

#[tokio::test]
async fn all_of_one_colleague_goes_to_another_in_one_act() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let carl = app.coordinator("Carl", "+4510203040").await;
    let (referral, other, mentor) = (app.referral("Amira").await, app.referral("Bo").await, app.mentor("Jonas").await);
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    app.sees_to(&karen, Thing::Mentor, mentor.id).await;
    app.sees_to(&carl, Thing::Referral, other.id).await;
    let (staff, from, to) = (browser(&app, &bent).await, karen.id.to_string(), bent.id.to_string());

    staff.get("/handovers").await.assert_ok();
    staff.submit("/handovers", &[("from", &from), ("to", &to)]).await.assert_goes_to("/today");

    assert_eq!(app.hand(Thing::Referral, referral.id).await, Some(bent.id));
    assert_eq!(app.hand(Thing::Mentor, mentor.id).await, Some(bent.id));
    assert_eq!(app.hand(Thing::Referral, other.id).await, Some(carl.id));
}

#[tokio::test]
async fn whoever_is_not_of_staff_hands_nothing_over() {
    let app = support::start().await;
    let (partner, mentor) = (app.partner("Ringparken").await, app.mentor("Jonas").await);
    let referrer = app.referrer(&partner).await;
    let referral = app.referral_by("Amira", &partner, referrer.user.as_ref()).await;
    let mentor = app.mentor_browser(&mentor).await;

    for asker in [&referrer, &mentor] {
        let path = format!("/handovers/referral/{}", referral.id);
        asker.get(&path).await.assert_status(StatusCode::FORBIDDEN);
        asker.submit(&format!("{path}/taking"), &[]).await.assert_status(StatusCode::FORBIDDEN);
    }
}
