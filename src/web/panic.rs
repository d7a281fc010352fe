//! A panic becomes a plain 500; its message, which may name somebody, reaches neither visitor nor log.

use poem::http::StatusCode;
use poem::middleware::CatchPanic;
use poem::{Error, Response};

/// Turns a panic of a handler into an answer without details.
///
/// Stands inside [`SecurityHeaders`](super::headers::SecurityHeaders).
pub fn catch() -> CatchPanic<impl poem::middleware::PanicHandler<Response = Response>> {
    CatchPanic::new().with_handler(|_| {
        tracing::error!("a handler panicked");
        Error::from_status(StatusCode::INTERNAL_SERVER_ERROR).into_response()
    })
}

/// From now on a panic is logged by its place in the source, without its message.
///
/// Call once when a server starts.
pub fn log_place_only() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}
