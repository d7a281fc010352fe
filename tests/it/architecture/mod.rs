//! The house: who may use whom, and how large anything may grow.

mod files;
mod letters_by_clock;
mod time;

use std::{fs, path::Path};

use crate::unused::{code, words};

/// Sit on everything: they are tables that join the features.
const TABLES: [&str; 5] = ["main", "lib", "routes", "jobs", "command"];

/// The rooms of a line of ARCHITECTURE.md, in its order: each may use those that come after it.
fn rooms_of_line(beginning: &str) -> Vec<String> {
    let text = fs::read_to_string("ARCHITECTURE.md").unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(beginning)).expect("the line of the order is there");
    line.split('→').map(|room| room.trim().to_owned()).collect()
}

/// The features, from the left to the right.
fn features() -> Vec<String> {
    let all = rooms_of_line("main → command, routes, jobs → ");
    let kit = all.iter().position(|room| room == "kit").expect("the kit stands beneath the features");
    all[..kit].to_vec()
}

/// The rooms that sit on no feature.
fn kit() -> Vec<String> {
    rooms_of_line("kit: ")
}

/// Where the web framework may be named, besides the kit's `web` and these files of a feature.
const WEB_FILES: [&str; 3] = ["handlers", "pages", "signed_in"];

fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(Path::new("src"), "rs", &mut found);
    assert!(found.len() > 30, "the sources were not found");
    found
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, ending, found);
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The room of a file: `src/mentor/seats.rs` is in `mentor`, `src/clock.rs` is `clock`.
fn room(path: &str) -> &str {
    path.trim_start_matches("src/").split(['/', '.']).next().unwrap()
}

/// The rooms that a source names after `crate::`, alone or in a braced list.
fn used_rooms(source: &str) -> Vec<String> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut rooms = Vec::new();
    for part in code.split("crate::").skip(1) {
        match part.strip_prefix('{') {
            Some(list) => rooms.extend(names_of_list(list)),
            None => rooms.push(first_name(part)),
        }
    }
    rooms
}

