//! Names in lists: found in any script by any part, and in the order that a Danish reader expects.

use std::collections::BTreeSet;

use chrono::Days;
use entity::{courses, mentors, surveys, surveys::SurveyKind, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    lists::rows,
    support::{self, Browser, TestApp, today},
};

/// Names in eight scripts, and what of them somebody types.
const NAMES: [(&str, &[&str]); 20] = [
    ("Åse Ærø-Østergård", &["åse", "ÅSE ÆRØ", "aase", "ærø østergård", "AERØ", "ØSTERGAARD", "gård", "ØSTERGAARD åse"]),
    ("Bjørn Åse", &["åse bjørn", "Bj\u{ad}ørn", "bjørn\u{200b} aase", " åse\u{a0}BJØRN "]),
    ("Anne\u{2011}Marie Lind", &["anne-marie", "anne marie", "Anne\u{2011}Marie", "lind ANNE–MARIE"]),
    ("Nguyễn Thị Ánh", &["nguyen", "Nguyễn", "NGUYỄN THỊ", "thi", "ánh nguyễn", "ễ"]),
    ("Adéwọ\u{301}lé Ọlá", &["ADEWOLE", "ola adewole", "Adéwọ\u{301}lé", "wọ\u{301}", "wó"]),
    ("Șerban Ǧănescu Ẅest", &["serban", "ȘERBAN", "ganescu", "ǧănescu", "west", "ẅ"]),
    ("Soﬁe Ħolm Œrsted", &["sofie", "SOFIE", "soﬁe", "ofi", "holm", "ħOLM", "ørsted", "oersted"]),
    ("Ａｌｉ Köse", &["ali", "ＡＬＩ", "kose köse"]),
    ("مُحَمَّد عـلي أحمد", &["محمد", "مُحَمَّد", "علي", "عـلي", "احمد محمد", "على"]),
    ("שָׁלוֹם כהן", &["שלום", "שָׁלוֹם", "כהן שלום"]),
    ("สมชาย ด้วยกัน", &["สมชาย", "ด้วย", "ดวย", "กัน"]),
    ("김민준", &["김", "민준"]),
    ("Aase O'Neill", &["åse o’neill", "AASE", "o'NEILL"]),
    ("Zoë Yılmaz", &["zoe", "ZOË", "yilmaz", "YILMAZ", "Yılmaz"]),
    ("Jürgen Weiß", &["jurgen", "JÜRGEN", "weiss", "WEISS", "weiß"]),
    ("Łukasz Đorđević", &["lukasz", "ŁUKASZ", "dordevic", "ĐORĐEVIĆ"]),
    ("Σωκράτης Παπαδόπουλος", &["σωκρατης", "ΣΩΚΡΆΤΗΣ", "παπαδοπουλ", "ΠΑΠΑ", "παπα ΣΩ"]),
    ("Ёлка Щербакова", &["ёлка", "ЕЛКА", "щербак", "ЩЕРБАКОВА", "щербакова Ёлка"]),
    ("محمد علي", &["محمد", "علي", "مُحَمَّد", "محـمد"]),
    ("李小龙", &["李", "小龙"]),
];

/// Every list that is searched by name.
const PATHS: [&str; 9] = [
    "/admin/partners",
    "/admin/people",
    "/enquiry-links",
    "/enquiries",
    "/mentors",
    "/referrals",
    "/courses",
    "/proposals",
    "/surveys",
];
/// What somebody types with a slip of the pen, and whom they mean: a letter changed, missing, added, two the other way round,
/// a mark left out.
const SLIPS: [(&str, &str); 9] = [
    ("yilmas", "Zoë Yılmaz"),
    ("ylmaz", "Zoë Yılmaz"),
    ("yillmaz", "Zoë Yılmaz"),
    ("yimlaz", "Zoë Yılmaz"),
    ("zoe yilnaz", "Zoë Yılmaz"),
    ("ostergard", "Åse Ærø-Østergård"),
    ("østergrad", "Åse Ærø-Østergård"),
    ("щербокова", "Ёлка Щербакова"),
    ("παπαδοπυλος", "Σωκράτης Παπαδόπουλος"),
];

