//! What a form led to.

use askama::Template;
use poem::Response;

use crate::{
    error::AppResult,
    form::{FieldErrors, FormError, ShownErrors},
    language::Tr,
    page,
    record::Reveals,
};

/// On, when it was carried out; the page again with what is wrong, when the person can mend it (422); and out with any
/// other error.
pub async fn taken<T, P: Template + Reveals>(
    tr: Tr,
    outcome: Result<T, FormError>,
    on: impl FnOnce(T) -> Response,
    again: impl AsyncFnOnce(ShownErrors) -> AppResult<P>,
) -> AppResult<Response> {
    match mendable(outcome)? {
        Ok(done) => Ok(on(done)),
        Err(errors) => page::invalid_for(&again(errors.shown(tr)).await?, &errors),
    }
}

/// The outcome with what the person can mend, for whoever answers it in a way of its own.
pub fn mendable<T>(outcome: Result<T, FormError>) -> AppResult<Result<T, FieldErrors>> {
    outcome.map_or_else(|error| Ok(Err(error.fields()?)), |done| Ok(Ok(done)))
}
