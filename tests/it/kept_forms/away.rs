//! The database is away: everything that was typed comes back at once, to be sent again.

use brobyg::database::{Database, connect, is_postgres};
use entity::{enquiries, sessions};
use poem::http::StatusCode;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};

use super::{OWN, form, form_of, goal_of, goals, with};
use crate::{
    course::amira_and_jonas,
    support::{self, TestApp},
};

fn value<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    &fields.iter().find(|(known, _)| known == name).unwrap().1
}

/// A database that can be reached no more.
async fn closed(app: &TestApp) -> Database {
    let db = connect(&app.app.config.database_url).await.unwrap();
    db.pool().close_by_ref().await.unwrap();
    db
}

/// A database that only reads, as after a failover or on a disk that was mounted anew.
async fn read_only(app: &TestApp) -> Database {
    let url = &app.app.config.database_url;
    let setting = if is_postgres(url) { "options=-c%20default_transaction_read_only%3Don" } else { "mode=ro" };
    connect(&format!("{url}{}{setting}", if url.contains('?') { '&' } else { '?' })).await.unwrap()
}

#[tokio::test]
async fn a_form_that_cannot_be_saved_comes_back_as_typed_and_is_taken_later() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let (page, action) = (pair.path(""), pair.path("/goals"));
    let mut typed = with(&form(&mentor, &page, &action).await.untouched(), &[("text", "Finde \"en\" læreplads")]);
    for gone in [closed(&pair.app).await, read_only(&pair.app).await] {
        let answer = mentor.at_machine_with(gone).post_from(&action, &typed, &OWN).await;
        answer.assert_status(StatusCode::SERVICE_UNAVAILABLE).assert_shows("Finde &#34;en&#34; læreplads");
        let seconds = answer.retry_after.as_deref().and_then(|after| after.parse::<u32>().ok());
        assert!(seconds.is_some_and(|seconds| seconds > 0), "when to come again: {:?}", answer.retry_after);
        let again = form_of(&answer, &page, &action);
        assert_eq!((again.value("text"), again.value("_once")), (r#"Finde "en" læreplads"#, value(&typed, "_once")));
        assert_eq!(again.value("_csrf"), mentor.form_token());
        typed = again.untouched();
    }

    mentor.post_from(&action, &typed, &OWN).await.assert_taken();
    assert_eq!(goals(&pair).await, 1);
}

#[tokio::test]
async fn a_visitor_s_form_comes_back_on_its_own_page() {
    let app = support::start().await;
    let visitor = app.visitor();
    let page = visitor.get("/enquiry").await;
    let asked = form_of(&page, "/enquiry", "/enquiry").untouched();
    let mut typed = with(&asked, &[("first_name", "Yusuf"), ("age", "19"), ("place", "4600"), ("phone", "50000200")]);
    typed = with(&typed, &[("wish", "noget med biler"), ("contact_preference", "sms"), ("consent", "yes")]);
    let gone = visitor.at_machine_with(read_only(&app).await);

    let answer = gone.post_from("/enquiry", &typed, &OWN).await;

    answer.assert_status(StatusCode::SERVICE_UNAVAILABLE).assert_shows("noget med biler").assert_shows("Yusuf");
    let again = form_of(&answer, "/enquiry", "/enquiry").untouched();
    visitor.post_from("/enquiry", &again, &OWN).await.assert_goes_to("/enquiry/thanks");
    assert_eq!(enquiries::Entity::find().count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_fault_of_ours_in_the_middle_says_truly_that_nothing_was_saved() {
    let pair = amira_and_jonas().await;
    let (mentor, action, typed) = goal_of(&pair).await;
    let page = pair.path("");
    let db = pair.app.db();
    db.execute_unprepared("ALTER TABLE goals RENAME TO goals_away").await.unwrap();

    let answer = mentor.post_from(&action, &typed, &OWN).await;

    answer.assert_status(StatusCode::INTERNAL_SERVER_ERROR).assert_shows("Finde en læreplads");
    answer.assert_shows("vi gemte ikke noget af det");
    db.execute_unprepared("ALTER TABLE goals_away RENAME TO goals").await.unwrap();
    assert_eq!(goals(&pair).await, 0);
    mentor.post_from(&action, &form_of(&answer, &page, &action).untouched(), &OWN).await.assert_taken();
    assert_eq!(goals(&pair).await, 1);
    assert_eq!(sessions::Entity::find().count(db).await.unwrap(), 1);
}
