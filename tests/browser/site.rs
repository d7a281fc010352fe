//! Puts an endpoint on a free port, for as long as the test runs.

use brobyg::web::server::{Limits, serve};
use poem::middleware::SetHeader;
use poem::{Endpoint, EndpointExt, IntoEndpoint};
use tokio::net::TcpListener;

/// Serves `endpoint` as the platform is served, and gives its address without a slash at the end.
pub async fn open(endpoint: impl IntoEndpoint<Endpoint: Endpoint + 'static> + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, endpoint, Limits::default(), std::future::pending()));
    format!("http://{address}")
}

/// The same for somebody whose browser runs no scripts. The driver needs scripts itself, so the pages forbid them.
pub async fn open_without_scripts(
    endpoint: impl IntoEndpoint<Endpoint: Endpoint + 'static> + Send + 'static,
) -> String {
    let policy = SetHeader::new().overriding("content-security-policy", "script-src 'none'");
    open(endpoint.with(policy)).await
}
