//! The written matrix, and the routes as they stand in the source.

use std::{collections::BTreeSet, fs};

/// In the order of the words of a line.
pub const ASKING: [&str; 5] = ["visitor", "referrer", "mentor", "staff", "administrator"];

/// One line of `tests/permissions.toml`.
#[derive(Clone, Debug)]
pub struct Line {
    pub method: String,
    /// With `{thing.name}` where the route has `:id`.
    pub path: String,
    /// What a form says besides its token, as `name=value`.
    pub form: Option<String>,
    /// What each of [`ASKING`] gets.
    pub gets: Vec<String>,
}

impl Line {
    pub fn has_thing(&self) -> bool {
        self.path.contains('{')
    }

    pub fn gets(&self, who: &str) -> &str {
        let at = ASKING.iter().position(|asking| *asking == who).unwrap();
        &self.gets[at]
    }

    /// Whether this line is about that route.
    pub fn is_about(&self, route: &(String, String)) -> bool {
        let (method, path) = route;
        let (ours, theirs): (Vec<_>, Vec<_>) = (self.path.split('/').collect(), path.split('/').collect());
        let alike = |(ours, theirs): (&&str, &&str)| {
            theirs.starts_with(':') == ours.starts_with('{') && (theirs.starts_with(':') || ours == theirs)
        };
        self.method == *method && ours.len() == theirs.len() && ours.iter().zip(&theirs).all(alike)
    }
}

pub fn lines() -> Vec<Line> {
    let table: toml::Table = fs::read_to_string("tests/permissions.toml").unwrap().parse().unwrap();
    let features = table.into_iter().flat_map(|(_, lines)| lines.as_table().unwrap().clone());
    features.map(|(asked, gets)| line(&asked, gets.as_str().unwrap())).collect()
}

fn line(asked: &str, gets: &str) -> Line {
    let mut words = asked.split(' ');
    let (method, path) = (words.next().unwrap(), words.next().unwrap());
    let gets: Vec<_> = gets.split_whitespace().map(str::to_owned).collect();
    assert_eq!(gets.len(), ASKING.len(), "{asked} needs a word for each of {ASKING:?}");
    for word in &gets {
        assert!(["ok", "sign-in", "forbidden", "not-found"].contains(&word.as_str()), "{asked}: what is {word}?");
    }
    Line { method: method.to_owned(), path: path.to_owned(), form: words.next().map(str::to_owned), gets }
}

/// Method and path of every route in the tables of `src/routes`.
pub fn routes() -> BTreeSet<(String, String)> {
    let source: String =
        ["desk", "line", "machine"].map(|table| fs::read_to_string(format!("src/routes/{table}.rs")).unwrap()).concat();
    let mut routes = BTreeSet::new();
    for part in source.split(".at(").skip(1) {
        let path = part.split('"').nth(1).unwrap();
        // What stands after the last route of a function is no longer part of it.
        let handlers = part.split("\n}").next().unwrap();
        for (word, method) in [("get(", "GET"), ("post(", "POST"), ("put(", "PUT"), ("delete(", "DELETE")] {
            if handlers.contains(word) {
                routes.insert((method.to_owned(), path.to_owned()));
            }
        }
    }
    assert!(routes.len() > 40, "the routes were not found");
    routes
}
