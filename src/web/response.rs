//! Pages and redirects out.

use askama::Template;
use poem::{IntoResponse, Response, http::StatusCode, web::Html};

use crate::error::AppError;

/// A page as it should be.
pub fn page(template: &impl Template) -> Result<Response, AppError> {
    Ok(Html(template.render()?).into_response())
}

/// The page of a form again, with what was typed and what is wrong: 422.
pub fn invalid(template: &impl Template) -> Result<Response, AppError> {
    Ok(Html(template.render()?).with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
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
