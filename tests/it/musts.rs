//! What must hold of the mentor: in the list, the plan and the radar, and who relaxed it.

use brobyg::{
    matching::RuledOut,
    mentor,
    planning::{Decisions, Outcome},
    record::changes_of,
    referral::Must,
    shortage::unlocked,
};
use entity::{Mentor, Referral, Words, mentors, mentors::Gender, proposals, referrals, referrals::MentorGenderWish};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

use crate::support::{self, TestApp, today};

/// Somebody in Køge who marks these as musts.
async fn asking(app: &TestApp, musts: &[&str]) -> Referral {
    let referral = app.referral("Amira").await;
    let asked = referrals::ActiveModel {
        id: Set(referral.id),
        mentor_gender_wish: Set(Some(MentorGenderWish::Woman)),
        mentor_language: Set(Some("so".into())),
        mentor_max_km: Set(Some(30)),
        not_postcode: Set(Some("4600".into())),
        not_firm: Set(Some("Broens Værksted".into())),
        musts: Set(Words(musts.iter().map(|must| (*must).to_owned()).collect())),
        ..Default::default()
    };
    asked.update(app.db()).await.unwrap()
}

/// A woman in Roskilde who speaks Somali, at another firm: she meets all.
async fn asha(app: &TestApp) -> Mentor {
    let mentor = app.mentor("Asha").await;
    let told = mentors::ActiveModel {
        id: Set(mentor.id),
        gender: Set(Some(Gender::Female)),
        languages: Set(Words(vec!["da".into(), "so".into()])),
        postcode: Set(Some("4000".into())),
        employer: Set(Some("Andres Firma".into())),
        ..Default::default()
    };
    told.update(app.db()).await.unwrap()
}

async fn save(app: &TestApp, mentor: mentors::ActiveModel) {
    mentor.update(app.db()).await.unwrap();
    mentor::index::rebuild(&app.app).await.unwrap();
}

/// Who has the only one who waits in the plan, or what rules the only mentor out.
async fn planned(app: &TestApp) -> Result<(), Option<RuledOut>> {
    mentor::index::rebuild(&app.app).await.unwrap();
    let (db, search, rules) = (app.db(), &app.app.search, &app.app.config.rules);
    let plan = brobyg::planning::plan(db, search, today(), rules, Decisions::default(), &Default::default()).await;
    let line = plan.unwrap().lines.remove(0);
    match line.outcome {
        Outcome::Pair { .. } => Ok(()),
        Outcome::Left(_) => Err(line.near.first().and_then(|near| near.ruled_out)),
    }
}

#[tokio::test]
async fn each_must_rules_out_whoever_does_not_meet_it_and_without_the_mark_it_is_a_wish() {
    let unmet = |asha: Mentor, must: &str| {
        let mut other: mentors::ActiveModel = asha.into();
        match must {
            "gender" => other.gender = Set(None),
            "language" => other.languages = Set(Words(vec!["da".into()])),
            "distance" => other.postcode = Set(Some("4200".into())),
            "place" => other.postcode = Set(Some("4600".into())),
            _ => other.employer = Set(Some("broens værksted A/S".into())),
        }
        other
    };
    for (code, must) in [
        ("gender", Must::Gender),
        ("language", Must::Language),
        ("distance", Must::Distance),
        ("place", Must::Place),
        ("firm", Must::Firm),
    ] {
        let app = support::start().await;
        let (amira, asha) = (asking(&app, &[code]).await, asha(&app).await);
        assert_eq!(planned(&app).await, Ok(()), "{code}");

        save(&app, unmet(asha.clone(), code)).await;
        assert_eq!(planned(&app).await, Err(Some(RuledOut::Must(must))));
        let reckoned = unlocked(app.db(), &app.app.search, today(), &app.app.config.rules).await.unwrap();
        assert_eq!((reckoned.stuck, reckoned.steps.len()), (1, 0), "{code}");

        let wish = referrals::ActiveModel { id: Set(amira.id), musts: Set(Words::default()), ..Default::default() };
        wish.update(app.db()).await.unwrap();
        // Thirty kilometres are what the young person said, so that the distance parts near from far all the same.
        assert_eq!(planned(&app).await.is_ok(), code != "distance", "{code}");
    }
}

#[tokio::test]
async fn the_match_page_says_the_musts_on_every_card_and_under_why_not_and_proposes_nobody_against_one() {
    let app = support::start().await;
    let amira = asking(&app, &["gender", "place"]).await;
    asha(&app).await;
    let jonas = app.mentor("Jonas").await;
    let told = mentors::ActiveModel { id: Set(jonas.id), gender: Set(Some(Gender::Male)), ..Default::default() };
    save(&app, told).await;
    let (staff, path) = (app.staff().await, format!("/referrals/{}/match", amira.id));

    let page = staff.get(&path).await;

    let said = "Krav: Kun en kvinde; Ikke fra 4600 Køge";
    assert_eq!(page.assert_ok().body.matches(said).count(), 2, "once on each card");
    page.assert_shows("Ikke det køn, der er et krav");
    let refused = staff.submit(&path, &[("mentor_id", &jonas.id.to_string())]).await;
    refused.assert_refused_with("Ikke det køn, der er et krav, eller har ikke sagt det");
    assert_eq!(proposals::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn staff_relax_a_must_with_a_reason_and_who_and_why_stays_to_be_read() {
    let app = support::start().await;
    let amira = asking(&app, &["gender", "language"]).await;
    let jonas = app.mentor("Jonas").await;
    let told = mentors::ActiveModel {
        id: Set(jonas.id),
        gender: Set(Some(Gender::Male)),
        languages: Set(Words(vec!["da".into(), "so".into()])),
        ..Default::default()
    };
    save(&app, told).await;
    let staff = app.staff().await;
    let (page, path) = (format!("/referrals/{}/match", amira.id), format!("/referrals/{}/match/relaxation", amira.id));

    staff.submit(&path, &[("must", "gender")]).await.assert_refused_with("Skriv hvorfor");
    staff
        .submit(&path, &[("must", "firm"), ("reason", "Talt med Amira")])
        .await
        .assert_status(poem::http::StatusCode::UNPROCESSABLE_ENTITY);
    staff.submit(&path, &[("must", "gender"), ("reason", "Talt med Amira")]).await.assert_goes_to(&page);

    let shown = staff.get(&page).await;
    shown.assert_ok().assert_shows("gjorde et krav til et ønske (Kønnet)").assert_shows("Talt med Amira");
    shown.assert_shows("Krav: Taler Somali").assert_hides("Krav: Kun en kvinde");
    let change = &changes_of(app.db(), "referral", amira.id).await.unwrap()[0];
    assert_eq!((change.action.as_str(), change.reason.as_deref()), ("must_relaxed", Some("Talt med Amira")));
    assert!(change.by_name.is_some());
    staff.submit(&page, &[("mentor_id", &jonas.id.to_string())]).await.assert_taken();
}
