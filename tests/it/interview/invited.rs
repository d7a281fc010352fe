//! Whoever is said to be invited was written to.

use brobyg::message::{self, Addressee};
use chrono::Duration;
use entity::{interview_strata::Stratum, messages::Category, young_people};
use sea_orm::ActiveValue::Set;

use super::answers::{drawn, invite};

#[tokio::test]
async fn who_is_invited_is_so_once_the_letter_has_left_and_for_as_long_as_its_link_lasts() {
    let (pair, staff, drawn) = drawn(Stratum::Completed).await;
    let sample = format!("/interviews/{}", drawn.sample_id);
    invite(&staff, &drawn).await;
    staff.get(&sample).await.assert_shows("Invitation på vej: 1").assert_shows("Inviteret: 0");

    // It waits at the press, and leaves two days later.
    pair.app.app.clock.advance(Duration::days(2));
    let mail = pair.app.mails_to("amira@ung.example").await.pop().unwrap();
    let staff = pair.app.staff().await;
    staff.get(&sample).await.assert_shows("Invitation på vej: 0").assert_shows("Inviteret: 1");

    pair.app.app.clock.advance(Duration::days(30) - Duration::minutes(1));
    pair.app.staff().await.get(&sample).await.assert_shows("Inviteret: 1").assert_shows("Intet svar: 0");
    pair.app.visitor().get(&pair.app.path_in(&mail)).await.assert_shows("Til Amira");

    pair.app.app.clock.advance(Duration::minutes(1));
    pair.app.staff().await.get(&sample).await.assert_shows("Inviteret: 0").assert_shows("Intet svar: 1");
    pair.app.visitor().get(&pair.app.path_in(&mail)).await.assert_hides("Til Amira");
}

#[tokio::test]
async fn who_cannot_be_written_to_is_to_be_rung_and_is_not_said_to_be_invited() {
    let (pair, staff, drawn) = drawn(Stratum::Completed).await;
    let none = young_people::ActiveModel { email: Set(None), ..Default::default() };
    pair.app.change_person(&pair.referral, none).await;
    invite(&staff, &drawn).await;

    pair.app.mails().await;

    let page = staff.get(&format!("/interviews/{}", drawn.sample_id)).await;
    page.assert_ok().assert_shows("Kan ikke skrives til: ring: 1").assert_shows("Inviteret: 0");
}

#[tokio::test]
async fn a_no_to_questions_about_how_it_went_is_none_to_invitations_and_the_other_way_round() {
    for (off, is_written_to) in [(Category::Survey, true), (Category::Interview, false)] {
        let (pair, staff, drawn) = drawn(Stratum::Completed).await;
        let whom = Addressee::young_person(pair.referral.young_person_id);
        message::opt_out(pair.app.db(), pair.app.app.clock.now(), whom, off).await.unwrap();
        invite(&staff, &drawn).await;
        assert_eq!(!pair.app.mails_to("amira@ung.example").await.is_empty(), is_written_to, "{off:?}");

        // Somebody has to ask in another way, until there is an answer.
        let title = "id=\"not-asked\"";
        let today = pair.app.staff().await.get("/today").await;
        assert_eq!(today.assert_ok().body.contains(title), !is_written_to, "{off:?}");
        staff.submit(&format!("/interviews/people/{}/answer", drawn.id), &[("says", "yes")]).await.assert_taken();
        pair.app.staff().await.get("/today").await.assert_hides(title);
        let survey = message::has_opted_out(pair.app.db(), whom, Category::Survey).await.unwrap();
        assert_eq!(survey, is_written_to);
    }
}
