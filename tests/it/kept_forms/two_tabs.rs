//! One draft in two tabs: neither takes away what the other saved.

use poem::http::StatusCode;

use super::{OWN, kept, with};
use crate::support::{
    self, Browser, Page, TestApp,
    forms::{PageForm, forms},
};

type Fields = Vec<(String, String)>;

async fn referrer(app: &TestApp) -> Browser {
    let partner = app.partner("Bakken").await;
    app.referrer(&partner).await
}

fn draft(page: &Page, at: &str) -> PageForm {
    forms(&page.assert_ok().body, at).into_iter().find(|form| form.action.ends_with("/check")).unwrap()
}

async fn open(browser: &Browser, at: &str) -> PageForm {
    draft(&browser.get(at).await, at)
}

/// What the script of a tab posts.
async fn autosave(browser: &Browser, tab: &PageForm, name: &str, turn: &str) -> Page {
    let (once, page) = (tab.value("_once").to_owned(), page_of(tab));
    let typed = with(
        &tab.untouched(),
        &[("name", name), ("_turn", turn), ("_action", &tab.action), ("_rendering", &once), ("_page", &page)],
    );
    let typed: Fields = typed.into_iter().filter(|(name, _)| name != "_once").collect();
    browser.post_from(&tab.action.replace("/check", "/typed"), &typed, &OWN).await
}

fn page_of(tab: &PageForm) -> String {
    tab.action.replace("/check", "")
}

#[tokio::test]
async fn text_of_an_earlier_turn_never_takes_the_place_of_later_text() {
    let app = support::start().await;
    let referrer = referrer(&app).await;
    let tab = open(&referrer, "/referrals/new").await;

    for (name, turn) in [("Fat", "10"), ("Fatima Holm", "30"), ("Fatima", "20")] {
        autosave(&referrer, &tab, name, turn).await.assert_status(StatusCode::NO_CONTENT);
    }

    assert_eq!(open(&referrer, &page_of(&tab)).await.value("name"), "Fatima Holm");
}

#[tokio::test]
async fn a_tab_that_has_not_seen_what_another_saved_is_told_and_its_words_are_put_aside() {
    let app = support::start().await;
    let referrer = referrer(&app).await;
    let first = open(&referrer, "/referrals/new").await;
    autosave(&referrer, &first, "Fatima", "10").await.assert_status(StatusCode::NO_CONTENT);
    let page = page_of(&first);
    let second = open(&referrer, &page).await;
    autosave(&referrer, &second, "Fatima Holm", "20").await.assert_status(StatusCode::NO_CONTENT);

    for (name, turn) in [("Fatima B", "30"), ("Fatima Bech", "40")] {
        autosave(&referrer, &first, name, turn).await.assert_status(StatusCode::CONFLICT);
    }

    autosave(&referrer, &second, "Fatima Holm Juhl", "50").await.assert_status(StatusCode::NO_CONTENT);
    let shown = referrer.get(&page).await;
    shown.assert_shows("siden du åbnede siden").assert_shows("Der står nu: Fatima Holm Juhl");
    let third = draft(&shown, &page);
    assert_eq!(third.value("name"), "Fatima Bech");
    autosave(&referrer, &third, "Fatima Bech", "60").await.assert_status(StatusCode::NO_CONTENT);
    assert!(kept(&app).await.is_empty(), "what was saved is no longer put aside");
    autosave(&referrer, &first, "Fatima B", "70").await.assert_status(StatusCode::CONFLICT);
}

#[tokio::test]
async fn without_a_script_the_page_comes_back_with_what_is_stored_beside_what_was_typed() {
    let app = support::start().await;
    let referrer = referrer(&app).await;
    let new = open(&referrer, "/referrals/new").await;
    let page = page_of(&new);
    referrer.post_from(&page, &with(&new.untouched(), &[("name", "Fatima")]), &OWN).await.assert_goes_to(&page);
    let (first, second) = (open(&referrer, &page).await, open(&referrer, &page).await);
    referrer.post_from(&page, &with(&second.untouched(), &[("name", "Fatima Holm")]), &OWN).await.assert_goes_to(&page);

    let stale = referrer.post_from(&page, &with(&first.untouched(), &[("name", "Fatima B")]), &OWN).await;

    stale.assert_status(StatusCode::CONFLICT).assert_shows("Der står nu: Fatima Holm");
    let again = forms(&stale.body, &page).into_iter().find(|form| form.action.ends_with("/check")).unwrap();
    assert_eq!(again.value("name"), "Fatima B");
    referrer.post_from(&page, &again.untouched(), &OWN).await.assert_goes_to(&page);
    assert_eq!(open(&referrer, &page).await.value("name"), "Fatima B");
}
