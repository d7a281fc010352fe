//! The pages behind the links, in every language.

use brobyg::{language::Tr, survey};
use entity::{questionnaire_answers, questionnaires::QuestionnaireSide, survey_answers};
use poem::http::StatusCode;

use super::*;
use crate::support::{Browser, Page};

/// How a Danish sentence begins that stands in for one that its language lacks.
const DANISH: &str = "<span lang=\"da\" dir=\"ltr\">";
/// The Danish words beside a translation that is a help alone.
pub const BESIDE: &str = "<span class=\"beside\" lang=\"da\" dir=\"ltr\">";

const FOR_SCRIPTS: [&str; 7] =
    ["kept-offline", "kept-link-over", "kept-other", "kept-changed", "kept-changed-link", "kept-long", "kept-saved"];

pub async fn choose(browser: &Browser, tr: Tr, page: &str) {
    browser.submit("/language", &[("_language", tr.lang()), ("_page", page)]).await.assert_goes_to(page);
}

/// Whether the page speaks the language throughout, and says so.
pub fn assert_speaks(tr: Tr, page: &Page, path: &str) {
    let html = &page.body;
    let root = match tr.is_from_right() {
        true => format!("<html lang=\"{}\" dir=\"rtl\">", tr.lang()),
        false => format!("<html lang=\"{}\">", tr.lang()),
    };
    assert!(html.contains(&root), "{path} is not in {tr:?}");
    assert!(!html.contains("Unknown localization"), "{path} in {tr:?}");
    assert!(!html.contains(['\u{e000}', '\u{e001}', '\u{e002}']), "{path} in {tr:?} shows a mark");
    let lacking: Vec<&str> = html.split(DANISH).skip(1).filter_map(|rest| rest.split("</span>").next()).collect();
    assert!(lacking.is_empty(), "{path} lacks in {tr:?}: {lacking:?}");
    // What only a script says stands in attributes, where no mark can stand.
    let is_danish = |key: &&str| tr != Tr::Danish && html.contains(&Tr::Danish.t(key));
    let danish: Vec<_> = FOR_SCRIPTS.into_iter().filter(is_danish).collect();
    assert!(danish.is_empty(), "{path} says in Danish in {tr:?}: {danish:?}");
}

#[tokio::test]
async fn every_page_behind_the_links_speaks_each_language_throughout() {
    for tr in Tr::ALL {
        let pair = speaking(&["pl"]).await;
        let young = pair.app.visitor();
        for (path, answer) in links(&pair).await {
            choose(&young, tr, &path).await;
            let above = path.trim_end_matches("/answer").to_owned();
            for page in [&above, &path] {
                assert_speaks(tr, &young.get(page).await, page);
            }
            let wrong = [("number", "nul"), ("answers_goals", "9"), ("answers_missed", "170506-1234"), ("status", "")];
            let refused = young.submit(&path, &wrong).await;
            refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
            assert_speaks(tr, &refused, &path);
            let taken = young.submit(&path, answer).await;
            let thanks = taken.assert_taken().location.clone().unwrap();
            assert_speaks(tr, &young.follow(&thanks).await, &thanks);
            assert_speaks(tr, &young.get(&path).await, "what was answered");
        }
        for page in ["/met/not-me", "/unsubscribe/none", "/survey/aaaaaaaaaaaaaaaaaaaaaaa", "/exit/nowhere/at/all"] {
            assert_speaks(tr, &young.get(page).await, page);
        }
    }
}

#[tokio::test]
async fn a_link_opens_in_the_language_of_the_young_person_as_a_help_beside_the_danish_words() {
    for tr in further() {
        let pair = speaking(&[tr.lang()]).await;
        for (path, _) in links(&pair).await {
            let page = pair.app.visitor().get(&path).await;
            assert_speaks(tr, &page, &path);
            // The quiet test and the invitation ask nothing of which there is a figure.
            let asks = !["/still-here", "/interview/"].iter().any(|beginning| path.starts_with(beginning));
            let note = tr.t("menu-help-translation");
            assert_eq!((page.body.contains(BESIDE), page.body.contains(&note)), (asks, asks), "{path} in {tr:?}");
        }
    }
}

#[tokio::test]
async fn danish_comes_first_for_whoever_speaks_it_then_english_and_danish_where_there_is_nothing_else() {
    for (spoken, opens) in [
        (vec!["ar", "da"], Tr::Danish),
        (vec!["so", "en"], Tr::English),
        (vec!["pl", "uk", "fa"], Tr::Ukrainian),
        (vec!["pl"], Tr::Danish),
        (vec![], Tr::Danish),
    ] {
        let pair = speaking(&spoken).await;
        for (path, _) in links(&pair).await {
            assert_speaks(opens, &pair.app.visitor().get(&path).await, &path);
        }
    }
}

