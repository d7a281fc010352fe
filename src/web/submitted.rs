//! Forms and filters as they arrive.

use poem::{FromRequest, Request, RequestBody, Result, error::ReadBodyError};
use serde::{Deserialize, de::DeserializeOwned};

use crate::error::AppError;
use crate::{
    form::typed::without_nul,
    token::Expected,
    viewer::Viewer,
    web::bounds::{FORM_BYTES, FORM_FIELDS},
};

const MOST_BYTES: usize = FORM_BYTES as usize;

/// A posted form whose token was right: a handler that takes this cannot forget the check. Unknown fields are refused
/// by the form itself where it says so; repeated fields become lists.
pub struct Submitted<F>(pub F);

/// A form that is only a button.
#[derive(Deserialize)]
pub struct Button {}

impl<'a, F: DeserializeOwned + Send> FromRequest<'a> for Submitted<F> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let is_form = request.content_type().is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        if !is_form {
            return Err(AppError::NotAForm.into());
        }
        let bytes = read(body).await?;
        let bytes = without_nul(&bytes);
        let expected = request.extensions().get::<Expected>();
        if !expected.is_some_and(|expected| expected.is(token(&bytes))) {
            return Err(AppError::ForeignForm.into());
        }
        let form = serde_html_form::from_bytes(&bytes).map_err(|_| AppError::NotAForm)?;
        Ok(Self(form))
    }
}

/// The bytes of a form, counted while they come, whatever was said of their length.
async fn read(body: &mut RequestBody) -> Result<Vec<u8>, AppError> {
    let body = body.take().map_err(|_| AppError::NotAForm)?;
    let bytes = body.into_bytes_limit(MOST_BYTES).await.map_err(|error| match error {
        ReadBodyError::PayloadTooLarge => AppError::TooLarge,
        _ => AppError::NotAForm,
    })?;
    if bytes.iter().filter(|byte| **byte == b'&').count() >= FORM_FIELDS {
        return Err(AppError::TooLarge);
    }
    Ok(bytes.into())
}

/// The form token among the fields, found without reading the others. It holds nothing that a form would escape.
fn token(form: &[u8]) -> &str {
    let token = form.split(|byte| *byte == b'&').find_map(|field| field.strip_prefix(b"_csrf="));
    token.and_then(|token| str::from_utf8(token).ok()).unwrap_or_default()
}

/// The filters of a list, out of the address. What cannot be read is an empty filter, never an error.
pub struct Queried<Q>(pub Q);

impl<'a, Q: DeserializeOwned + Default + Send> FromRequest<'a> for Queried<Q> {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        let query = request.uri().query().unwrap_or_default();
        Ok(Self(serde_html_form::from_bytes(&without_nul(query.as_bytes())).unwrap_or_default()))
    }
}

/// Marks a request of somebody whose session could not be looked up. It is not over for that.
#[derive(Clone, Copy)]
pub struct Unrecognised;

impl<'a> FromRequest<'a> for Viewer {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        match request.extensions().get::<Self>() {
            Some(viewer) => Ok(viewer.clone()),
            None if request.extensions().get::<Unrecognised>().is_some() => {
                Err(AppError::Unavailable(anyhow::anyhow!("who this is cannot be looked up")).into())
            }
            None => Err(AppError::SignInFirst.into()),
        }
    }
}