fn names_of_list(list: &str) -> Vec<String> {
    let (mut depth, mut names, mut start) = (0, Vec::new(), 0);
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(first_name(&list[start..at]));
                return names;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(first_name(&list[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    names
}

fn first_name(text: &str) -> String {
    text.trim().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

#[test]
fn a_room_uses_only_the_rooms_to_its_right() {
    let house = [features(), kit()].concat();
    let place = |name: &str| house.iter().position(|room| room == name);
    let mut wrong = Vec::new();
    for (path, source) in sources() {
        let own = room(&path).to_owned();
        let is_known = |used: &str| own == "config" && used == "message";
        for used in used_rooms(&source).into_iter().filter(|used| *used != own && !is_known(used)) {
            if let (Some(user), Some(used)) = (place(&own), place(&used))
                && used < user
            {
                wrong.push(format!("{path} uses {}", house[used]));
            }
        }
    }
    assert!(wrong.is_empty(), "against the order of the house:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_is_on_the_plan() {
    let house = [features(), kit()].concat();
    let is_known = |room: &str| house.iter().any(|known| known == room) || TABLES.contains(&room);
    let strangers: Vec<_> =
        sources().into_iter().map(|(path, _)| room(&path).to_owned()).filter(|name| !is_known(name)).collect();
    assert!(strangers.is_empty(), "not in the plan of the house: {strangers:?}");
    let gone: Vec<_> = house.iter().filter(|room| !exists(room)).collect();
    assert!(gone.is_empty(), "the plan names what is not there: {gone:?}");
}

fn exists(room: &str) -> bool {
    Path::new(&format!("src/{room}")).is_dir() || Path::new(&format!("src/{room}.rs")).is_file()
}

/// Handlers and pages speak HTTP; a rule does not.
#[test]
fn no_use_case_imports_the_web() {
    let wrong: Vec<_> = sources()
        .into_iter()
        .filter(|(path, _)| features().iter().any(|feature| feature == room(path)) && !is_of_the_web(path))
        .filter(|(_, source)| used_rooms(source).iter().any(|used| used == "web"))
        .map(|(path, _)| path)
        .collect();
    assert!(wrong.is_empty(), "rules that import web: {wrong:?}");
}

/// Whether a file of a feature may speak HTTP: by its name or its folder.
fn is_of_the_web(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap().trim_end_matches(".rs");
    WEB_FILES.contains(&file) || ["/handlers/", "/pages/", "/signed_in/"].iter().any(|folder| path.contains(folder))
}

/// A use case begins its transaction itself; and what a form led to is told by `act::taken`.
#[test]
fn handlers_begin_no_transaction_and_read_no_outcome() {
    let is_handler = |path: &str| path.ends_with("handlers.rs") || path.contains("/handlers/");
    let handlers: Vec<_> = sources().into_iter().filter(|(path, _)| is_handler(path)).collect();
    assert!(handlers.len() > 40, "the handlers were not found");
    let wrong = |way: &str| {
        let found = handlers.iter().filter(|(_, source)| source.contains(way)).map(|(path, _)| path.clone());
        found.collect::<Vec<_>>()
    };
    assert_eq!(wrong(".begin("), [""; 0]);
    assert_eq!(wrong(".fields()?"), [""; 0]);
}

/// The folder of the feature whose letters a file declares.
fn feature_of(path: &str) -> &str {
    path.trim_end_matches("/mod.rs").trim_end_matches(".rs").trim_end_matches("/letters")
}

#[test]
fn the_letters_of_every_feature_are_delivered() {
    let delivered = fs::read_to_string("src/today/letters.rs").unwrap();
    let writing: Vec<_> = sources().into_iter().filter(|(_, source)| source.contains("\nletters! {")).collect();
    assert!(writing.len() > 5, "the letters were not found");
    for (path, _) in writing {
        let feature = feature_of(&path).rsplit('/').next().unwrap();
        assert!(delivered.contains(&format!("{feature}::letters::LETTERS")), "nobody delivers those of {path}");
    }
}

/// A letter is queued where its feature acts: its name stands there a second time.
#[test]
fn every_kind_of_letter_is_queued_by_somebody() {
    let sources = sources();
    let mut found = 0;
    for (path, source) in &sources {
        let Some((_, list)) = source.split_once("\nletters! {") else { continue };
        let list = list.split("\n}").next().unwrap();
        for kind in list.lines().filter_map(|line| line.split_once(" = \"")).map(|(kind, _)| kind.trim()) {
            let of_feature = sources.iter().filter(|(other, _)| room(other) == room(path));
            let is_word = |other: &str| words(&code(other)).filter(|word| *word == kind).count();
            let named: usize = of_feature.map(|(_, other)| is_word(other)).sum();
            assert!(named > 1, "nobody queues {kind} of {path}");
            found += 1;
        }
    }
    assert!(found > 20, "the kinds were not found");
}

#[test]
fn each_library_is_named_only_in_its_room() {
    let mut wrong = Vec::new();
    for (path, source) in sources() {
        let (own, file) = (room(&path), path.rsplit('/').next().unwrap().trim_end_matches(".rs"));
        let in_web = ["act", "web", "page", "routes", "error", "command"].contains(&own) || WEB_FILES.contains(&file);
        let is_handlers = ["/handlers/", "/pages/", "/signed_in/"].iter().any(|folder| path.contains(folder));
        for (library, may) in
            [("poem", in_web || is_handlers), ("lettre", own == "message"), ("tantivy", own == "search")]
        {
            let named = source.contains(&format!("use {library}::")) || source.contains(&format!(" {library}::"));
            if named && !may {
                wrong.push(format!("{path} names {library}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What makes HTML besides `src/page/response.rs`, each with the reason why nobody's data can be on it unseen.
const OTHER_HTML: [(&str, &str); 4] = [
    ("src/account/signed_in/mod.rs", "the page of an error tells of nobody"),
    ("src/account/kept/handlers/back.rs", "what somebody typed goes back to them, on a page that was made and logged"),
    ("src/account/kept/handlers/outside.rs", "the page of an error outside the frame"),
    ("src/message/letter.rs", "mails"),
];

#[test]
fn pages_are_made_in_one_place_where_they_say_whom_they_tell_of() {
    let makes = |source: &str| {
        ["Html(", ".render(", "::render(", "from_static(\"text/html"].iter().any(|way| source.contains(way))
    };
    let sources = sources();
    let making: Vec<_> = sources.iter().filter(|(_, source)| makes(source)).map(|(path, _)| path.as_str()).collect();
    assert!(making.contains(&"src/page/response.rs"), "the place was not found");
    let is_other = |path: &&str| OTHER_HTML.iter().any(|(other, _)| other == path);
    let wrong: Vec<_> = making.iter().filter(|path| **path != "src/page/response.rs" && !is_other(path)).collect();
    assert!(wrong.is_empty(), "use page::show or page::invalid: {wrong:?}");
    for (other, reason) in OTHER_HTML {
        assert!(making.contains(&other), "{other} ({reason}) makes no page any more: take it off the list");
    }
}

#[test]
fn cookies_are_made_in_one_place_which_the_page_on_privacy_tells_of() {
    let making: Vec<_> =
        sources().into_iter().filter(|(_, source)| source.contains("Cookie::new")).map(|(path, _)| path).collect();
    assert_eq!(making, ["src/account/signed_in/cookies.rs"]);
}

/// What has one way to be said, and the rooms that say it: how tables hang together stands beside their columns, how a
/// stored word is read in `word`, and what may be typed in `form`. Files say the rule against CPR numbers in words of
/// their own, and a form that waits for somebody to sign in is kept without reading it.
const SAID_ONCE: [(&str, &[&str]); 5] = [
    ("belongs_to(", &[]),
    ("try_from_value(", &["industry", "word"]),
    ("holds_cpr_number(", &["account", "exchange", "form", "web"]),
    ("_month: String", &["form"]),
    ("typed::length(", &["exchange", "form", "mentor"]),
];

#[test]
fn what_has_its_place_is_said_there_alone() {
    for (way, rooms) in SAID_ONCE {
        let saying = sources().into_iter().filter(|(_, source)| source.contains(way));
        let wrong: Vec<_> = saying.map(|(path, _)| path).filter(|path| !rooms.contains(&room(path))).collect();
        assert!(wrong.is_empty(), "{way} has its place: {wrong:?}");
    }
}

/// A form is posted into the fields that `form!` lists, but for passwords, which are compared and never kept, and the
/// filters of lists. A row that a form fills takes its columns from `row!`.
#[test]
fn forms_are_lists_of_fields() {
    const SECRET: [&str; 4] = ["SignInForm", "NewPasswordForm", "ChangePasswordForm", "LanguageForm"];
    let forms = sources().into_iter().flat_map(|(path, source)| {
        let derived = source.split("#[serde(default)]\npub struct ").skip(1).map(first_name).collect::<Vec<_>>();
        derived.into_iter().filter(|name| name.ends_with("Form")).map(move |name| (path.clone(), name))
    });
    let wrong: Vec<_> = forms.filter(|(_, name)| !SECRET.contains(&name.as_str())).collect();
    assert!(wrong.is_empty(), "write these with form!: {wrong:?}");
}

#[test]
fn no_link_is_a_query_alone() {
    let mut templates = Vec::new();
    collect(Path::new("templates"), "html", &mut templates);
    assert!(templates.len() > 100, "the templates were not found");
    let wrong: Vec<_> = templates.iter().filter(|(_, text)| text.contains("href=\"?")).map(|(path, _)| path).collect();
    assert!(wrong.is_empty(), "begin with ctx.here(), for pages that come back from where a form went: {wrong:?}");
}

#[test]
fn lists_are_searched_and_paged_in_their_room_alone() {
    for (path, source) in sources() {
        let own = ["src/list/", "src/database/"].iter().any(|room| path.starts_with(room));
        for said in [".offset(", "search_texts::Column", "Paging::new"].into_iter().filter(|_| !own) {
            assert!(!source.contains(said), "{path} says {said}: a list is asked of src/list/");
        }
    }
}
