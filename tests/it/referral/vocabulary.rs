//! Words that nobody understood, and teaching them.

use entity::{UnknownWord, VocabularyWord, referral_industries, unknown_words, vocabulary_words};
use poem::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{Filled, draft_path, filled, new_draft, partner_with_area, send};
use crate::support::{self, Browser, TestApp};

/// No vocabulary has this, and nothing in it is a word that one does have.
const WORD: &str = "kvabburfølle";

fn wishing(wish: &str, area: &entity::HousingArea) -> Filled {
    filled(area).with("wish", wish).without("no_industry")
}

async fn words(app: &TestApp) -> Vec<UnknownWord> {
    let mut words = unknown_words::Entity::find().all(app.db()).await.unwrap();
    words.sort_by(|one, other| one.word.cmp(&other.word));
    words
}

fn spelt(words: &[UnknownWord]) -> Vec<&str> {
    words.iter().map(|word| word.word.as_str()).collect()
}

async fn teach(staff: &Browser, word: &str, industry: &str) -> String {
    let taught = staff.submit("/vocabulary/words/new", &[("word", word), ("industry", industry)]).await;
    taught.assert_taken();
    taught.location.unwrap()
}

async fn added(app: &TestApp) -> Vec<VocabularyWord> {
    vocabulary_words::Entity::find().all(app.db()).await.unwrap()
}

#[tokio::test]
async fn a_word_that_nobody_understands_lands_on_the_page_of_staff_with_a_link_to_its_referral() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let id = send(&app.referrer(&partner).await, &wishing("Vil gerne arbejde som Kvabburfølle", &area)).await;
    let staff = app.staff().await;

    let page = staff.get("/vocabulary").await;

    let word = &words(&app).await[0];
    assert_eq!(word.word, WORD);
    page.assert_ok().assert_shows(&format!("/vocabulary/unknown/{}", word.id)).assert_shows("1 fundet");
    let page = staff.get(&format!("/vocabulary/unknown/{}", word.id)).await;
    page.assert_ok().assert_shows(&format!("/referrals/{id}")).assert_shows("Fatima Holm");
    page.assert_hides("Vil gerne arbejde");
    staff.get("/today").await.assert_shows(WORD).assert_shows(&format!("/vocabulary/unknown/{}", word.id));
}

#[tokio::test]
async fn only_words_that_may_mean_something_are_kept_and_no_part_of_a_name_or_an_address() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let wish =
        "Fatimas ønske, ikke noget med gnallerup: kvabburfølle eller 3d8 hos kvabburfølle, fatima.holm@ung.example";

    send(&referrer, &wishing(wish, &area)).await;

    let words = words(&app).await;
    let spelt = spelt(&words);
    assert!(spelt.contains(&WORD), "{spelt:?}");
    for kept in &spelt {
        assert!(
            !["fatima", "fatimas", "holm", "ung", "example", "gnallerup", "3d8", "ikke"].contains(kept),
            "{spelt:?}"
        );
    }
}

#[tokio::test]
async fn a_wish_that_is_understood_leaves_no_words_behind() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;

    send(&app.referrer(&partner).await, &filled(&area).with("wish", "bager eller kvabburfølle")).await;

    assert!(words(&app).await.is_empty());
}

#[tokio::test]
async fn an_added_word_is_suggested_from_then_on_and_mends_the_referrals_that_waited_for_it() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let form = wishing("Vil være kvabburfølle", &area);
    let id = send(&referrer, &form).await;
    let staff = app.staff().await;

    let path = teach(&staff, "Kvabburfølle ", "DB25:28").await;

    let word = &added(&app).await[0];
    assert_eq!(
        (word.word.as_str(), word.code.as_str(), word.added_by),
        (WORD, "28", staff.user.as_ref().map(|user| user.id))
    );
    let page = staff.get(&path).await;
    page.assert_ok().assert_shows("Fatima Holm").assert_shows("Nu foreslår vi: Maskinfabrik");
    page.assert_shows(&format!("/referrals/{id}/amendment#industries")).assert_shows("tilføjede");
    staff.get("/vocabulary").await.assert_ok().assert_shows("Her er ingen ord");
    staff.get("/today").await.assert_hides(WORD);
    // Whoever refers the next one is offered it, with another ending too.
    let draft = new_draft(&referrer).await;
    let next = form.with("wish", "drømmer om at blive kvabburføllen");
    referrer.submit(&draft_path(draft, "/wish"), &next.fields()).await;
    referrer.get(&draft_path(draft, "")).await.assert_shows(r#"name="industries" value="DB07:28""#);
}

