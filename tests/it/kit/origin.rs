//! Which pages a form may come from.

use brobyg::web::{Provenance, provenance};
use poem::http::HeaderMap;

fn of(heads: &[(&'static str, &str)]) -> Provenance {
    let mut headers = HeaderMap::new();
    for (name, value) in heads {
        headers.append(*name, value.parse().unwrap());
    }
    provenance(&headers, "https://brobyg.example")
}

#[test]
fn our_own_pages_are_known_by_any_of_the_three() {
    for own in [
        vec![("sec-fetch-site", "same-origin")],
        vec![("origin", "https://brobyg.example")],
        vec![("origin", "https://BROBYG.example:443")],
        vec![("referer", "https://brobyg.example/courses?x=1")],
        vec![("origin", "null"), ("sec-fetch-site", "same-origin")],
        vec![("origin", "null"), ("referer", "https://brobyg.example/")],
        vec![("origin", "https://other-name.example"), ("host", "other-name.example")],
    ] {
        assert_eq!(of(&own), Provenance::Own, "{own:?}");
    }
    for unsaid in [vec![], vec![("sec-fetch-site", "none")], vec![("host", "brobyg.example")]] {
        assert_eq!(of(&unsaid), Provenance::Unsaid, "{unsaid:?}");
    }
}

#[test]
fn what_one_of_them_calls_foreign_is_foreign() {
    for foreign in [
        vec![("origin", "https://evil.example")],
        vec![("origin", "http://brobyg.example")],
        vec![("origin", "https://brobyg.example.evil.example")],
        vec![("origin", "https://brobyg.example@evil.example")],
        vec![("origin", "https://brobyg.example:8443")],
        vec![("origin", "http://brobyg.example"), ("host", "brobyg.example")],
        vec![("origin", "null")],
        vec![("origin", "")],
        vec![("origin", "null"), ("sec-fetch-site", "none")],
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site")],
        vec![("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")],
        vec![("origin", "https://brobyg.example"), ("origin", "https://evil.example")],
        vec![("referer", "https://evil.example/?https://brobyg.example/")],
        vec![("origin", "https://brobyg.example"), ("referer", "https://evil.example/")],
    ] {
        assert_eq!(of(&foreign), Provenance::Foreign, "{foreign:?}");
    }
}
