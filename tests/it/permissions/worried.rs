//! Whoever is worried says so from any page about a course, and a mentor who wants advice asks for it there.

use super::{
    ask,
    matrix::{Line, lines},
    scene::Scene,
};

/// What hangs on a course: a page that is about one of these is about a course.
const OF_A_COURSE: [&str; 12] = [
    "{course.",
    "{follow_up",
    "{survey.",
    "{link.met_mentor}",
    "{link.agreed}",
    "{link.silence}",
    "{link.advised}",
    "{link.onward}",
    "{link.exit}",
    "{link.my_mentor}",
    "{link.planned}",
    "{referral.own}/report",
];
/// What is no page to read and go on from: a worry itself, an address that moved, a file for a calendar.
const NO_SUCH_PAGE: [&str; 5] = ["concern", "/match", "/meeting/", ".ics", "/unsubscribe/"];
/// Behind which a mentor asks for advice, once whose it is was confirmed.
const OF_A_MENTOR: [&str; 5] = ["/met/", "/agreed/", "/onward/", "/advised/", "/exit/"];

fn is_of_a_course(line: &Line) -> bool {
    line.method == "GET"
        && OF_A_COURSE.iter().any(|thing| line.path.contains(thing))
        && !NO_SUCH_PAGE.iter().any(|no| line.path.contains(no))
}

async fn without(scene: &Scene, line: &Line, who: &str, ways: &[&str]) -> Option<String> {
    let page = ask(scene, line, who).await;
    let leads_on = ways.iter().any(|way| page.body.contains(way));
    (page.status.is_success() && !leads_on).then(|| format!("{} as {who}", line.path))
}

#[tokio::test]
async fn from_each_page_about_a_course_everybody_who_may_read_it_can_say_that_they_are_worried() {
    let scene = Scene::set().await;
    let lines: Vec<_> = lines().into_iter().filter(is_of_a_course).collect();
    assert!(lines.len() > 40, "the pages of a course were not found");
    let mut silent = Vec::new();
    for line in &lines {
        for who in ["visitor", "referrer", "mentor", "staff", "administrator"] {
            // Behind a link everybody is a visitor.
            if line.gets(who) == "ok" && (who == "visitor" || line.gets("visitor") != "ok") {
                silent.extend(without(&scene, line, who, &["/concerns/new\"", "href=\"/concern/"]).await);
            }
        }
    }
    assert!(silent.is_empty(), "no way to say that one is worried: {silent:#?}");
}

#[tokio::test]
async fn from_each_page_about_a_course_its_mentor_can_ask_for_advice() {
    let scene = Scene::set().await;
    let mut silent = Vec::new();
    for line in lines().iter().filter(|line| is_of_a_course(line)) {
        let is_confirmed = line.path.contains("/answer") || line.path.contains("/read");
        let is_linked = is_confirmed && OF_A_MENTOR.iter().any(|page| line.path.starts_with(page));
        let who = if is_linked { "visitor" } else { "mentor" };
        let is_asked = is_linked || line.path.starts_with("/courses/");
        if is_asked && line.gets(who) == "ok" && !line.path.ends_with("/advice") {
            silent.extend(without(&scene, line, who, &["/advice?back=", "href=\"/advice/"]).await);
        }
    }
    assert!(silent.is_empty(), "no way to ask for advice: {silent:#?}");
}
