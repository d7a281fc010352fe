//! A consent that is taken back is heeded everywhere, also after a yes.

use brobyg::referral::agreement;
use entity::{consents::ConsentPurpose, interview_strata::Stratum, referrals, users::Role};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::answers::{drawn, row};
use crate::support;

const TODAY: [(&str, &str); 3] = [("on_day", "4"), ("on_month", "3"), ("on_year", "2026")];

#[tokio::test]
async fn a_consent_taken_back_after_a_yes_takes_the_person_out_of_the_file_and_nobody_interviews_them() {
    let (pair, staff, drawn) = drawn(Stratum::Completed).await;
    let (page, sample) = (format!("/interviews/people/{}", drawn.id), format!("/interviews/{}", drawn.sample_id));
    let file = format!("{sample}/file?file=csv");
    let said = [("says", "yes"), ("wishes", "Efter kl. 16")];
    staff.submit(&format!("{page}/answer"), &said).await.assert_taken();
    staff.get(&file).await.assert_ok().assert_shows("Amira").assert_shows("amira@ung.example");

    let back = [("purpose", "interview")];
    staff.submit(&format!("/referrals/{}/consents/withdrawal", pair.referral.id), &back).await.assert_taken();

    let told = staff.get(&file).await;
    told.assert_ok().assert_hides("Amira").assert_hides("amira@ung.example").assert_hides("Efter kl. 16");
    told.assert_hides(&pair.course.reference).assert_shows("Intet samtykke længere").assert_shows("completed-1");
    staff.get(&sample).await.assert_shows("Intet samtykke længere: 1").assert_shows("Sagde ja: 0");
    staff.submit(&format!("{page}/interview"), &TODAY).await.assert_refused_with("De har ikke sagt ja til interview");
    assert_eq!(row(&pair, &drawn).await.interviewed_on, None);
}

#[tokio::test]
async fn the_consent_of_a_mentor_taken_back_after_a_yes_is_heeded_too() {
    let (pair, staff, drawn) = drawn(Stratum::Mentors).await;
    let page = format!("/interviews/people/{}", drawn.id);
    let file = format!("/interviews/{}/file?file=csv", drawn.sample_id);
    staff.submit(&format!("{page}/answer"), &[("says", "yes")]).await.assert_taken();
    staff.get(&file).await.assert_ok().assert_shows(&pair.mentor.email);
    let consent = format!("/mentors/{}/interview-consent", pair.mentor.id);
    staff.get(&page).await.assert_ok().assert_shows(&consent);

    staff.submit(&format!("{consent}/withdrawal"), &[]).await.assert_taken();

    staff.get(&file).await.assert_ok().assert_hides(&pair.mentor.email).assert_hides("Jonas");
    staff.submit(&format!("{page}/interview"), &TODAY).await.assert_refused_with("De har ikke sagt ja til interview");
}

#[tokio::test]
async fn a_no_to_interviews_on_one_referral_is_one_on_all_referrals_of_the_person() {
    let (pair, staff, _) = drawn(Stratum::Completed).await;
    let other = pair.app.referral("Amira Hassan").await;
    let of_same = referrals::ActiveModel {
        id: Set(other.id),
        young_person_id: Set(pair.referral.young_person_id),
        ..Default::default()
    };
    let other = of_same.update(pair.app.db()).await.unwrap();
    pair.app.agreed(&other, ConsentPurpose::Interview).await;

    let back = [("purpose", "interview")];
    staff.submit(&format!("/referrals/{}/consents/withdrawal", other.id), &back).await.assert_taken();

    for referral in [pair.referral.id, other.id] {
        assert!(agreement(pair.app.db(), referral, ConsentPurpose::Interview).await.unwrap().is_no());
    }
}

#[tokio::test]
async fn staff_come_from_whoever_was_drawn_to_what_they_agreed_to() {
    for stratum in [Stratum::Completed, Stratum::Mentors] {
        let (pair, staff, drawn) = drawn(stratum).await;
        let page = staff.get(&format!("/interviews/people/{}", drawn.id)).await;
        let consent = match stratum {
            Stratum::Mentors => format!("/mentors/{}/interview-consent", pair.mentor.id),
            _ => format!("/referrals/{}#consent-heading", pair.referral.id),
        };
        page.assert_ok().assert_shows(&consent);
        staff.get(consent.split('#').next().unwrap()).await.assert_ok();
    }
}

#[tokio::test]
async fn whoever_said_no_on_one_referral_and_yes_on_another_takes_it_back_on_either() {
    let (pair, staff, _) = drawn(Stratum::Completed).await;
    let own = format!("/referrals/{}", pair.referral.id);
    let back = [("purpose", "interview")];
    staff.submit(&format!("{own}/consents/withdrawal"), &back).await.assert_taken();
    staff.submit(&format!("{own}/consents/withdrawal"), &back).await.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    let other = pair.app.referral("Amira Hassan").await;
    let of_same = referrals::ActiveModel {
        id: Set(other.id),
        young_person_id: Set(pair.referral.young_person_id),
        ..Default::default()
    };
    let other = of_same.update(pair.app.db()).await.unwrap();
    pair.app.agreed(&other, ConsentPurpose::Interview).await;
    staff.get(&own).await.assert_shows("name=\"purpose\" value=\"interview\"");

    staff.submit(&format!("{own}/consents/withdrawal"), &back).await.assert_taken();

    assert!(agreement(pair.app.db(), other.id, ConsentPurpose::Interview).await.unwrap().is_no());
    staff.get(&own).await.assert_hides("name=\"purpose\" value=\"interview\"");
}

#[tokio::test]
async fn staff_come_to_what_whoever_refers_agreed_to_at_any_time() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let rikke = app.user("Rikke Friis", Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by("Amira Hassan", &partner, Some(&rikke)).await;
    let (staff, consent) = (app.staff().await, format!("/people/{}/interview-consent", rikke.id));

    staff.get(&format!("/referrals/{}", referral.id)).await.assert_ok().assert_shows(&consent);
    let administrator = app.administrator().await;
    administrator.get(&format!("/admin/partners/{}", partner.id)).await.assert_ok().assert_shows(&consent);

    staff.get(&consent).await.assert_ok().assert_shows("Rikke Friis");
}
