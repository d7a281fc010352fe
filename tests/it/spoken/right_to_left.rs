//! Nothing that young people get says left or right.

use std::fs;

use super::*;
use crate::support::today;

#[test]
fn no_style_sheet_of_ours_names_a_side() {
    let mut looked_at = 0;
    for entry in fs::read_dir("assets").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "css") {
            continue;
        }
        let sheet = fs::read_to_string(&path).unwrap();
        for (number, line) in sheet.lines().enumerate() {
            let words = line.split(|sign: char| !sign.is_ascii_alphabetic());
            let sides: Vec<_> = words.filter(|word| ["left", "right"].contains(word)).collect();
            assert!(sides.is_empty(), "{}:{} names a side: {line}", path.display(), number + 1);
        }
        looked_at += 1;
    }
    assert!(looked_at > 5);
}

#[tokio::test]
async fn no_page_of_a_young_person_names_a_side_or_a_style_of_its_own() {
    let pair = speaking(&["ar"]).await;
    for (path, _) in links(&pair).await {
        let page = pair.app.visitor().get(&path).await;
        let classes = page.body.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let sides: Vec<_> = classes.filter(|class| class.contains("left") || class.contains("right")).collect();
        assert!(sides.is_empty(), "{path} has {sides:?}");
        assert!(!page.body.contains("style="), "{path}");
    }
}

#[tokio::test]
async fn numbers_and_addresses_run_from_left_to_right_and_words_as_they_are_written() {
    let pair = speaking(&["fa"]).await;
    let [_, (still_here, _), (exit, _), _] = links(&pair).await;
    let young = pair.app.visitor();

    young.get(&still_here).await.assert_shows("autocomplete=\"off\" dir=\"ltr\"").assert_shows("type=\"tel\"");
    young.get(&exit).await.assert_shows("maxlength=\"1000\" dir=\"auto\"");
    // The name in a sentence, and the digits of a date.
    let closes = Tr::Farsi.date(&(today() + chrono::Duration::days(30)));
    young.get(&exit).await.assert_shows("\u{2068}Amira\u{2069}").assert_shows(&format!("\u{2068}{closes}\u{2069}"));
    assert!(closes.chars().all(|sign| sign.is_ascii_digit() || sign == '/'), "{closes}");
}

/// What somebody wrote may be in another language than the page: its marks would jump to the other side.
#[test]
fn what_somebody_wrote_runs_as_they_wrote_it_on_every_page() {
    let (mut folders, mut quoted, mut bare) = (vec![std::path::PathBuf::from("templates")], 0, Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let template = fs::read_to_string(&path).unwrap();
            for tag in template.split('<').filter(|tag| tag.contains("as-typed")) {
                quoted += 1;
                if !tag.split('>').next().unwrap().contains("dir=\"auto\"") {
                    bare.push(format!("{}: <{tag}", path.display()));
                }
            }
        }
    }
    assert!(quoted > 20 && bare.is_empty(), "{quoted} {}", bare.join("\n"));
}

#[tokio::test]
async fn the_danish_words_of_a_mentor_and_of_an_agreement_keep_their_direction() {
    use crate::reach::scene::{Scene, Young};
    let kind = brobyg::course::agreement::letters::MENTEE;
    let scene = Scene::set(Young::Own).await;
    let subject = scene.subject(kind.name).await;
    let letter = super::letters::letter(&scene, (&kind, subject), Tr::Arabic).await;
    let (_, path) = letter.text.split_once(&scene.app.app.config.base_url).unwrap();
    let page = scene.app.visitor().get(path.split_whitespace().next().unwrap()).await;
    page.assert_shows("dir=\"rtl\"").assert_shows("<bdi>Et fritidsjob</bdi>");
}