#[tokio::test]
async fn one_press_changes_the_language_and_what_was_typed_comes_along() {
    let pair = speaking(&["ar"]).await;
    let [(survey, _), _, (exit, _), _] = links(&pair).await;
    let young = pair.app.visitor();
    young.get(&survey).await.assert_shows("value=\"uk\" lang=\"uk\" dir=\"ltr\">Українська</button>");
    let typed = [("_language", "uk"), ("_page", exit.as_str()), ("answers_missed", "وقت أكثر")];

    let page = young.submit("/language", &typed).await;

    assert_speaks(Tr::Ukrainian, &page, &exit);
    page.assert_shows("وقت أكثر</textarea>");
    young.get(&survey).await.assert_shows("<html lang=\"uk\"");
    // Pages of the interface go on in Danish.
    young.get("/sign-in").await.assert_shows("<html lang=\"da\"");
}

#[tokio::test]
async fn an_answer_says_in_which_language_version_and_way_it_was_given() {
    let pair = speaking(&["tr"]).await;
    let young = pair.app.visitor();
    for (path, answer) in links(&pair).await {
        choose(&young, Tr::Farsi, &path).await;
        young.submit(&path, answer).await.assert_taken();
    }

    let own = survey_answers::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!((own.language.as_deref(), own.item_version), (Some("fa"), 1));
    assert!(own.answered_through.is_some());
    let own = questionnaire_answers::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!((own.language.as_str(), own.version), ("fa", 1));
}

#[tokio::test]
async fn mentors_go_on_in_the_languages_of_the_interface() {
    let pair = speaking(&["ar"]).await;
    let exit = questionnaire_id(&pair, QuestionnaireSide::Mentor).await;
    let tx = pair.app.db().begin().await.unwrap();
    let now = pair.app.app.clock.now();
    let token = link::issue(&tx, now, LinkPurpose::QuestionnaireMentor, exit).await.unwrap();
    tx.commit().await.unwrap();
    let (path, mentor) = (format!("/exit/{token}/answer"), pair.app.visitor());

    choose(&mentor, Tr::Arabic, &path).await;

    mentor.get(&path).await.assert_shows("<html lang=\"da\"").assert_hides("value=\"ar\"");
}

#[tokio::test]
async fn the_order_of_the_answers_is_the_same_in_every_language() {
    let order = |html: &str, name: &str| {
        let start = format!("name=\"{name}\" value=\"");
        let values = html.split(&start).skip(1);
        values.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let pair = speaking(&[]).await;
    let [(survey, _), _, (exit, _), _] = links(&pair).await;
    let danish = pair.app.visitor();
    for (path, name) in [(&survey, "status"), (&exit, "answers_goals"), (&exit, "answers_recommend")] {
        let known = order(&danish.get(path).await.body, name);
        assert!(known.len() > 5, "{known:?}");
        for tr in further() {
            let young = pair.app.visitor();
            choose(&young, tr, path).await;
            assert_eq!(order(&young.get(path).await.body, name), known, "{name} in {tr:?}");
        }
    }
    assert!(survey::own::source().is_counted);
}

#[tokio::test]
async fn one_question_a_screen_speaks_each_language_too() {
    for tr in Tr::ALL {
        let pair = speaking(&["pl"]).await;
        let young = pair.app.visitor();
        let [_, _, (all, _), _] = links(&pair).await;
        choose(&young, tr, &all).await;
        let gate = all.trim_end_matches("/answer");
        let mut next = young.submit(gate, &[]).await.assert_taken().location.clone().unwrap();
        let mut screens = 0;
        while next.contains("/answer/") {
            let page = young.get(&next).await;
            assert_speaks(tr, &page, &next);
            assert_eq!(page.body.contains(BESIDE), !tr.is_of_the_interface(), "{next} in {tr:?}");
            next = young.submit(&next, &[]).await.assert_taken().location.clone().unwrap();
            screens += 1;
        }
        assert!(screens > 8, "{screens}");
        assert_speaks(tr, &young.get(&next).await, &next);
    }
}

#[tokio::test]
async fn a_page_behind_a_link_that_is_over_goes_on_speaking_as_its_letter_did() {
    let pair = speaking(&["tr"]).await;
    let letter = pair.app.message("exit_young_person", pair.course.id, None, Default::default()).await;
    let turkish = entity::messages::ActiveModel { language: Set(Some("tr".into())), ..Default::default() };
    entity::messages::Entity::update_many().set(turkish).exec(pair.app.db()).await.unwrap();
    let all = links(&pair).await;
    let carried = entity::links::ActiveModel { message_id: Set(Some(letter.id)), ..Default::default() };
    entity::links::Entity::update_many().set(carried).exec(pair.app.db()).await.unwrap();

    pair.app.days_pass(100);

    for (path, _) in all {
        let page = pair.app.visitor().get(&path).await;
        assert_speaks(Tr::Turkish, &page, &path);
        page.assert_hides(&Tr::Turkish.t("questionnaire-title"));
    }
}
