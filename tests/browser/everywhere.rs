//! Every page and every form that came back, in every role, wide and narrow: axe finds nothing, nothing is too wide.
//!
//! The pages are those of `tests/permissions.toml`, so a new one is looked at without a word here.

use std::collections::BTreeSet;

use brobyg::routes;
use serde_json::json;

use crate::{
    axe::{Violation, axe, axe_in_this_width},
    driver::{Screen, Window, journey},
    house::bring_in,
    matrix::{Line, lines},
    scene::Scene,
    site,
};

/// Pages beyond the matrix: there is no such page, and lists in which nothing is found.
const FURTHER: [&str; 8] = [
    "/nowhere",
    "/referrals?q=zzz",
    "/mentors?q=zzz",
    "/courses?state=completed",
    "/surveys?q=zzz",
    "/outcomes?from=zzz",
    "/admin/people?q=zzz",
    "/admin/partners?q=zzz",
];

/// Posts that end like this are no forms: the first would end the visit, and the last is what a script sends.
const NO_FORMS: [&str; 3] = ["/sign-out", "/language", "/typed"];

/// Posts an empty form from whatever page is open, once this script has been answered. The mark tells the page that is
/// left from the one that follows.
const SEND_EMPTY: &str = "document.documentElement.dataset.left = arguments[1];
    const form = document.createElement('form');
    form.method = 'post';
    form.action = arguments[0];
    form.append(document.querySelector('[name=_csrf]').cloneNode());
    document.body.append(form);
    setTimeout(() => HTMLFormElement.prototype.submit.call(form));";

const STATUS: &str = "return performance.getEntriesByType('navigation')[0].responseStatus";

/// Opens what is folded away: it must be for everybody as well.
const UNFOLD: &str = "for (const details of document.querySelectorAll('main details')) details.open = true";

pub const IS_AS_WIDE: &str = "const [width, done] = arguments;
    const check = () => innerWidth === width ? done() : requestAnimationFrame(check);
    check();";

/// What stands out of the page, but is not inside something that scrolls by itself; and tables of which a column is cut.
pub const TOO_WIDE: &str = "const width = document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll('.table-frame')].filter((frame) => frame.scrollWidth > frame.clientWidth + 1);
    if (cut.length > 0) return cut.map((frame) => `${frame.scrollWidth} of ${frame.clientWidth} pixels of a table: ${frame.innerText.slice(0, 120)}`);
    if (document.scrollingElement.scrollWidth <= width) return [];
    const scrolls = (element) => element && element !== document.body
        && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const wide = [...document.body.querySelectorAll('*')]
        .filter((element) => (element.getBoundingClientRect().right > width + 1 || element.getBoundingClientRect().left < -1) && !scrolls(element.parentElement));
    return [`${document.scrollingElement.scrollWidth} of ${width} pixels`, ...wide.map((element) => element.outerHTML.slice(0, 120))];";

/// How wide the pages are on a desk and on a phone, in pixels.
const DESK: u32 = 1280;
const PHONE: u32 = 390;

/// A visit by one person, and what was wrong on the way.
struct Visit<'a> {
    window: &'a Window,
    site: &'a str,
    /// How wide the window is now.
    width: u32,
    wrong: Vec<String>,
}

impl Visit<'_> {
    /// Looks at a page as on a desk and as on a phone, first in the width that the last page was looked at.
    async fn opens(&mut self, path: &str) {
        self.window.open(&format!("{}{path}", self.site)).await;
        self.window.asks(UNFOLD, Vec::new()).await;
        self.checks(path).await;
        self.turns_to(if self.width == DESK { PHONE } else { DESK }).await;
        let found = axe_in_this_width(self.window).await;
        self.notes(path, found).await;
    }

    async fn turns_to(&mut self, width: u32) {
        self.window.until("another width", async || self.window.set_window_size(width, 900).await.map(Some)).await;
        self.window.asks_and_waits(IS_AS_WIDE, vec![json!(width)]).await;
        self.width = width;
    }

    /// Whether the empty form came back with its errors; only the errors are new on it, so one width shows them.
    async fn sends_empty(&mut self, path: &str) -> bool {
        let mark = self.window.new_mark();
        self.window.execute(SEND_EMPTY, vec![json!(path), json!(mark)]).await.unwrap();
        self.window.comes_after(&mark).await;
        let came_back = self.window.asks(STATUS, Vec::new()).await == json!(422);
        if came_back {
            self.window.asks(UNFOLD, Vec::new()).await;
            self.checks(&format!("the errors of {path}")).await;
        }
        came_back
    }

    /// The menu, which is folded away on a phone.
    async fn opens_the_menu(&mut self) {
        let open = "document.querySelector('.menu')?.setAttribute('open', '')";
        self.window.asks(open, Vec::new()).await;
        self.checks("the open menu").await;
    }

    async fn checks(&mut self, what: &str) {
        let found = axe(self.window).await;
        self.notes(what, found).await;
    }

    async fn notes(&mut self, what: &str, found: Vec<Violation>) {
        let what = format!("{what} at {}", self.width);
        self.wrong.extend(found.iter().map(|violation| format!("{what}: {violation}")));
        let wide = self.window.asks(TOO_WIDE, Vec::new()).await;
        if wide != json!([]) {
            self.wrong.push(format!("{what} is too wide: {wide:#}"));
        }
    }
}

