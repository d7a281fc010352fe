//! The inputs of a page, read from its HTML, and the fields of the forms, read from the source.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use super::Scene;
use crate::permissions::matrix::{ASKING, lines};

/// Kinds of input in which nobody writes.
const UNWRITTEN: [&str; 6] = ["hidden", "radio", "checkbox", "submit", "password", "button"];

/// Where each form of every page is sent, and in which of its fields somebody can write.
pub async fn written(scene: &Scene) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in lines().iter().filter(|line| line.method == "GET") {
        for who in ASKING.into_iter().filter(|who| line.gets(who) == "ok") {
            let path = scene.path(&line.path);
            let page = scene.browser(who).await.get(&path).await;
            for form in page.body.split("<form ").skip(1) {
                let form = form.split("</form>").next().unwrap();
                let head = form.split('>').next().unwrap();
                if attribute(head, "method").is_some_and(|method| method.eq_ignore_ascii_case("post")) {
                    let action = attribute(head, "action").unwrap_or_else(|| path.clone());
                    let mut targets = vec![action];
                    targets.extend(
                        form.split("formaction=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()),
                    );
                    for target in targets {
                        found.entry(target).or_default().extend(names(form));
                    }
                }
            }
        }
    }
    found
}

fn names(form: &str) -> impl Iterator<Item = String> + '_ {
    let inputs = form.split("<input ").skip(1).filter(|input| {
        let kind = attribute(input, "type").unwrap_or_else(|| "text".into());
        !UNWRITTEN.contains(&kind.as_str())
    });
    let areas = form.split("<textarea ").skip(1);
    inputs.chain(areas).filter_map(|tag| attribute(tag, "name"))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let head = tag.split('>').next().unwrap();
    let rest = head.split(&format!("{name}=\"")).nth(1)?;
    Some(rest.split('"').next().unwrap().replace("&#38;", "&"))
}

/// The names of all fields of every struct that a handler takes as a form; but for those of the form itself, which begin with `_`:
/// nobody types them, and nothing keeps them.
pub fn declared() -> BTreeSet<String> {
    let all = sources();
    let taken: BTreeSet<&str> = all
        .split("Submitted<")
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap().rsplit("::").next().unwrap())
        .filter(|form| form.ends_with("Form"))
        .collect();
    assert!(taken.len() > 25, "the forms were not found");
    let names = taken.into_iter().flat_map(|form| structs(&all, form)).flat_map(|(name, _)| posted(&name));
    names.filter(|name| !name.starts_with('_')).collect()
}

/// The fields of a form, each with its type; but for the stamp of the page, in which nobody writes.
pub fn fields_of(form: &str) -> Vec<(String, String)> {
    structs(&sources(), form)
}

fn sources() -> String {
    let mut sources = Vec::new();
    collect(Path::new("src"), &mut sources);
    sources.concat()
}

fn structs(all: &str, form: &str) -> Vec<(String, String)> {
    let structs: Vec<_> = all.split(&format!("pub struct {form} {{")).skip(1).collect();
    assert!(!structs.is_empty(), "no struct {form}");
    let lines = structs.into_iter().flat_map(|fields| fields.lines().take_while(|line| line.trim() != "}"));
    lines.filter_map(field).collect()
}

fn field(line: &str) -> Option<(String, String)> {
    let line = line.trim().trim_end_matches(',');
    let (name, kind) = line.strip_prefix("pub ").unwrap_or(line).split_once(": ")?;
    let name = if kind == "Day" { format!("{name}{PARTS}") } else { name.to_owned() };
    (!name.contains(['/', '#']) && kind != "Seen").then(|| (name, kind.to_owned()))
}

/// Stands behind the name of a day until it is told apart.
const PARTS: &str = "_*";

/// What is posted for a field: a day comes in three parts.
pub fn posted(name: &str) -> Vec<String> {
    match name.strip_suffix(PARTS) {
        Some(name) => ["day", "month", "year"].map(|part| format!("{name}_{part}")).to_vec(),
        None => vec![name.to_owned()],
    }
}

fn collect(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(fs::read_to_string(&path).unwrap());
        }
    }
}
