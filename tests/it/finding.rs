//! The search on top of every page, and the texts that all searching reads.

use brobyg::folded::{contains, folded};
use entity::{
    enquiries, mentors,
    search_texts::{self, SOURCES},
    unknown_words,
    users::Role,
    young_people,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::support::{self, Browser, TestApp};

const FIELD: &str = "<form class=\"site-search\" method=\"get\" action=\"/search\"";

/// What stands as links to hits on the page, by the headings above them.
async fn found(browser: &Browser, typed: &str) -> Vec<(String, Vec<String>)> {
    let query = serde_html_form::to_string([("q", typed)]).unwrap();
    let page = browser.get(&format!("/search?{query}")).await;
    let body = page.assert_ok().body.clone();
    let groups = body.split("<section aria-labelledby=\"").skip(1).map(|group| {
        let (heading, rest) = group.split_once('"').unwrap();
        let names = rest.split("<bdi>").skip(1).map(|rest| rest.split("</bdi>").next().unwrap().to_owned());
        (heading.to_owned(), names.collect())
    });
    groups.collect()
}

fn groups(found: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    found
        .iter()
        .map(|(heading, names)| ((*heading).to_owned(), names.iter().map(|name| (*name).to_owned()).collect()))
        .collect()
}

#[tokio::test]
async fn staff_find_people_partners_and_courses_wherever_they_stand() {
    let app = support::start().await;
    let partner = app.partner("Bydelsprojekt Sønderparken").await;
    let (mentor, left) = (app.mentor("Kaya Demir").await, app.mentor("Kaya Bech").await);
    app.staff().await;
    let referral = app.referral_by("Kaya Yılmaz", &partner, None).await;
    let course = app.course(&referral, &mentor).await;
    app.enquiry("Kaya").await;
    leave(&app, left.id).await;
    let administrator = app.administrator().await;

    let of_kaya = groups(&[
        ("finding-young-people", &["Kaya Yılmaz"]),
        ("finding-enquiries", &["Kaya"]),
        ("finding-courses", &["Kaya Yılmaz med Kaya Demir"]),
        ("finding-mentors", &["Kaya Bech", "Kaya Demir"]),
    ]);
    assert_eq!(found(&administrator, "KAYA").await, of_kaya);
    let in_course =
        groups(&[("finding-young-people", &["Kaya Yılmaz"]), ("finding-courses", &["Kaya Yılmaz med Kaya Demir"])]);
    assert_eq!(found(&administrator, "yilmas kaya").await, in_course, "with a slip");
    for number in ["50000100", "+45 50 00 01 00", "0045 50000100"] {
        assert_eq!(found(&administrator, number).await[0].1, ["Kaya Yılmaz"], "{number}");
    }
    assert_eq!(found(&administrator, "ung@ung.example").await, groups(&[("finding-young-people", &["Kaya Yılmaz"])]));
    let reference = groups(&[("finding-courses", &["Kaya Yılmaz med Kaya Demir"])]);
    assert_eq!(found(&administrator, &course.reference).await, reference);
    let partners = groups(&[("finding-partners", &["Bydelsprojekt Sønderparken"])]);
    assert_eq!(found(&administrator, "soenderparken").await, partners);
    assert_eq!(found(&administrator, "Xylofon").await, []);
    assert_eq!(found(&administrator, "  ").await, []);
}

async fn leave(app: &TestApp, mentor: Uuid) {
    let left = mentors::ActiveModel { id: Set(mentor), left_on: Set(Some(support::today())), ..Default::default() };
    left.update(app.db()).await.unwrap();
}

#[tokio::test]
async fn whoever_refers_finds_their_own_young_people_and_nobody_else() {
    let app = support::start().await;
    let (own, other) = (app.partner("Egen").await, app.partner("Anden").await);
    let user = app.user("Rikke", Role::Referrer, Some(&own)).await;
    app.referral_by("Amina Berg", &own, Some(&user)).await;
    app.referral_by("Amina Dahl", &other, None).await;
    app.mentor("Amina Elm").await;
    app.enquiry("Amina").await;
    let referrer = Browser::signed_in(&app, user).await;

    assert_eq!(found(&referrer, "amina").await, groups(&[("finding-young-people", &["Amina Berg"])]));
    assert_eq!(found(&referrer, "dahl").await, []);
    assert_eq!(found(&referrer, "50000200").await, [], "the number of an enquiry");
}

/// Of each kind that is found: the addresses of what is shown, and the list of all that the page leads to.
async fn shown(browser: &Browser, typed: &str) -> Vec<(Vec<String>, Option<String>)> {
    let page = browser.get(&format!("/search?q={typed}")).await;
    let address = |part: &str| part.split('"').next().unwrap().replace("&#38;", "&");
    let groups = page.assert_ok().body.split("<section aria-labelledby=\"").skip(1).map(|group| {
        let (hits, rest) = group.split_once("</ul>").unwrap();
        let hits = hits.split("<li><a href=\"").skip(1).map(address).collect();
        (hits, rest.split("</section>").next().unwrap().split("<a href=\"").nth(1).map(address))
    });
    groups.collect()
}

/// More of each kind than are shown, whom a word finds by what each is found by; some of the mentors have left.
async fn many(app: &TestApp) {
    for number in 0..12 {
        let name = format!("Kayahan {number}");
        let (partner, mentor) = (app.partner(&name).await, app.mentor(&name).await);
        app.enquiry("Kayahan").await;
        let referral = app.referral_by(&format!("Ung {number}"), &partner, None).await;
        let person = young_people::ActiveModel {
            id: Set(referral.young_person_id),
            guardian_name: Set(Some("Kayahan Vogt".into())),
            ..Default::default()
        };
        person.update(app.db()).await.unwrap();
        app.course(&referral, &mentor).await;
        if number % 2 == 0 {
            leave(app, mentor.id).await;
        }
    }
}

#[tokio::test]
async fn the_list_of_all_holds_at_least_what_was_shown() {
    let app = support::start().await;
    many(&app).await;
    let administrator = app.administrator().await;
    // By a guardian and the other side of a course, with a slip of the pen, by phone.
    for (typed, kinds) in [("kayahan", 5), ("kayaham", 4), ("50000100", 1)] {
        let shown = shown(&administrator, typed).await;
        assert_eq!(shown.len(), kinds, "{typed}");
        for (hits, all) in shown {
            let all = administrator.get(&all.unwrap()).await;
            assert_eq!(hits.len(), 10, "{typed}: {hits:?}");
            for hit in hits {
                assert!(all.assert_ok().body.contains(&format!("href=\"{hit}\"")), "{typed}: {hit}");
            }
        }
    }
}

#[tokio::test]
async fn whoever_has_no_list_of_partners_is_shown_them_all() {
    let app = support::start().await;
    many(&app).await;
    let (staff, administrator) = (app.staff().await, app.administrator().await);

    let partners = shown(&staff, "kayahan").await.pop().unwrap();

    assert_eq!((partners.0.len(), partners.1), (12, None));
    assert_eq!(shown(&administrator, "kayahan").await.pop().unwrap().0.len(), 10);
}

#[tokio::test]
async fn the_field_stands_on_every_page_of_whoever_may_search() {
    let app = support::start().await;
    let staff = app.staff().await;
    for path in ["/today", "/mentors", "/account", "/search?q=amina"] {
        assert!(staff.get(path).await.assert_ok().body.contains(FIELD), "{path}");
    }
    staff.get("/search?q=amina").await.assert_shows("Intet fundet");
    assert!(!app.visitor().get("/").await.assert_ok().body.contains(FIELD));
}

#[derive(FromQueryResult)]
struct Kept {
    name: String,
    text: String,
    is_stale: bool,
}

async fn kept(db: &impl ConnectionTrait, id: Uuid) -> Option<Kept> {
    let found = search_texts::Entity::find().filter(Expr::col("id").eq(id)).order_by_asc(search_texts::Column::Kind);
    found.into_model::<Kept>().one(db).await.unwrap()
}

/// One thing of each kind, by its table.
async fn things(app: &TestApp) -> Vec<(&'static str, Uuid)> {
    let (partner, mentor) = (app.partner("Plan").await, app.mentor("Mentor").await);
    let user = app.user("Bruger", Role::Staff, None).await;
    let referral = app.referral_by("Ung", &partner, None).await;
    let course = app.course(&referral, &mentor).await;
    let enquiry = app.enquiry("Spørger").await;
    let word = unknown_words::ActiveModel {
        id: Set(Uuid::now_v7()),
        word: Set("ord".into()),
        first_seen_on: Set(support::today()),
        ..Default::default()
    };
    let word = word.insert(app.db()).await.unwrap();
    vec![
        ("courses", course.id),
        ("enquiries", enquiry.id),
        ("mentors", mentor.id),
        ("partners", partner.id),
        ("referrals", referral.id),
        ("unknown_words", word.id),
        ("users", user.id),
        ("young_people", referral.young_person_id),
    ]
}

/// Whoever writes, and however: the database itself sees to it.
#[tokio::test]
async fn what_is_searched_follows_every_column_it_is_of_at_once() {
    let app = support::start().await;
    let things = things(&app).await;
    for source in &SOURCES {
        let (_, id) = *things.iter().find(|(table, _)| *table == source.table).unwrap();
        for (number, column) in source.names.iter().chain(source.others).enumerate() {
            for value in [format!("ny{number}"), format!("æn{number}")] {
                let mut change = Query::update();
                change.table(source.table).value(*column, value.clone()).and_where(Expr::col("id").eq(id));
                app.db().execute(&change).await.unwrap();
                let kept = kept(app.db(), id).await.unwrap();
                let whole = folded([value.as_str()]);
                assert!(!kept.is_stale && kept.text.contains(&whole), "{}.{column}: {}", source.table, kept.text);
                assert_eq!(kept.name.contains(&whole), source.names.contains(column), "{}.{column}", source.table);
            }
            assert!(!kept(app.db(), id).await.unwrap().text.contains(&format!("ny{number}")), "{column} stays");
        }
    }
    let all = search_texts::Entity::find().filter(Expr::col("is_stale")).into_model::<Kept>().all(app.db()).await;
    assert_eq!(all.unwrap().len(), 0);
}

#[tokio::test]
async fn what_is_removed_is_searched_no_more() {
    let app = support::start().await;
    let enquiry = app.enquiry("Gudrun").await;
    assert_eq!(kept(app.db(), enquiry.id).await.unwrap().name, "gudrun");
    enquiries::Entity::delete_by_id(enquiry.id).exec(app.db()).await.unwrap();
    assert!(kept(app.db(), enquiry.id).await.is_none());
}

/// Letter by letter: a slip is forgiven in a list, and would hide one that is lost.
#[test]
fn every_letter_is_the_same_text_in_either_case_and_taken_apart() {
    let scripts =
        ['A'..='\u{24f}', '\u{370}'..='\u{5ff}', '\u{620}'..='\u{64a}', '\u{e00}'..='\u{e4e}', '\u{1e00}'..='\u{1fff}'];
    for letter in scripts.into_iter().flatten().filter(|letter| letter.is_alphabetic() && !is_combining_mark(*letter)) {
        let text = format!("x{letter}x");
        let small = text.to_lowercase();
        let other_case: String =
            Some(letter.to_uppercase()).filter(|all| all.len() == 1).into_iter().flatten().collect();
        let other_case = if other_case.is_empty() { text.clone() } else { format!("x{other_case}x") };
        for typed in [small, other_case, text.nfd().collect()] {
            assert!(contains(&text, &typed), "{typed:?} is not found in {text:?}");
        }
    }
}

#[test]
fn a_text_is_found_as_it_is_written_with_two_letters_and_without_marks() {
    for (text, typed) in [
        ("Bjørn Ågård", "bjoern aagaard"),
        ("Bjørn Ågård", "bjorn agard"),
        ("+45 20 12 34 56", "20123456"),
        ("Köln", "koln"),
        ("İdil İbrahim", "idil ibrahim"),
        ("idil", "İDİL"),
        ("Weiß", "WEISS"),
        ("100%", "100%"),
    ] {
        assert!(contains(text, typed), "{typed} is not found in {text}: {}", folded([text]));
    }
    assert!(!contains("Bjørn", "bjørk"));
    assert!(!contains("Birk", "%"));
}

/// A case that was made here is called by nobody by the id that it was given.
#[tokio::test]
async fn what_is_found_shows_a_reference_that_people_use_and_no_id() {
    let app = support::start().await;
    let referral = app.referral("Zoe Kaplan").await;
    let staff = app.staff().await;
    let shown = staff.get("/search?q=Zoe").await;
    shown.assert_shows("Zoe").assert_hides(&referral.id.simple().to_string());

    let known =
        entity::referrals::ActiveModel { id: Set(referral.id), reference: Set("H-2041".into()), ..Default::default() };
    known.update(app.db()).await.unwrap();
    staff.get("/search?q=Zoe").await.assert_shows("H-2041");
}
