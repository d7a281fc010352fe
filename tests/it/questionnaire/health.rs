//! What is about health is neither shown, kept nor in a file, before the scheme switches it on.

use std::sync::Arc;

use super::*;

/// The same platform, on which health is asked about.
fn asking_about_health(mut pair: Pair) -> Pair {
    let mut config = (*pair.app.app.config).clone();
    config.rules.questionnaire_health = true;
    pair.app.app.config = Arc::new(config);
    Pair { app: pair.app.opened_again(), ..pair }
}

#[tokio::test]
async fn switched_off_it_is_neither_shown_nor_kept() {
    let pair = begun().await;
    pair.app.exits_by_clock().await;
    let page = format!("{}/answer", last_link(&pair, YOUNG).await);
    pair.app.visitor().get(&page).await.assert_ok().assert_hides("answers_energy").assert_hides("answers_health");

    pair.app.visitor().submit(&page, &[("answers_energy", "2"), ("answers_next_step", "2")]).await.assert_taken();

    let kept: Vec<_> = answers(&pair.app).await.into_iter().map(|one| one.item).collect();
    assert_eq!(kept, ["next_step"]);
}

#[tokio::test]
async fn switched_on_it_is_asked_and_switched_off_again_it_leaves_every_page_and_file() {
    let pair = asking_about_health(begun().await);
    pair.app.exits_by_clock().await;
    let page = format!("{}/answer", last_link(&pair, YOUNG).await);
    pair.app.visitor().submit(&page, &[("answers_energy", "2"), ("answers_next_step", "2")]).await.assert_taken();
    let (shown, file) = ("haft energi", "/outcomes/answers?file=csv");
    let staff = pair.app.staff().await;
    staff.get(&pair.path("/progress")).await.assert_shows(shown);
    staff.get(file).await.assert_shows(",energy,2,");
    staff.get("/outcomes/definitions?file=csv").await.assert_shows("progress_young_person.energy");

    let mut app = pair.app;
    let mut config = (*app.app.config).clone();
    config.rules.questionnaire_health = false;
    app.app.config = Arc::new(config);
    let app = app.opened_again();

    let staff = app.staff().await;
    staff.get(&format!("/courses/{}/progress", pair.course.id)).await.assert_ok().assert_hides(shown);
    staff.get(file).await.assert_shows(",next_step,2,").assert_hides("energy");
    staff.get("/outcomes/definitions?file=csv").await.assert_hides("progress_young_person.energy");
}
