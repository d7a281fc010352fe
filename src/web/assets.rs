//! Style, icons, fonts and scripts: embedded in the program, served under an address that changes with them.

use std::borrow::Cow;
use std::sync::LazyLock;

use poem::http::{StatusCode, header};
use poem::web::Path;
use poem::{Body, Response, Route, get, handler};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

/// One hash over every file. The files refer to each other by relative addresses, so they move together.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    let mut hash = Sha256::new();
    for name in names {
        hash.update(name.as_bytes());
        hash.update(Files::get(&name).map(|file| file.metadata.sha256_hash()).unwrap_or_default());
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
});

/// The address of an asset, such as `/assets/0123456789abcdef/theme.css`.
pub fn url(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

/// Serves every file beneath `/assets`.
pub fn endpoint() -> Route {
    Route::new().at("/:version/*name", get(asset))
}

/// Another version than ours is not found: its bytes are gone.
#[handler]
fn asset(Path((version, name)): Path<(String, String)>) -> Response {
    let found = if version == *VERSION { Files::get(&name) } else { None };
    match found {
        Some(file) => Response::builder()
            .header(header::CONTENT_TYPE, content_type(&name))
            .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
            .body(bytes(file.data)),
        None => Response::builder().status(StatusCode::NOT_FOUND).finish(),
    }
}

fn bytes(data: Cow<'static, [u8]>) -> Body {
    match data {
        Cow::Borrowed(embedded) => Body::from(embedded),
        Cow::Owned(read) => Body::from(read),
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "text/plain; charset=utf-8",
    }
}
