//! The look: assets are served once and for all, templates stay within the content policy, fields say what is wrong.

use std::cmp::Ordering;
use std::fs;
use std::path::{Path, PathBuf};

use askama::Template;
use brobyg::list::{Asked, Found, Sorting};
use brobyg::page::chart::{BarChart, RatePicture, ShareChart, StackedChart, TargetPicture};
use brobyg::word::Choice;
use brobyg::{
    form::{DateParts, FieldErrors, ShownErrors},
    language::Tr,
    page::Ctx,
    web::assets,
};
use poem::http::StatusCode;
use poem::test::TestClient;
use poem::{Endpoint, Route};
use serde::{Deserialize, Serialize};

fn site() -> TestClient<impl Endpoint> {
    TestClient::new(Route::new().nest("/assets", assets::endpoint()))
}

#[tokio::test]
async fn an_asset_is_served_under_its_hash_and_kept_for_a_year() {
    let answer = site().get(assets::url("theme.css")).send().await;
    answer.assert_status_is_ok();
    answer.assert_header("content-type", "text/css; charset=utf-8");
    answer.assert_header("cache-control", "public, max-age=31536000, immutable");
}

#[tokio::test]
async fn an_asset_without_its_hash_is_not_found() {
    site().get("/assets/theme.css").send().await.assert_status(StatusCode::NOT_FOUND);
    site().get("/assets/0000000000000000/theme.css").send().await.assert_status(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_asset_path_does_not_lead_out_of_the_assets() {
    let version = assets::url("");
    let answer = site().get(format!("{version}..%2FCargo.toml")).send().await;
    answer.assert_status(StatusCode::NOT_FOUND);
    let answer = site().get(format!("{version}dkfds/../../Cargo.toml")).send().await;
    answer.assert_status(StatusCode::NOT_FOUND);
}

#[test]
fn every_asset_that_a_template_names_exists() {
    let mut named = 0;
    for (path, text) in files("templates", "html") {
        for name in between(&text, "assets::url(\"", "\")") {
            assert!(Path::new("assets").join(name).is_file(), "{} names {name}", path.display());
            named += 1;
        }
    }
    assert!(named > 5, "the templates name their style sheets");
}

#[test]
fn our_style_sheets_point_only_to_files_of_ours() {
    for (path, text) in files("assets", "css").into_iter().filter(|(path, _)| !path.starts_with("assets/dkfds")) {
        assert!(!text.contains("@import"), "{}", path.display());
        for target in between(&text, "url(\"", "\")") {
            assert!(Path::new("assets").join(target).is_file(), "{} points to {target}", path.display());
        }
    }
}

#[test]
fn no_template_carries_style_or_script_of_its_own() {
    for (path, text) in files("templates", "html") {
        let path = path.display();
        assert!(!text.contains(" style=") && !text.contains("<style"), "{path}");
        assert!(!text.contains("javascript:") && !text.contains(" onclick="), "{path}");
        for script in between(&text, "<script", "</script>") {
            assert!(script.contains("src=") && script.trim_end().ends_with('>'), "{path} has a script of its own");
        }
    }
}

#[derive(Template)]
#[template(
    source = r#"{% import "form.html" as f %}{{ f::error_summary(ctx, errors) }}
{{ f::email(ctx, "email", "E-mail", email, errors, hint="Your own", autocomplete="email") }}
{{ f::date(ctx, "birth", "Born", birth, errors) }}
{{ f::radios(ctx, "clarity", "Clarity", "some", choices, errors) }}
{{ f::checkboxes(ctx, "languages", "Languages", chosen, choices, errors, id="other") }}"#,
    ext = "html"
)]
struct Fields {
    ctx: Ctx,
    errors: ShownErrors,
    email: String,
    birth: DateParts,
    choices: Vec<Choice>,
    chosen: Vec<String>,
}

