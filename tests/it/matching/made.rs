//! What the match page says of a guess, and a course of how its match was made.

use brobyg::mentor;
use entity::{courses, proposals, referral_industries, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use crate::support;

#[tokio::test]
async fn a_wish_that_surely_names_no_trade_is_answered_by_a_guess_that_says_so() {
    let app = support::start().await;
    let jonas = app.mentor_in("Jonas", "elektriker", "43", 1).await;
    let referral = app.referral("Karla Lind").await;
    let wish = Set("noget med elektroflimmer".to_owned());
    referrals::ActiveModel { id: Set(referral.id), wish, ..Default::default() }.update(app.db()).await.unwrap();
    referral_industries::Entity::delete_many().exec(app.db()).await.unwrap();
    mentor::index::rebuild(&app.app).await.unwrap();

    let page = app.staff().await.get(&format!("/referrals/{}/match", referral.id)).await;

    page.assert_ok().assert_shows("Mentorerne her er et gæt").assert_shows(&jonas.name);
}

#[tokio::test]
async fn a_course_tells_how_its_match_was_made_in_the_language_of_the_reader() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    mentor::index::rebuild(&app.app).await.unwrap();
    let staff = app.staff().await;
    let asked = [("mentor_id", jonas.id.to_string())];
    let asked: Vec<_> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    staff.submit(&format!("/referrals/{}/match", amira.id), &asked).await.assert_taken();
    let proposal = proposals::Entity::find().one(app.db()).await.unwrap().unwrap();
    let course = app.course(&app.referral("Bilal").await, &app.mentor("Mona").await).await;
    let of_proposal =
        courses::ActiveModel { id: Set(course.id), proposal_id: Set(Some(proposal.id)), ..Default::default() };
    of_proposal.update(app.db()).await.unwrap();
    let path = format!("/courses/{}/match", course.id);
    staff.get(&format!("/courses/{}", course.id)).await.assert_ok().assert_shows(&path);

    staff.get(&path).await.assert_ok().assert_shows("Foreslået af søgningen").assert_shows("Har 1 af 1 plads fri");
    staff.set_cookie("language", "en");
    staff.get(&path).await.assert_ok().assert_shows("Suggested by the search").assert_hides("plads fri");
}

#[tokio::test]
async fn a_hint_of_another_trade_makes_nobody_a_neighbour() {
    let app = support::start().await;
    app.mentor_in("Mona", "afdelingssygeplejerske på et hospital", "86", 1).await;
    app.mentor_in("Jonas", "hotelchef", "55", 1).await;
    let referral = app.referral("Karla Lind").await;
    let wish = Set("vil arbejde i køkken, gerne som kok".to_owned());
    referrals::ActiveModel { id: Set(referral.id), wish, ..Default::default() }.update(app.db()).await.unwrap();
    referral_industries::Entity::delete_many().exec(app.db()).await.unwrap();
    mentor::index::rebuild(&app.app).await.unwrap();

    let page = app.staff().await.get(&format!("/referrals/{}/match", referral.id)).await;

    page.assert_ok().assert_shows("Nabobranche: Hotel").assert_hides("Nabobranche: Hospital");
}

/// What a mentor with this code is told of a proposal for somebody who wants to be a programmer (DB25 62).
async fn told_of_a_proposal(occupation: &str, division: &str) -> String {
    let app = support::start().await;
    let (amira, mentor) = (app.referral("Amira").await, app.mentor_in("Jonas", occupation, division, 1).await);
    mentor::index::rebuild(&app.app).await.unwrap();
    let asked = [("mentor_id", mentor.id.to_string())];
    let asked: Vec<_> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    app.staff().await.submit(&format!("/referrals/{}/match", amira.id), &asked).await.assert_taken();
    app.mails_to(&mentor.email).await.remove(0).text
}

#[tokio::test]
async fn a_mentor_is_told_of_the_very_industry_only_where_it_is_that() {
    let (very, close, other) =
        ("En ung ønsker sig netop din branche", "en branche, der ligger tæt på din", "En ung leder efter en mentor");

    let programmer = told_of_a_proposal("programmør", "62").await;
    let telephony = told_of_a_proposal("montør i et teleselskab", "61").await;
    let groomer = told_of_a_proposal("hundefrisør", "96").await;

    assert!(programmer.contains(very), "{programmer}");
    assert!(telephony.contains(close) && !telephony.contains(very), "{telephony}");
    assert!(groomer.contains(other) && !groomer.contains(very), "{groomer}");
}
