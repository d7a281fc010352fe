//! Pages that need no data say so in the routes: they are shown at once, also while the database hangs.

use poem::{
    Endpoint, IntoEndpoint, IntoResponse, Request, Response, Result, error::MethodNotAllowedError, http::Method,
};

/// A page that is the same for everybody who is not signed in, and needs no data.
pub fn without_data<E: IntoEndpoint>(page: E) -> WithoutData<E::Endpoint> {
    WithoutData(page.into_endpoint())
}

/// What [`without_data`] makes of a page.
pub struct WithoutData<E>(E);

/// On a request that asks nothing of a page but what it needs.
#[derive(Clone, Copy)]
struct Asks;

impl<E: Endpoint> Endpoint for WithoutData<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if asks_what_is_needed(&request) {
            return Ok(().into_response());
        }
        self.0.call(request).await.map(IntoResponse::into_response)
    }
}

/// Whether nothing is to be done but to say what would be needed: what stands before a page lets that through.
pub fn asks_what_is_needed(request: &Request) -> bool {
    request.extensions().get::<Asks>().is_some()
}

/// What a page says that needs data, or that has not said what it needs.
pub fn needs_data() -> poem::Error {
    MethodNotAllowedError.into()
}

/// Whether what stands at the address of a request needs data to be shown. What is no page needs none.
pub async fn page_needs_data(pages: &impl Endpoint, request: &Request) -> bool {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return true;
    }
    // No page answers to this method, so nothing is done; the address alone is looked at.
    let mut asking = Request::builder().method(Method::TRACE).uri(request.uri().clone()).finish();
    asking.extensions_mut().insert(Asks);
    match pages.call(asking).await {
        Ok(_) => false,
        Err(error) => !error.is::<poem::error::NotFoundError>(),
    }
}
