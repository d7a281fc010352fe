//! Any mentor is found by name on the match page, with everything that speaks for and against.

use brobyg::mentor;
use chrono::Days;
use entity::{
    Mentor, Words,
    mentors::{self, Gender},
    proposals::{self, DeclineReason, ProposalMethod},
    referrals::{self, MentorGenderWish},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

use crate::support::{self, Page, TestApp, today};

async fn save(app: &TestApp, mentor: &Mentor, told: mentors::ActiveModel) {
    mentors::ActiveModel { id: Set(mentor.id), ..told }.update(app.db()).await.unwrap();
}

/// What stands between the search and the suggestions.
fn named(page: &Page) -> &str {
    let (_, rest) = page.assert_ok().body.split_once("id=\"named\"").expect("the search is there");
    rest.split_once(">De bedste bud<").expect("and the suggestions beneath it").0
}

#[tokio::test]
async fn a_mentor_is_found_by_name_whatever_stands_against_and_all_of_it_is_said() {
    let app = support::start().await;
    let (amira, bilal, aase) =
        (app.referral("Amira").await, app.referral("Bilal").await, app.mentor("Åse Sø Nielsen").await);
    let wished = referrals::ActiveModel {
        id: Set(amira.id),
        mentor_gender_wish: Set(Some(MentorGenderWish::Man)),
        not_firm: Set(Some("Broens Værksted".into())),
        musts: Set(Words(vec!["gender".into()])),
        ..Default::default()
    };
    wished.update(app.db()).await.unwrap();
    let told = mentors::ActiveModel {
        gender: Set(Some(Gender::Female)),
        postcode: Set(Some("9000".into())),
        employer: Set(Some("Broens Værksted A/S".into())),
        criminal_record_expires_on: Set(Some(today() - Days::new(1))),
        ..Default::default()
    };
    save(&app, &aase, told).await;
    app.pause(&aase, today(), None).await;
    app.proposal(&bilal, &aase).await;
    let (staff, path) = (app.staff().await, format!("/referrals/{}/match", amira.id));

    // The index knows nobody: she is looked for among all.
    staff.get(&path).await.assert_ok().assert_hides("Åse Sø Nielsen");
    let page = staff.get(&format!("{path}?q=aase+soe")).await;

    let found = named(&page);
    for said in [
        "Åse Sø Nielsen",
        "Ikke det køn, der er et krav",
        "Mentoren holder pause",
        "Straffeattesten er udløbet",
        "pladser er taget",
        "km væk er for langt",
        "Arbejder i det firma, mentoren ikke skal være fra",
        "Samme fag: Programmering",
    ] {
        assert!(found.contains(said), "{said} is missing in {found}");
    }
    assert!(!found.contains(">Foreslå<"), "{found}");
    let refused = staff.submit(&path, &[("mentor_id", &aase.id.to_string()), ("found", "searched")]).await;
    refused.assert_refused_with("Ikke det køn, der er et krav");
    assert_eq!(proposals::Entity::find().count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn who_is_found_and_only_far_away_is_proposed_with_the_facts_and_how_staff_found_them() {
    let app = support::start().await;
    let (amira, nanna) = (app.referral("Amira").await, app.mentor("Nanna").await);
    save(&app, &nanna, mentors::ActiveModel { postcode: Set(Some("9000".into())), ..Default::default() }).await;
    let (staff, path) = (app.staff().await, format!("/referrals/{}/match?q=nanna", amira.id));

    let page = staff.get(&path).await;
    assert!(named(&page).contains(">Foreslå<") && named(&page).contains("name=\"found\" value=\"searched\""));
    staff.submit(&path, &[("mentor_id", &nanna.id.to_string()), ("found", "searched")]).await.assert_taken();

    let proposed = proposals::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((proposed.mentor_id, proposed.method), (nanna.id, ProposalMethod::Searched));
    assert!(proposed.facts["reasons"].to_string().contains("far"), "{}", proposed.facts);
    staff
        .submit(&path, &[("mentor_id", &nanna.id.to_string()), ("found", "planned")])
        .await
        .assert_status(poem::http::StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_said_no_before_or_has_left_is_found_and_the_page_says_so() {
    let app = support::start().await;
    let (amira, jonas, mona) = (app.referral("Amira").await, app.mentor("Jonas").await, app.mentor("Mona").await);
    let proposal = app.proposal(&amira, &jonas).await;
    let mentor = app.mentor_browser(&jonas).await;
    let no = [("reason", "wrong_industry")];
    mentor.submit(&format!("/proposals/{}/refusal", proposal.id), &no).await.assert_taken();
    save(&app, &mona, mentors::ActiveModel { left_on: Set(Some(today())), ..Default::default() }).await;
    let declined = proposals::Entity::find_by_id(proposal.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(declined.decline_reason, Some(DeclineReason::WrongIndustry));
    let staff = app.staff().await;
    let find = async |name: &str| staff.get(&format!("/referrals/{}/match?q={name}", amira.id)).await;

    assert!(named(&find("jonas").await).contains("En af dem har sagt nej tak"));
    let gone = find("mona").await;
    assert!(named(&gone).contains("Mona") && named(&gone).contains("Kan ikke foreslås lige nu"));
    assert!(named(&find("ingen").await).contains("Vi fandt ingen mentor med det navn"));
}

#[tokio::test]
async fn many_of_one_name_are_cut_and_the_page_says_that_there_are_more() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    for number in 10..22 {
        app.mentor(&format!("Jens {number}")).await;
    }
    let staff = app.staff().await;

    let page = staff.get(&format!("/referrals/{}/match?q=jens", amira.id)).await;

    assert_eq!(named(&page).matches("Vælg til sammenligning").count(), 10);
    assert!(named(&page).contains("Her er de første 10"));
    let page = staff.get(&format!("/referrals/{}/match?q=jens+21", amira.id)).await;
    assert!(named(&page).contains("Jens 21") && !named(&page).contains("Her er de første"));
}

#[tokio::test]
async fn an_application_that_nobody_confirmed_is_found_by_nobody() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let applied = mentors::ActiveModel { approved_on: Set(None), email_confirmed_at: Set(None), ..Default::default() };
    save(&app, &jonas, applied).await;
    mentor::index::rebuild(&app.app).await.unwrap();
    let staff = app.staff().await;

    for asked in ["q=jonas".to_owned(), format!("mentor={}", jonas.id), format!("compare={0}&compare={0}", jonas.id)] {
        let page = staff.get(&format!("/referrals/{}/match?{asked}", amira.id)).await;
        page.assert_ok().assert_hides("Jonas</a>");
    }
}

#[tokio::test]
async fn two_who_speak_no_language_in_common_are_told_so_and_nobody_is_who_has_not_said() {
    let app = support::start().await;
    let amira = app.referral("Amira").await;
    let speak = |codes: &[&str]| Set(Words(codes.iter().map(|&code| code.to_owned()).collect()));
    let languages = speak(&["ar"]);
    let person = young_people::ActiveModel { id: Set(amira.young_person_id), languages, ..Default::default() };
    person.update(app.db()).await.unwrap();
    for (name, codes) in [("Kirsten", &["da", "en"][..]), ("Samira", &["da", "ar"]), ("Troels", &[])] {
        let mentor = app.mentor(name).await;
        save(&app, &mentor, mentors::ActiveModel { languages: speak(codes), ..Default::default() }).await;
    }
    let staff = app.staff().await;
    let found = async |name: &str| {
        let page = staff.get(&format!("/referrals/{}/match?q={name}", amira.id)).await;
        named(&page).to_owned()
    };

    assert!(found("kirsten").await.contains("Har intet sprog til fælles"));
    assert!(!found("samira").await.contains("Har intet sprog til fælles"));
    assert!(!found("troels").await.contains("Har intet sprog til fælles"));
}