/// What somebody gets this answer to, each route once: with their own thing, which stands last.
fn gets(who: &str, method: &str, word: &str) -> Vec<Line> {
    let thing = |part: &str| if part.starts_with('{') { ":".to_owned() } else { part.to_owned() };
    let mut routes = BTreeSet::new();
    let lines = lines().into_iter().rev().filter(|line| line.method == method && line.gets(who) == word);
    let once = lines.filter(|line| routes.insert(line.path.split('/').map(thing).collect::<Vec<_>>()));
    once.collect::<Vec<_>>().into_iter().rev().collect()
}

/// Files, and what a machine asks, are no pages.
fn is_for_people(path: &str) -> bool {
    !path.starts_with("/outcomes/") && !path.ends_with(".ics") && path != "/readyz"
}

/// The pages of somebody: all they may see, one that is not for them, one of another's, and those beyond the matrix,
/// besides what has been looked at with those who may see less.
fn pages(who: &str, scene: &Scene) -> Vec<String> {
    let gets = |word: &str| {
        let lines = gets(who, "GET", word).into_iter().filter(|line| is_for_people(&line.path));
        let lines = lines.filter(|line| less(who).is_none_or(|less| line.gets(less) != word));
        lines.map(|line| scene.path(&line.path)).collect::<Vec<_>>()
    };
    let seen = gets("ok");
    let further = FURTHER.iter().filter(|path| {
        let page = path.split('?').next().unwrap();
        !path.contains('?') || seen.iter().any(|seen| seen == page)
    });
    let further: Vec<_> = further.map(|path| (*path).to_owned()).collect();
    let refused = ["forbidden", "not-found"].into_iter().flat_map(|word| gets(word).into_iter().take(1));
    let refused: Vec<_> = refused.collect();
    [seen, refused, further].concat()
}

/// Who may do a part of what somebody may: that part looks the same, but for the menu.
fn less(who: &str) -> Option<&'static str> {
    match who {
        "visitor" => None,
        "administrator" => Some("staff"),
        _ => Some("visitor"),
    }
}

/// What somebody may send, besides what has been looked at with those who may do less.
fn forms(who: &str) -> Vec<Line> {
    let posts = gets(who, "POST", "ok").into_iter().filter(|line| line.form.is_none());
    let posts = posts.filter(|line| !NO_FORMS.iter().any(|end| line.path.ends_with(end)));
    posts.filter(|line| less(who).is_none_or(|less| line.gets(less) != "ok")).collect()
}

/// Opens every page of somebody and sends every form empty; `back` are forms that must come back.
async fn visits(name: &'static str, who: &str, back: &[&str]) {
    let scene = Scene::set().await;
    let site = site::open(routes::site(&scene.app.app)).await;
    journey(name, Screen::Desktop, async |window| {
        bring_in(window, &site, &scene.browser(who).await).await;
        let mut visit = Visit { window, site: &site, width: DESK, wrong: Vec::new() };
        visit.turns_to(DESK).await;
        for page in pages(who, &scene) {
            visit.opens(&page).await;
        }
        visit.turns_to(PHONE).await;
        visit.opens_the_menu().await;
        let mut came_back = Vec::new();
        for form in forms(who) {
            if visit.sends_empty(&scene.path(&form.path)).await {
                came_back.push(form.path);
            }
        }
        let missing: Vec<_> = back.iter().filter(|path| !came_back.iter().any(|back| back == *path)).collect();
        assert!(missing.is_empty(), "these forms did not come back: {missing:?}, only these did: {came_back:#?}");
        assert!(visit.wrong.is_empty(), "not for everybody:\n{}", visit.wrong.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn every_page_is_for_every_visitor() {
    let back = [
        "/mentors/apply",
        "/sign-in",
        "/password",
        "/invitations/{link.invitation}",
        "/yes/{link.mentee}",
        "/still/{link.interest}",
    ];
    visits("every-visitor", "visitor", &back).await;
}

#[tokio::test]
async fn every_page_is_for_every_referrer() {
    let back = ["/referrals/drafts/{draft.referrer}/check", "/referrals/{referral.own}/reply", "/account/password"];
    visits("every-referrer", "referrer", &back).await;
}

#[tokio::test]
async fn every_page_is_for_every_mentor() {
    let back = [
        "/mentor/profile",
        "/mentor/pause",
        "/courses/{course.own_mentor}/agreement",
        "/courses/{course.own_mentor}/meetings",
        "/courses/{course.own_mentor}/pause",
        "/courses/{course.own_mentor}/extension",
        "/proposals/{proposal.own_mentor}/question",
    ];
    visits("every-mentor", "mentor", &back).await;
}

#[tokio::test]
async fn every_page_is_for_every_member_of_staff() {
    let back = [
        "/courses/{course.own_mentor}/ending",
        "/courses/{course.ended_own}/class",
        "/courses/{course.ended_own}/reopening",
        "/mentors/new",
        "/mentors/{mentor.own}/edit",
        "/mentors/{mentor.own}/interview",
        "/surveys/{survey.open}/answer",
        "/surveys/{survey.open}/attempts",
        "/referrals/{referral.own}/match",
        "/referrals/{referral.own}/question",
    ];
    visits("every-staff", "staff", &back).await;
}

#[tokio::test]
async fn every_page_is_for_every_administrator() {
    let back = [
        "/admin/people/new",
        "/admin/people/{user.invited}/edit",
        "/admin/partners/new",
        "/admin/partners/{partner.own}/areas",
        "/admin/projects/new",
    ];
    visits("every-administrator", "administrator", &back).await;
}
