//! Who stands before a page, and what it needs of the platform.

use poem::{FromRequest, Request, RequestBody, Result, web::Data};

use crate::{app::App, error::AppError, page::Ctx, viewer::Viewer};

/// Taken by a handler whose page is for somebody who signed in; `V` names the role.
pub struct Visit<'a, V> {
    pub app: &'a App,
    pub viewer: V,
    pub ctx: Ctx,
}

impl<'a, V: TryFrom<Viewer, Error: Into<AppError>>> FromRequest<'a> for Visit<'a, V> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let Data(app) = <Data<&App>>::from_request(request, body).await?;
        let ctx = Ctx::from_request(request, body).await?;
        let viewer = V::try_from(Viewer::from_request(request, body).await?).map_err(Into::<AppError>::into)?;
        Ok(Self { app, viewer, ctx })
    }
}