fn fields(errors: FieldErrors) -> String {
    let choices = vec![Choice::new("all", "All of it"), Choice::new("some", "Some of it").hint("A little")];
    let ctx = Ctx {
        tr: Tr::English,
        is_language_chosen: true,
        csrf: "token".into(),
        viewer: None,
        path: "/".into(),
        page: "/".into(),
        notice: None,
        demo: false,
        help_contact: String::new(),
        contact: None,
        network: String::new(),
        advice_by_link: None,
        course: None,
        takes_no_meeting: false,
        is_of_the_interface: false,
        is_help: false,
    };
    let errors = errors.shown(Tr::English);
    let birth = DateParts::new("31", "2", "2008");
    let email = "<b>\"ida\"".to_owned();
    Fields { ctx, errors, email, birth, choices, chosen: vec!["all".into(), "some".into()] }.render().unwrap()
}

#[test]
fn a_field_keeps_what_was_typed_and_escapes_it() {
    let page = fields(FieldErrors::default());
    assert!(page.contains(r#"value="&#60;b&#62;&#34;ida&#34;""#), "{page}");
    assert!(page.contains(r#"name="birth_day" value="31""#), "{page}");
    assert!(!page.contains("aria-invalid") && !page.contains("error-summary"), "{page}");
}

#[test]
fn a_refused_field_says_why_and_the_summary_leads_to_it() {
    let page = fields(FieldErrors::on("email", "error-email"));
    let sentence = Tr::English.t("error-email");
    assert!(page.contains(&format!(r##"<a href="#email">{sentence}</a>"##)), "{page}");
    let described = r#"aria-describedby="email-error email-hint" aria-invalid="true""#;
    assert!(page.contains(described), "{page}");
    assert!(page.contains(r#"id="email-error""#) && page.contains(r#"id="email-hint""#), "{page}");
}

#[test]
fn the_summary_of_a_refused_date_leads_to_its_first_field() {
    let page = fields(FieldErrors::on("birth", "error-email"));
    assert!(page.contains(r##"href="#birth""##) && page.contains(r#"id="birth" name="birth_day""#), "{page}");
}

#[test]
fn choices_show_what_was_chosen_and_ids_stay_unique() {
    let page = fields(FieldErrors::default());
    assert!(page.contains(r#"id="clarity" name="clarity" value="all">"#), "{page}");
    assert!(page.contains(r#"id="clarity-1" name="clarity" value="some" checked>"#), "{page}");
    assert!(page.contains(r#"id="other" name="languages" value="all" checked>"#), "{page}");
    assert!(page.contains(r#"id="other-1" name="languages" value="some" checked>"#), "{page}");
}

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct Filter {
    state: String,
    q: String,
}

/// How a list of that address is sorted.
fn sorting(address: &str) -> Sorting {
    let asked: Asked<Filter> = serde_html_form::from_str(address).unwrap();
    Found::of_all(Vec::<u8>::new(), &asked, (&["date", "name"], false), |_, _, _| Ordering::Equal).sorting
}

#[test]
fn sorting_the_sorted_column_turns_it_round_and_keeps_the_filters() {
    let sorting = sorting("state=waiting&q=&sort=name&dir=asc&page=3");
    assert_eq!(sorting.href("name"), "?state=waiting&sort=name&dir=desc");
    assert_eq!(sorting.href("date"), "?state=waiting&sort=date&dir=asc");
    assert_eq!((sorting.aria("name"), sorting.aria("date")), ("ascending", "none"));
}

#[test]
fn a_column_that_is_not_offered_sorts_by_the_first() {
    let sorting = sorting("sort=password_hash&dir=desc");
    assert_eq!((sorting.by.as_str(), sorting.descending), ("date", false));
}

#[test]
fn the_longest_bar_fills_the_width_and_the_others_follow() {
    let chart = BarChart::new("", "", vec![("a".into(), 30), ("b".into(), 15), ("c".into(), 0)]);
    let widths: Vec<_> = chart.bars.iter().map(|bar| bar.width.as_str()).collect();
    assert_eq!(widths, ["100.00", "50.00", "0.00"]);
}

#[test]
fn the_parts_of_a_whole_lie_side_by_side() {
    let parts = vec![("good", "done".into(), 57), ("stopped", "ended".into(), 20), ("active", "on".into(), 11)];
    let chart = ShareChart::new(Tr::Danish, "id", "", "", parts);
    let places: Vec<_> = chart.segments.iter().map(|part| (part.x.as_str(), part.width.as_str())).collect();
    assert_eq!(places, [("0.00", "64.77"), ("64.77", "22.73"), ("87.50", "12.50")]);
    assert_eq!(chart.segments[0].share, "65\u{a0}%");
}

#[test]
fn stacked_bars_share_a_measure_and_their_parts_lie_side_by_side() {
    let legend = vec![("good", "free".into()), ("stopped", "missing".into())];
    let bars = vec![("long".into(), "".into(), vec![1.0, 3.0]), ("short".into(), "".into(), vec![0.5, 0.5])];
    let chart = StackedChart::new("id", ("".into(), "".into()), legend, bars);
    let parts = |at: usize| chart.bars[at].parts.clone();
    assert_eq!(parts(0), [("good", "0.00".into(), "25.00".into()), ("stopped", "25.00".into(), "75.00".into())]);
    assert_eq!(parts(1), [("good", "0.00".into(), "12.50".into()), ("stopped", "12.50".into(), "12.50".into())]);
    assert_ne!(chart.bars[0].id, chart.bars[1].id);
}

#[test]
fn an_amount_has_a_decimal_only_where_it_needs_one() {
    let written = |number: f64| (Tr::Danish.amount(number), Tr::English.amount(number));
    assert_eq!(
        [3.0, 0.5, 1.0 / 3.0, 0.04].map(written),
        [
            ("3".into(), "3".into()),
            ("0,5".into(), "0.5".into()),
            ("0,3".into(), "0.3".into()),
            ("0".into(), "0".into())
        ]
    );
}

#[test]
fn a_rate_of_nobody_is_not_drawn() {
    let rate = RatePicture::new("id", "", "", (0, 0)).with_interval(Tr::Danish, 0.0, 0.0);
    assert_eq!(rate.drawn, None);
}

#[test]
fn a_rate_is_drawn_with_its_interval() {
    let rate = RatePicture::new("id", "", "", (33, 45)).with_interval(Tr::Danish, 0.5896, 0.8404);
    let drawn = rate.drawn.unwrap();
    assert_eq!((drawn.share.as_str(), drawn.width.as_str()), ("73\u{a0}%", "73.33"));
    assert_eq!((drawn.low_x.as_str(), drawn.high_x.as_str()), ("58.96", "84.04"));
}

#[test]
fn a_target_is_drawn_as_a_line_beside_the_bar_of_its_result() {
    let words = || ("Unge".to_owned(), "Talt sådan".to_owned());
    let below = TargetPicture::of_count(words(), 160, 90);
    assert_eq!((below.width.as_str(), below.promised_x.as_str()), ("56.25", "100.00"));
    assert_eq!((below.promised.as_str(), below.result.as_str(), below.difference.as_str()), ("160", "90", "−70"));
    let above = TargetPicture::of_count(words(), 8, 10);
    assert_eq!((above.width.as_str(), above.promised_x.as_str(), &*above.difference), ("100.00", "80.00", "+2"));
    let rate = TargetPicture::of_rate(Tr::Danish, words(), 71, (33, 45)).met(true);
    assert_eq!((rate.width.as_str(), rate.promised_x.as_str(), rate.is_met), ("73.33", "71.00", Some(true)));
    assert_eq!((&*rate.result, &*rate.difference), ("73\u{a0}% (33 af 45)", "+2 procentpoint"));
    let nobody = TargetPicture::of_rate(Tr::Danish, words(), 71, (0, 0));
    assert_eq!((&*nobody.width, &*nobody.difference), ("0.00", ""));
}

fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(path.to_str().unwrap(), ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}
