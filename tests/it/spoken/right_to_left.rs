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