#[tokio::test]
async fn the_change_log_tells_who_added_and_who_removed_a_word() {
    let app = support::start().await;
    let staff = app.staff().await;
    let path = teach(&staff, WORD, "DB25:28").await;
    let id = added(&app).await[0].id;

    staff.submit(&format!("{path}/removal"), &[]).await.assert_goes_to("/vocabulary/words");

    let changes = brobyg::record::changes_of(app.db(), "vocabulary", id).await.unwrap();
    let told: Vec<_> = changes.iter().map(|change| (change.action.as_str(), change.by_name.clone())).collect();
    let name = staff.user.as_ref().map(|user| user.name.clone());
    assert_eq!(told, [("removed", name.clone()), ("added", name.clone())]);
    assert_eq!(changes[0].details.as_ref().unwrap()["word"], WORD);
    let page = staff.get("/vocabulary/words").await;
    page.assert_ok().assert_shows("fjernede “kvabburfølle”").assert_shows("tilføjede “kvabburfølle”");
}

#[tokio::test]
async fn a_removed_word_is_unknown_again_where_nothing_else_explains_the_wish() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    send(&referrer, &wishing("kvabburfølle", &area)).await;
    send(&referrer, &wishing("kvabburfølle og gnallerup", &area).with("name", "Bo Lind")).await;
    let staff = app.staff().await;
    let path = teach(&staff, WORD, "DB25:28").await;
    teach(&staff, "gnallerup", "DB25:56").await;

    staff.submit(&format!("{path}/removal"), &[]).await.assert_taken();

    let unknown = words(&app).await.into_iter().find(|word| word.word == WORD).unwrap();
    let page = staff.get(&format!("/vocabulary/unknown/{}", unknown.id)).await;
    page.assert_ok().assert_shows("Fatima Holm").assert_hides("Bo Lind");
}

#[tokio::test]
async fn a_phrase_of_several_words_can_be_taught() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    send(&app.referrer(&partner).await, &wishing("gnalle kvabber hele dagen", &area)).await;
    assert_eq!(spelt(&words(&app).await), ["gnalle", "kvabber"]);
    let staff = app.staff().await;

    let path = teach(&staff, "gnalle kvabber", "DB25:56").await;

    staff.get(&path).await.assert_ok().assert_shows("Fatima Holm");
    staff.get("/vocabulary").await.assert_ok().assert_shows("Her er ingen ord");
}

#[tokio::test]
async fn a_word_that_was_passed_over_stays_away_until_it_is_taken_back() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    send(&referrer, &wishing(WORD, &area)).await;
    let (staff, word) = (app.staff().await, words(&app).await.remove(0));
    let path = format!("/vocabulary/unknown/{}", word.id);

    staff.submit(&format!("{path}/dismissal"), &[]).await.assert_goes_to("/vocabulary");
    send(&referrer, &wishing(WORD, &area).with("name", "Bo Lind")).await;

    staff.get("/vocabulary").await.assert_ok().assert_shows("Her er ingen ord");
    staff.get("/vocabulary?show=passed-over").await.assert_ok().assert_shows(&path);
    staff.submit(&format!("{path}/return"), &[]).await.assert_goes_to("/vocabulary");
    staff.get("/vocabulary").await.assert_ok().assert_shows(&path);
    assert_eq!(unknown_words::Entity::find().count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn an_amended_wish_takes_its_old_words_with_it() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let form = wishing("kvabburfølle", &area);
    let id = send(&referrer, &form).await;
    let amended = form.with("wish", "gnallerup").with("amend_reason", "Slåfejl").with("version", "0");

    referrer.submit(&format!("/referrals/{id}/amendment"), &amended.fields()).await.assert_taken();

    assert_eq!(spelt(&words(&app).await), ["gnallerup"]);
}

#[tokio::test]
async fn words_are_counted_by_the_referrals_that_wait_for_them() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    send(&referrer, &wishing("kvabburfølle", &area)).await;
    send(&referrer, &wishing("gnallerup", &area).with("name", "Bo Lind")).await;
    let last = send(&referrer, &wishing("gnallerup", &area).with("name", "Carla Lund")).await;
    let staff = app.staff().await;

    let page = staff.get("/vocabulary").await;
    assert!(page.body.find("gnallerup").unwrap() < page.body.find(WORD).unwrap(), "{}", page.body);
    page.assert_shows("<td data-title=\"Venter på det\">2</td>");
    referrer.submit(&format!("/referrals/{last}/withdrawal"), &[("note", "Ønsker det ikke")]).await;

    staff.get("/vocabulary").await.assert_hides("<td data-title=\"Venter på det\">2</td>");
    staff.get("/vocabulary?q=GNALL&sort=word").await.assert_shows("gnallerup").assert_hides(WORD);
}

