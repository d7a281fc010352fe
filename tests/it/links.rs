//! A link that is copied out of a sentence still opens.

use crate::{
    permissions::{
        matrix::{Line, lines},
        scene::Scene,
    },
    support::Page,
};

/// What sticks to a link when it is pasted.
const STUCK: [&str; 7] = [".", ")", "%3E", ").", ",", "%22", "%E2%80%8B"];

/// The page without its form tokens and what is in its own address.
fn bare(page: &Page, stuck: &str) -> String {
    let lines = page.body.lines().filter(|line| !line.contains("_csrf"));
    lines.map(|line| line.replace(stuck, "")).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn every_link_opens_with_what_stuck_to_its_end() {
    let scene = Scene::set().await;
    let visitor = scene.browser("visitor").await;
    // What comes after the token stands in no letter.
    let ends_with_it = |line: &Line| line.path.rsplit('/').next().is_some_and(|end| end.starts_with("{link."));
    let linked = |line: &Line| line.method == "GET" && ends_with_it(line);
    let (mut mistakes, mut tried) = (Vec::new(), 0);
    for line in lines().iter().filter(|line| linked(line)) {
        let path = scene.path(&line.path);
        let clean = visitor.get(&path).await;
        for stuck in STUCK {
            let page = visitor.get(&format!("{path}{stuck}")).await;
            tried += 1;
            if (page.status, bare(&page, stuck)) != (clean.status, bare(&clean, stuck)) {
                mistakes.push(format!("{} with {stuck:?}: {}", line.path, page.status));
            }
        }
    }
    assert!(tried > 40, "the links were not found");
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[tokio::test]
async fn a_link_that_was_cut_short_opens_nothing() {
    let scene = Scene::set().await;
    let path = scene.path("/password/{link.password_reset}");

    let page = scene.browser("visitor").await.get(&path[..path.len() - 1]).await;

    page.assert_hides("name=\"password\"");
}
