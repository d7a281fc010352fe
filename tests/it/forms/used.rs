//! No form has a field that nobody reads, or that no page shows.

use crate::unused::{code, texts, words};

/// Fields of which a page posts no input of their own, each with the reason.
const NOT_ON_A_PAGE: [(&str, &str); 1] = [("known", "what was seen is told by it, and nobody types it")];

/// The fields of every form of a source, by their names.
fn declared(source: &str) -> Vec<&str> {
    let lists = source.split("\nform! {\n").skip(1).filter_map(|rest| rest.split("\n}\n").next());
    let lines = lists.flat_map(str::lines).filter(|line| line.starts_with("        ") && line.ends_with(','));
    let fields = lines.filter_map(|line| line.trim().split_once(": ")).map(|(name, _)| name);
    fields.filter(|name| words(name).next() == Some(name)).collect()
}

/// A source without its forms.
fn without_forms(source: &str) -> String {
    let mut pieces = source.split("\nform! {\n");
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.filter_map(|rest| rest.split_once("\n}\n")).map(|(_, after)| after.to_owned());
    std::iter::once(first).chain(rest).collect::<Vec<_>>().join("\n")
}

/// Whether a field is asked for as `form.name`, or is in the list of one that is kept under its name.
fn is_read(name: &str, source: &str) -> bool {
    let asked = format!(".{name}");
    let is_asked =
        source.split(&asked).skip(1).any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'));
    let mut lists = source.split("\nanswers! {\n").skip(1).filter_map(|rest| rest.split("\n}\n").next());
    is_asked || lists.any(|list| list.lines().any(|line| line.trim() == format!("{name},")))
}

#[test]
fn every_field_of_a_form_is_read_and_is_on_a_page() {
    let sources: Vec<_> = texts("src", &["rs"]).into_iter().map(|(path, source)| (path, code(&source))).collect();
    let pages = texts("templates", &["html"]).into_iter().map(|(_, text)| text).collect::<String>();
    let room = |path: &str| path.split('/').take(2).collect::<Vec<_>>().join("/");
    let (mut wrong, mut found) = (Vec::new(), 0);
    for (path, source) in &sources {
        let of_room = sources.iter().filter(|(other, _)| room(other) == room(path));
        let of_room = of_room.map(|(_, other)| without_forms(other)).collect::<Vec<_>>().join("\n");
        for name in declared(source) {
            found += 1;
            if !is_read(name, &of_room) {
                wrong.push(format!("nobody reads {name} of {path}"));
            }
            let is_shown = pages.contains(&format!("\"{name}\""));
            if !is_shown && !NOT_ON_A_PAGE.iter().any(|(own, _)| *own == name) {
                wrong.push(format!("no page has {name} of {path}"));
            }
        }
    }
    assert!(found > 150, "the fields were not found: {found}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
