//! Who comes by a link that was sent to somebody, and what the page behind it needs of the platform.

use poem::{
    FromRequest, Request, RequestBody, Result,
    web::{Data, Path},
};
use serde::de::DeserializeOwned;

use crate::{app::App, page::Ctx};

/// Taken by a handler whose page stands behind a link. Whether the link leads anywhere is asked with each act.
pub struct ByLink<'a, Told = String> {
    pub app: &'a App,
    pub ctx: Ctx,
    /// What the address holds: of the link, and where the page is about one thing behind it, the id of that.
    pub token: Told,
}

impl<'a, Told: DeserializeOwned> FromRequest<'a> for ByLink<'a, Told> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let Data(app) = <Data<&App>>::from_request(request, body).await?;
        let ctx = Ctx::from_request(request, body).await?;
        let Path(token) = Path::from_request(request, body).await?;
        Ok(Self { app, ctx, token })
    }
}
