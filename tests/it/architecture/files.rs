//! How large files grow, and what of migrations and tests is where.

use super::*;

#[test]
fn no_file_grows_beyond_300_lines() {
    let mut tests = Vec::new();
    collect(Path::new("tests"), "rs", &mut tests);
    assert!(tests.len() > 100, "the tests were not found");
    let long: Vec<_> = sources()
        .into_iter()
        .chain(tests)
        .map(|(path, source)| (path, source.lines().count()))
        .filter(|(_, lines)| *lines > 300)
        .collect();
    assert!(long.is_empty(), "split these: {long:?}");
}

#[test]
fn the_product_holds_no_tests_so_that_it_is_compiled_once() {
    let with_tests: Vec<_> = sources().into_iter().filter(|(_, source)| source.contains("#[cfg(test)]")).collect();
    assert!(with_tests.is_empty(), "tests are in tests/: {:?}", with_tests.iter().map(|(path, _)| path));
}

#[test]
fn every_migration_is_in_the_list() {
    let list = fs::read_to_string("migration/src/lib.rs").unwrap();
    for entry in fs::read_dir("migration/src").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.trim_end_matches(".rs");
        assert!(name == "lib" || list.contains(&format!("Box::new({name}::Migration)")), "nobody runs {name}");
    }
}

#[test]
fn the_migrations_import_nothing_of_ours() {
    for entry in fs::read_dir("migration/src").unwrap() {
        let path = entry.unwrap().path();
        let source = fs::read_to_string(&path).unwrap();
        assert!(!source.contains("entity::") && !source.contains("brobyg::"), "{}", path.display());
    }
}

#[test]
fn the_top_level_holds_what_is_known_and_nothing_else() {
    let folders = [
        "assets",
        "assignment",
        "benches",
        "bin",
        "docs",
        "entity",
        "locales",
        "migration",
        "src",
        "templates",
        "tests",
    ];
    let files = ["Cargo.toml", "Cargo.lock", "clippy.toml", "deny.toml", "rust-toolchain.toml", "rustfmt.toml"];
    let papers = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];
    let licences = ["LICENSE-APACHE", "LICENSE-MIT"];
    // Kept out of the repository by `.gitignore`.
    let own = fs::read_to_string(".gitignore").unwrap();
    let own = own.lines().map(|line| line.trim_matches('/'));
    let known: Vec<&str> = folders.into_iter().chain(files).chain(papers).chain(licences).chain(own).collect();
    for entry in fs::read_dir(".").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.starts_with('.') || known.contains(&name.as_str()), "what is {name}?");
    }
}

/// A file that no other names is not compiled, and a test in it cannot fail.
#[test]
fn every_file_of_the_tests_is_named_by_another() {
    for root in ["tests/it", "tests/browser"] {
        let mut files = Vec::new();
        collect(Path::new(root), "rs", &mut files);
        let named: String = files.iter().map(|(_, source)| source.as_str()).collect::<Vec<_>>().join("\n");
        let name =
            |path: &str| path.trim_end_matches("/mod.rs").trim_end_matches(".rs").rsplit('/').next().map(str::to_owned);
        let names = files.iter().filter_map(|(path, _)| name(path)).filter(|name| name != "main");
        let lost: Vec<_> = names.filter(|name| !named.contains(&format!("mod {name};"))).collect();
        assert!(lost.is_empty(), "no file says mod of these in {root}: {lost:?}");
    }
}