/// Somebody of each kind who is called so.
async fn called(app: &TestApp, name: &str, number: i32) {
    let partner = app.partner(name).await;
    app.user(name, Role::Staff, None).await;
    let mentor = app.mentor(name).await;
    app.enquiry(name).await;
    let proposed = app.referral_by(name, &partner, None).await;
    let other = app.mentor(&format!("Anden {number}")).await;
    app.proposal(&proposed, &other).await;
    let referral = app.referral_by(name, &partner, None).await;
    let course = app.course(&referral, &mentor).await;
    let survey = surveys::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        kind: Set(SurveyKind::Exit),
        due_on: Set(today()),
        ..Default::default()
    };
    let ended = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today() - Days::new(1))),
        class_override: Set(Some(courses::CourseClass::Completed)),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    survey.insert(app.db()).await.unwrap();
}

#[tokio::test]
async fn people_are_found_by_any_part_of_their_name_in_any_case_in_eight_scripts() {
    let app = support::start().await;
    for (number, (name, _)) in (0..).zip(NAMES) {
        called(&app, name, number).await;
    }
    let administrator = app.administrator().await;
    let mut lost = Vec::new();
    for path in PATHS {
        for (name, parts) in NAMES {
            for part in parts {
                let query = serde_html_form::to_string([("q", part)]).unwrap();
                let page = administrator.get(&format!("{path}?{query}")).await;
                if !page.assert_ok().body.replace("&#39;", "'").contains(&format!(">{name}</a>")) {
                    lost.push(format!("{path} {part} {name}"));
                }
            }
            // Nobody is called so.
            let none = administrator.get(&format!("{path}?q=Xylofon")).await;
            assert_eq!(rows(none.assert_ok()), None, "{path}");
        }
    }
    assert!(lost.is_empty(), "not found: {lost:#?}");
}

