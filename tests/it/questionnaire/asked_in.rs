//! A phone answer says in which language it was asked.

use entity::{Words, young_people};

use super::{answers, over};
use sea_orm::ActiveValue::Set;

#[tokio::test]
async fn staff_say_in_which_language_they_asked_and_the_young_persons_own_stands_there_first() {
    let pair = over().await;
    let spoken = Set(Words(vec!["so".into()]));
    let person = young_people::ActiveModel { languages: spoken, ..Default::default() };
    pair.app.change_person(&pair.referral, person).await;
    pair.app.exits_by_clock().await;
    let (staff, path) = (pair.app.staff().await, pair.path("/exit/young_person"));
    staff.get(&path).await.assert_ok().assert_shows("<option value=\"so\" selected>");
    staff.submit(&path, &[("answers_goals", "5"), ("asked_in", "de")]).await.assert_refused_with("Vælg");

    staff.submit(&path, &[("answers_goals", "5"), ("asked_in", "so")]).await.assert_taken();

    assert_eq!(answers(&pair.app).await[0].language, "so");
}

#[tokio::test]
async fn where_nothing_is_said_it_was_asked_as_the_page_is() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let (staff, path) = (pair.app.staff().await, pair.path("/exit/mentor"));

    staff.submit(&path, &[("answers_goals", "4")]).await.assert_taken();

    assert_eq!(answers(&pair.app).await[0].language, "da");
}

#[tokio::test]
async fn another_language_alone_is_a_change_and_the_one_that_was_said_stands_there_first() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let (staff, path) = (pair.app.staff().await, pair.path("/exit/young_person"));
    staff.submit(&path, &[("answers_goals", "5"), ("asked_in", "da")]).await.assert_taken();

    staff.submit(&path, &[("answers_goals", "5"), ("asked_in", "tr")]).await.assert_taken();

    let now: Vec<_> = answers(&pair.app).await.into_iter().filter(|answer| answer.until_on.is_none()).collect();
    assert_eq!(now.iter().map(|answer| answer.language.as_str()).collect::<Vec<_>>(), ["tr"]);
    staff.get(&path).await.assert_ok().assert_shows("<option value=\"tr\" selected>");
    // Whoever saves it as it stands there changes nothing.
    let before = answers(&pair.app).await.len();
    staff.submit(&path, &[("answers_goals", "5"), ("asked_in", "tr")]).await.assert_taken();
    assert_eq!(answers(&pair.app).await.len(), before);
}
