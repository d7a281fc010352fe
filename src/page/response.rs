//! Pages and redirects out.

use std::fs::File;

use askama::Template;
use entity::security_events::SecurityKind;
use poem::{
    Body, IntoResponse, Response,
    http::{StatusCode, header},
    web::Html,
};

use crate::{
    error::AppError,
    form::FieldErrors,
    language::other::marked_up,
    record::{Reveals, SecurityEvent},
    spreadsheet::Format,
};

/// A page as it should be.
pub fn show<P: Template + Reveals>(page: &P) -> Result<Response, AppError> {
    answer(page, StatusCode::OK)
}

/// The page of a form again, with what was typed and what is wrong: 422.
pub fn invalid<P: Template + Reveals>(page: &P) -> Result<Response, AppError> {
    answer(page, StatusCode::UNPROCESSABLE_ENTITY)
}

fn answer<P: Template + Reveals>(page: &P, status: StatusCode) -> Result<Response, AppError> {
    let mut response = Html(marked_up(page.render()?)).with_status(status).into_response();
    response.extensions_mut().insert(page.reveals());
    Ok(response)
}

/// A file to take away, read from the disk while it leaves.
pub async fn file(name: &str, format: Format, file: File) -> Result<Response, AppError> {
    let file = tokio::fs::File::from_std(file);
    let length = file.metadata().await.map_err(anyhow::Error::from)?.len();
    let response = Body::from_async_read(file)
        .with_content_type(format.media_type())
        .with_header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))
        .with_header(header::CONTENT_LENGTH, length);
    Ok(noting(response.into_response(), SecurityEvent::new(SecurityKind::Exported)))
}

/// On to another page after a form was taken: 303.
pub fn see_other(path: impl AsRef<str>) -> Response {
    StatusCode::SEE_OTHER.with_header("location", path.as_ref()).into_response()
}

/// The key of a sentence that the next page shows once.
#[derive(Clone)]
pub struct Notice(pub &'static str);

/// On an answer to a form that its feature keeps by itself: it is not kept a second time.
#[derive(Clone, Copy)]
pub struct KeptByItself;

/// On to another page, which says once what was done.
pub fn see_other_with(path: impl AsRef<str>, notice: &'static str) -> Response {
    let mut response = see_other(path);
    response.extensions_mut().insert(Notice(notice));
    response
}

/// The page of a form again, see [`invalid`]; that something was tried too often goes into the security log.
pub fn invalid_for<P: Template + Reveals>(page: &P, errors: &FieldErrors) -> Result<Response, AppError> {
    let page = invalid(page)?;
    Ok(if errors.is_too_many() { noting(page, SecurityEvent::new(SecurityKind::TooMany)) } else { page })
}

/// What the frame writes into the security log, with who was signed in and from which network.
#[derive(Clone)]
pub struct Noted(pub SecurityEvent);

/// The same answer, and what it did goes into the security log.
pub fn noting(mut response: Response, event: SecurityEvent) -> Response {
    response.extensions_mut().insert(Noted(event));
    response
}