#[tokio::test]
async fn a_slip_of_the_pen_is_forgiven_in_every_list() {
    let app = support::start().await;
    for (number, name) in (0..).zip(SLIPS.map(|(_, name)| name).into_iter().collect::<BTreeSet<_>>()) {
        called(&app, name, number).await;
    }
    called(&app, "Amina Yildiz", 99).await;
    let administrator = app.administrator().await;
    let mut wrong = Vec::new();
    for path in PATHS {
        for (typed, name) in SLIPS {
            let query = serde_html_form::to_string([("q", typed)]).unwrap();
            let page = administrator.get(&format!("{path}?{query}")).await;
            let rows = rows(page.assert_ok()).unwrap_or_default();
            if rows.is_empty() || !rows.iter().all(|row| row.contains(name)) {
                wrong.push(format!("{path} {typed}: {rows:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn what_somebody_has_as_it_is_typed_finds_nobody_who_is_called_nearly_so() {
    let app = support::start().await;
    for name in ["Maria Lind", "Marie Lind", "Marja Lind"] {
        app.mentor(name).await;
    }
    let staff = app.staff().await;
    for (typed, found) in [("maria", 1), ("mariq", 2), ("mario lind", 2), ("lind", 3), ("linde", 3), ("lindes", 0)] {
        let page = staff.get(&format!("/mentors?q={}", typed.replace(' ', "+"))).await;
        assert_eq!(rows(page.assert_ok()).map_or(0, |rows| rows.len()), found, "{typed}");
    }
}

/// How many their list and the search on top tell a referrer of, for each thing typed.
async fn told(referrer: &Browser) -> Vec<usize> {
    let mut told = Vec::new();
    for path in ["/referrals", "/search"] {
        for typed in ["yilmas", "yilmas+zoe", "bergh", "berg"] {
            let page = referrer.get(&format!("{path}?q={typed}")).await;
            let main = page.assert_ok().body.split("</main>").next().unwrap();
            let hits = main.matches("<bdi>").count();
            told.push(if path == "/search" { hits } else { rows(&page).map_or(0, |rows| rows.len()) });
        }
    }
    told
}

#[tokio::test]
async fn whoever_refers_cannot_tell_what_others_are_called_from_what_is_found() {
    let app = support::start().await;
    let (own, other) = (app.partner("Egen").await, app.partner("Anden").await);
    let user = app.user("Rikke", Role::Referrer, Some(&own)).await;
    app.referral_by("Zoë Yılmaz", &own, Some(&user)).await;
    let referrer = Browser::signed_in(&app, user).await;
    let alone = told(&referrer).await;
    assert_eq!(alone, [1, 1, 0, 0, 1, 1, 0, 0]);

    app.referral_by("Yilmas Berg", &other, None).await;
    app.mentor("Yilmas Bergh").await;

    assert_eq!(told(&referrer).await, alone);
}

#[tokio::test]
async fn what_a_list_leaves_out_keeps_no_slip_from_being_forgiven_in_it() {
    let app = support::start().await;
    called(&app, "Zoë Yılmaz", 1).await;
    let gone = app.mentor("Yilmas Bech").await;
    let left = mentors::ActiveModel { id: Set(gone.id), left_on: Set(Some(today())), ..Default::default() };
    left.update(app.db()).await.unwrap();
    app.young_person("Yilmas Bech").await;
    let administrator = app.administrator().await;

    for (query, found) in [
        ("/mentors?q=yilmas", "Zoë Yılmaz"),
        ("/mentors?q=yilmas&status=everybody", "Yilmas Bech"),
        ("/mentors?q=yilmas&status=left", "Yilmas Bech"),
        ("/referrals?q=yilmas", "Zoë Yılmaz"),
        ("/courses?q=yilmas", "Zoë Yılmaz"),
        ("/proposals?q=yilmas", "Zoë Yılmaz"),
        ("/surveys?q=yilmas", "Zoë Yılmaz"),
    ] {
        let page = administrator.get(query).await;
        let rows = rows(page.assert_ok()).unwrap_or_default();
        assert!(!rows.is_empty() && rows.iter().all(|row| row.contains(found)), "{query}: {rows:?}");
    }
    let file = administrator.get("/mentors?q=yilmas&file=csv").await;
    file.assert_ok().assert_shows("Zoë Yılmaz").assert_hides("Bech");
    administrator.get("/handover-lists/mentor?q=yilmas").await.assert_ok().assert_shows("Du giver én ting videre");
}

/// Of letters that have one.
fn capitals(name: &str) -> String {
    let capital = |letter: char| Some(letter.to_uppercase()).filter(|capital| capital.len() == 1)?.next();
    name.chars().map(|letter| capital(letter).unwrap_or(letter)).collect()
}

#[tokio::test]
async fn every_letter_is_found_as_it_is_typed_and_in_the_other_case() {
    let app = support::start().await;
    let scripts =
        ['A'..='\u{24f}', '\u{370}'..='\u{5ff}', '\u{620}'..='\u{64a}', '\u{e00}'..='\u{e4e}', '\u{1e00}'..='\u{1fff}'];
    let letters: Vec<char> =
        scripts.into_iter().flatten().filter(|letter| letter.is_alphabetic() && !is_combining_mark(*letter)).collect();
    let administrator = app.administrator().await;
    let mut lost = Vec::new();
    for (number, some) in letters.chunks(20).enumerate() {
        let name = some.iter().collect::<String>().nfc().collect::<String>();
        app.mentor(&format!("{name} {number}")).await;
        for typed in [name.clone(), name.to_lowercase(), capitals(&name), name.nfd().collect()] {
            let query = serde_html_form::to_string([("q", &typed)]).unwrap();
            let page = administrator.get(&format!("/mentors?{query}")).await;
            if !page.assert_ok().body.contains(&format!(">{name} {number}</a>")) {
                lost.push(typed);
            }
        }
    }
    assert!(lost.is_empty(), "not found: {lost:#?}");
}

#[tokio::test]
async fn whoever_is_called_otherwise_is_not_found() {
    let app = support::start().await;
    app.mentor("Bjørn Åse").await;
    app.mentor("Åse Lind").await;
    let administrator = app.administrator().await;

    for (typed, found) in
        [("åse", 2), ("bjørn åse", 1), ("åse bjørn lind", 0), ("ase", 2), ("ose", 0), ("^", 0), ("\u{200b}", 2)]
    {
        let query = serde_html_form::to_string([("q", typed)]).unwrap();
        let page = administrator.get(&format!("/mentors?{query}")).await;
        assert_eq!(rows(page.assert_ok()).map_or(0, |rows| rows.len()), found, "{typed}");
    }
}

#[tokio::test]
async fn names_stand_as_a_danish_reader_expects_them() {
    let app = support::start().await;
    let names = ["André", "anna", "Birk", "Zita", "Ærlig", "Öczan", "Østen", "Özge", "Åge", "Aase Holm", "Андрей"];
    for number in 0..names.len() {
        app.mentor(names[(number * 7) % names.len()]).await;
    }

    let page = app.staff().await.get("/mentors?sort=name&dir=asc").await;

    let told = rows(page.assert_ok()).unwrap().into_iter();
    let told: Vec<_> = told.map(|row| row.trim_end_matches("</a>").rsplit('>').next().unwrap()).collect();
    assert_eq!(told, names);
}