#[tokio::test]
async fn what_cannot_be_taught_comes_back_as_typed_with_the_reason() {
    let app = support::start().await;
    let staff = app.staff().await;
    teach(&staff, WORD, "DB25:28").await;

    for (word, industry, code, sentence) in [
        ("", "DB25:28", "", "Skriv ordet"),
        ("12 34", "DB25:28", "", "Skriv et ord med bogstaver"),
        ("en to tre fire fem seks syv", "DB25:28", "", "Skriv højst seks ord"),
        ("gnallerup", "", "", "Skriv den branche"),
        ("gnallerup", "xyzzyplugh", "", "hvilken branche du mener"),
        ("gnallerup", "DB25:28", "99.99.99.99", "Den branchekode kender vi ikke"),
        ("gnallerup", "", "DB25:45", "Den branchekode kender vi ikke"),
        ("Kvabburfølle", "DB25:56", "", "Ordet er allerede tilføjet"),
        ("bager", "DB25:10", "", "Ordet fører allerede til den branche"),
    ] {
        let fields = [("word", word), ("industry", industry), ("code", code)];
        let page = staff.submit("/vocabulary/words/new", &fields).await;
        page.assert_refused_with(sentence).assert_shows(&format!("name=\"word\" value=\"{word}\""));
    }
    assert_eq!(added(&app).await.len(), 1);
}

#[tokio::test]
async fn the_industry_is_given_by_its_name_or_by_a_word_that_leads_to_it() {
    let app = support::start().await;
    let staff = app.staff().await;
    staff.get("/vocabulary/words/new").await.assert_shows("data-found=\"/industries/found\"");

    for (word, industry) in [("kvabbur", "Bilværksted"), ("gnallerup", "tømrer")] {
        staff.submit("/vocabulary/words/new", &[("word", word), ("industry", industry)]).await.assert_taken();
        assert!(added(&app).await.iter().any(|added| added.word == word), "{industry}");
    }
}

#[tokio::test]
async fn a_finer_code_of_either_system_can_be_given() {
    let app = support::start().await;
    let staff = app.staff().await;

    for (word, code, stored) in [("kvabbur", "62.10", "62.10"), ("gnallerup", "DB07:62.01", "62.01")] {
        let fields = [("word", word), ("industry", ""), ("code", code)];
        staff.submit("/vocabulary/words/new", &fields).await.assert_taken();
        assert!(added(&app).await.iter().any(|added| added.word == word && added.code == stored));
    }
}

#[tokio::test]
async fn the_vocabulary_is_searched_by_word_industry_and_code() {
    let app = support::start().await;
    let staff = app.staff().await;
    teach(&staff, WORD, "DB25:28").await;

    for (query, shows, hides) in [
        ("q=robotingeni%C3%B8r", "robotingeniør", ">kvabburfølle<"),
        ("q=KVABBUR", ">kvabburfølle<", "robotingeniør"),
        ("industry=DB25%3A28&q=robotingen", "robotingeniør", "tømrer"),
        ("added=yes", ">kvabburfølle<", "robotingeniør"),
        ("q=findes+slet+ikke", "Vi fandt ingen ord", "robotingeniør"),
    ] {
        staff.get(&format!("/vocabulary/words?{query}")).await.assert_ok().assert_shows(shows).assert_hides(hides);
    }
    let page = staff.get("/vocabulary/words?sort=added&dir=desc&industry=DB25%3A28").await;
    page.assert_ok().assert_shows(">kvabburfølle<").assert_shows("Side 1 af");
}

#[tokio::test]
async fn a_confirmed_industry_stays_when_the_word_that_suggested_it_is_removed() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let path = teach(&staff, WORD, "DB25:28").await;
    send(&referrer, &wishing(WORD, &area).with("industries", "DB25:28")).await;

    staff.submit(&format!("{path}/removal"), &[]).await.assert_taken();

    let confirmed = referral_industries::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!(confirmed.code, "28");
    staff.get(&path).await.assert_status(StatusCode::NOT_FOUND);
}
