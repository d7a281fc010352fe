//! One question after the other, or all on one page, at will: each answer is kept as one goes on.

use poem::http::StatusCode;

use super::*;

#[tokio::test]
async fn one_goes_from_question_to_question_and_each_answer_is_kept_at_once() {
    let pair = begun().await;
    pair.app.exits_by_clock().await;
    let (link, visitor) = (last_link(&pair, YOUNG).await, pair.app.visitor());
    let page = |number: usize| format!("{link}/answer/{number}");
    visitor.submit(&link, &[]).await.assert_goes_to(&page(1));
    let first = visitor.get(&page(1)).await;
    first.assert_shows("1 af 8").assert_shows("name=\"answers_next_step\"").assert_hides("answers_close_to_goal");
    first.assert_hides("Forrige spørgsmål").assert_shows(&format!("href=\"{link}/answer\""));

    visitor.submit(&page(1), &[("answers_next_step", "2")]).await.assert_goes_to(&page(2));
    visitor.submit(&page(2), &[]).await.assert_goes_to(&page(3));
    visitor.submit(&page(3), &[("answers_knows_trade", "prefer_not")]).await.assert_goes_to(&page(4));

    let kept: Vec<_> = answers(&pair.app).await.into_iter().map(|one| (one.item, one.value)).collect();
    assert_eq!(kept, [("next_step".into(), Some("2".into())), ("knows_trade".into(), None)]);
    visitor.get(&page(4)).await.assert_shows("4 af 8").assert_shows(&format!("href=\"{}\"", page(3)));
    visitor.get(&page(1)).await.assert_shows("name=\"answers_next_step\" value=\"2\" checked");
}

#[tokio::test]
async fn whoever_comes_back_goes_on_where_they_were_and_sees_all_of_it_on_one_page() {
    let pair = begun().await;
    pair.app.exits_by_clock().await;
    let link = last_link(&pair, YOUNG).await;
    let answered = [("answers_next_step", "2"), ("answers_close_to_goal", "3")];
    pair.app.visitor().submit(&format!("{link}/answer"), &answered).await.assert_goes_to("/exit/thanks");

    let visitor = pair.app.visitor();
    visitor.submit(&link, &[]).await.assert_goes_to(&format!("{link}/answer/3"));

    let all = visitor.get(&format!("{link}/answer")).await;
    all.assert_shows("name=\"answers_close_to_goal\" value=\"3\" checked").assert_shows("name=\"answers_contact\"");
    all.assert_shows(&format!("href=\"{link}/answer/1\""));
    let last = visitor.submit(&format!("{link}/answer/8"), &[("answers_contact", "5")]).await;
    last.assert_goes_to("/exit/thanks");
    assert_eq!(answers(&pair.app).await.len(), 3);
}

#[tokio::test]
async fn what_is_wrong_is_told_at_the_question_and_there_is_no_ninth_of_eight() {
    let pair = begun().await;
    pair.app.exits_by_clock().await;
    let (link, visitor) = (last_link(&pair, YOUNG).await, pair.app.visitor());

    let refused = visitor.submit(&format!("{link}/answer/1"), &[("answers_next_step", "9")]).await;

    refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY).assert_shows("href=\"#answers_next_step\"");
    for number in ["0", "9"] {
        visitor.get(&format!("{link}/answer/{number}")).await.assert_status(StatusCode::NOT_FOUND);
    }
    assert!(answers(&pair.app).await.is_empty());
}

#[tokio::test]
async fn neither_of_the_two_reads_what_the_other_answers_and_nothing_of_it_is_kept_under_the_other() {
    let pair = begun().await;
    pair.app.exits_by_clock().await;
    let (own, mentors) = (last_link(&pair, YOUNG).await, last_link(&pair, MENTOR).await);
    let visitor = pair.app.visitor();
    visitor
        .submit(&format!("{own}/answer"), &[("answers_next_step", "2"), ("answers_network", "5")])
        .await
        .assert_taken();

    let page = visitor.get(&format!("{mentors}/answer")).await;
    page.assert_ok().assert_hides("value=\"2\" checked").assert_hides("answers_network");
    visitor.submit(&format!("{mentors}/answer"), &[("answers_network", "1")]).await.assert_taken();
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    for path in ["/progress", "/progress/young_person", "/progress/mentor", "/exit"] {
        mentor.get(&pair.path(path)).await.assert_status(StatusCode::FORBIDDEN);
        let refused = mentor.submit(&pair.path(path), &[("answers_next_step", "5")]).await;
        assert!(!refused.status.is_success() && !refused.status.is_redirection(), "{path}");
    }
    mentor.get(&pair.path("")).await.assert_ok().assert_hides("/progress");

    let kept: Vec<_> = answers(&pair.app).await.into_iter().filter_map(|one| one.value).collect();
    assert_eq!(kept, ["2", "5"]);
}

#[test]
fn no_file_that_is_moved_in_can_hold_an_answer() {
    let format = include_str!("../../../docs/format.md");

    assert!(format.contains("## surveys") && !format.contains("questionnaire"));
}
