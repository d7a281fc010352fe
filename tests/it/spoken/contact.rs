//! The pages of the contact work, behind the links of the letters that lead there.

use brobyg::{course, matching, message::MessageKind, referral};
use poem::http::StatusCode;

use super::{
    letters::letter,
    pages::{BESIDE, assert_speaks, choose},
    *,
};
use crate::{
    reach::scene::{Scene, Young},
    support::Browser,
};

pub const KINDS: [MessageKind; 13] = [
    referral::preparation::letters::PREPARATION,
    course::agreement::letters::MENTEE,
    course::did_you_meet::letters::MENTEE,
    course::silence::letters::YOUNG_PERSON,
    course::letters::BEGUN_MENTEE,
    course::expectations::letters::MENTEE,
    course::planned::letters::PLANNED_MENTEE,
    course::planned::letters::REMINDER_MENTEE,
    course::planned::letters::CANCELLED_MENTEE,
    course::stand_in::letters::STAND_IN_MENTEE,
    referral::interest::letters::INTEREST,
    referral::interest::letters::INTEREST_REMINDER,
    matching::letters::MENTEE_ASKED,
];

/// The page to which a letter in this language leads.
async fn opened(kind: &MessageKind, tr: Tr) -> (Scene, Browser, String) {
    let scene = Scene::set(Young::Own).await;
    let subject = scene.subject(kind.name).await;
    let letter = letter(&scene, (kind, subject), tr).await;
    let (_, path) = letter.text.split_once(&scene.app.app.config.base_url).unwrap();
    let path = path.split_whitespace().next().unwrap().to_owned();
    let young = scene.app.visitor();
    (scene, young, path)
}

/// What is posted to a page wrongly, and rightly.
fn answers(path: &str) -> [&'static [(&'static str, &'static str)]; 2] {
    match path.split('/').nth(1).unwrap() {
        "prepare" => [&[], &[("x", "")]],
        "agreed" => [&[], &[("confirmed", "yes")]],
        "met" => {
            [&[("answer", "why"), ("next_day", "40"), ("next_month", "1"), ("next_year", "2026")], &[("answer", "met")]]
        }
        "there" => [&[("answer", "new_number"), ("number", "nul")], &[("answer", "pause")]],
        "still" => [&[("answer", "maybe")], &[("answer", "no")]],
        "yes" => [&[("answer", "no"), ("reason", "none")], &[("answer", "no"), ("reason", "too_far")]],
        _ => [&[], &[]],
    }
}

#[tokio::test]
async fn what_a_link_opens_is_in_the_language_of_the_letter_with_the_danish_words_beside() {
    for kind in KINDS {
        for tr in further() {
            let (_scene, young, path) = opened(&kind, tr).await;
            let page = young.get(&path).await;
            assert_speaks(tr, &page, &path);
            page.assert_shows(BESIDE).assert_shows(&tr.t("menu-help-translation"));
        }
    }
}

#[tokio::test]
async fn what_is_answered_there_and_what_comes_of_it_speaks_each_language_throughout() {
    for kind in KINDS {
        for tr in Tr::ALL {
            let (_scene, young, path) = opened(&kind, tr).await;
            let [wrong, right] = answers(&path);
            if !wrong.is_empty() {
                let refused = young.submit(&path, wrong).await;
                refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
                assert_speaks(tr, &refused, &path);
            }
            if !right.is_empty() {
                let taken = young.submit(&path, right).await;
                let taken = match taken.location.clone() {
                    Some(next) => young.follow(&next).await,
                    None => taken,
                };
                assert_speaks(tr, &taken, &path);
            }
            // A link that is spent says nothing of whose it was: the reader chooses.
            choose(&young, tr, &path).await;
            assert_speaks(tr, &young.get(&path).await, &path);
        }
    }
}

#[tokio::test]
async fn what_a_young_person_expects_is_asked_in_their_language() {
    for tr in Tr::ALL {
        let (_scene, young, path) = opened(&course::letters::BEGUN_MENTEE, tr).await;
        let whose = path.replace("/my-mentor/", "/expectations/");
        assert_speaks(tr, &young.get(&whose).await, &whose);
        let form = format!("{whose}/answer");
        assert_speaks(tr, &young.get(&form).await, &form);
        let refused = young.submit(&form, &[("hopes", "")]).await;
        refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
        assert_speaks(tr, &refused, &form);
        young.submit(&form, &[("hopes", "En læreplads")]).await.assert_taken();
        assert_speaks(tr, &young.get(&form).await, &form);
        assert_speaks(tr, &young.get(&path).await, &path);
    }
}

#[tokio::test]
async fn the_other_side_of_the_same_pages_reads_the_interface() {
    for kind in [course::did_you_meet::letters::MENTOR, course::agreement::letters::MENTOR] {
        let (_scene, mentor, path) = opened(&kind, Tr::Danish).await;
        choose(&mentor, Tr::Arabic, &path).await;
        mentor.get(&path).await.assert_shows("<html lang=\"da\"").assert_hides("value=\"ar\"");
    }
}

#[tokio::test]
async fn whoever_reads_it_with_the_young_person_may_choose_each_language() {
    let app = crate::support::start().await;
    for tr in Tr::ALL {
        let reader = app.visitor();
        choose(&reader, tr, "/prepare").await;
        assert_speaks(tr, &reader.get("/prepare").await, "/prepare");
    }
}

#[tokio::test]
async fn a_worry_is_written_behind_a_link_in_the_language_of_the_young_person() {
    for tr in Tr::ALL {
        let (_scene, young, path) = opened(&course::planned::letters::PLANNED_MENTEE, tr).await;
        let concern = path.replace("/meeting/", "/concern/");
        let page = young.get(&concern).await;
        assert_speaks(tr, &page, &concern);
        assert_eq!(page.body.contains(BESIDE), !tr.is_of_the_interface());
        let refused = young.submit(&concern, &[("said", "")]).await;
        refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
        assert_speaks(tr, &refused, &concern);
        let thanks = young.submit(&concern, &[("said", "Jeg er bange")]).await.assert_taken().location.clone().unwrap();
        assert_speaks(tr, &young.follow(&thanks).await, &thanks);
        let unknown = "/concern/aaaaaaaaaaaaaaaaaaaaaaa";
        choose(&young, tr, unknown).await;
        assert_speaks(tr, &young.get(unknown).await, unknown);
    }
}

#[tokio::test]
async fn the_heading_of_a_link_that_was_used_says_so_and_promises_nothing() {
    for kind in [matching::letters::MENTEE_ASKED, referral::interest::letters::INTEREST] {
        for tr in Tr::ALL {
            let (_scene, young, path) = opened(&kind, tr).await;
            young.submit(&path, answers(&path)[1]).await.assert_taken();
            choose(&young, tr, &path).await;
            let page = young.get(&path).await;
            let (_, heading) = page.body.split_once("<h1>").unwrap();
            let heading = heading.split("</h1>").next().unwrap();
            assert!(heading.contains(&tr.t("link-over-title")), "{} in {tr:?}: {heading}", kind.name);
        }
    }
}
