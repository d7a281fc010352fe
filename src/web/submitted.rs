//! Forms and filters as they arrive.

use poem::{FromRequest, Request, RequestBody, Result};
use serde::{Deserialize, de::DeserializeOwned};

use super::{Viewer, csrf::Expected, typed::without_nul};
use crate::error::AppError;

/// A posted form whose token was right: a handler that takes this cannot forget the check. Unknown fields are refused
/// by the form itself where it says so; repeated fields become lists.
pub struct Submitted<F>(pub F);

/// A form that is only a button.
#[derive(Deserialize)]
pub struct Button {}

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    _csrf: String,
}

impl<'a, F: DeserializeOwned + Send> FromRequest<'a> for Submitted<F> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let is_form = request.content_type().is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        if !is_form {
            return Err(AppError::NotAForm.into());
        }
        let bytes = body.take()?.into_bytes().await.map_err(|_| AppError::NotAForm)?;
        let bytes = without_nul(&bytes);
        let token: Token = serde_html_form::from_bytes(&bytes).map_err(|_| AppError::NotAForm)?;
        let expected = request.extensions().get::<Expected>();
        if !expected.is_some_and(|expected| expected.is(&token._csrf)) {
            return Err(AppError::ForeignForm.into());
        }
        let form = serde_html_form::from_bytes(&bytes).map_err(|_| AppError::NotAForm)?;
        Ok(Self(form))
    }
}

/// The filters of a list, out of the address. What cannot be read is an empty filter, never an error.
pub struct Queried<Q>(pub Q);

impl<'a, Q: DeserializeOwned + Default + Send> FromRequest<'a> for Queried<Q> {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        let query = request.uri().query().unwrap_or_default();
        Ok(Self(serde_html_form::from_bytes(&without_nul(query.as_bytes())).unwrap_or_default()))
    }
}

impl<'a> FromRequest<'a> for Viewer {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        let viewer = request.extensions().get::<Self>().cloned();
        Ok(viewer.ok_or(AppError::SignInFirst)?)
    }
}
