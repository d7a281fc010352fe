//! How forms were answered lately, so that one sent twice is answered twice and carried out once.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use poem::{
    Body, Response, Result,
    http::{StatusCode, header},
};
use tokio::sync::Mutex as AsyncMutex;

use crate::web::{self, Revealed, Written};

/// How many answers are remembered. One that is gone is told by the page that says so.
const MOST: usize = 256;
/// The largest page that is remembered, in bytes.
const LARGEST: usize = 64 * 1024;

/// An answer to give again.
#[derive(Clone)]
pub enum Answer {
    GoTo(String),
    Page { body: Vec<u8>, kind: String, revealed: Revealed },
}

/// Locked while the form is carried out, so that the second of two waits for the first.
pub type Slot = Arc<AsyncMutex<Option<Answer>>>;

#[derive(Default)]
pub struct Answers(Mutex<Slots>);

#[derive(Default)]
struct Slots {
    by_key: HashMap<String, Slot>,
    order: VecDeque<String>,
}

impl Answers {
    /// The place of a submission's answer.
    pub fn slot(&self, key: &str) -> Slot {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(slot) = slots.by_key.get(key) {
            return Arc::clone(slot);
        }
        if slots.order.len() >= MOST
            && let Some(oldest) = slots.order.pop_front()
        {
            slots.by_key.remove(&oldest);
        }
        let slot = Slot::default();
        slots.by_key.insert(key.to_owned(), Arc::clone(&slot));
        slots.order.push_back(key.to_owned());
        slot
    }
}

/// What is remembered of an answer, and the answer itself.
pub async fn remember(answered: Result<Response>) -> (Option<Answer>, Result<Response>) {
    let Ok(mut response) = answered else { return (None, answered) };
    let head = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    if let (StatusCode::SEE_OTHER, Some(location)) = (response.status(), head(header::LOCATION)) {
        return (Some(Answer::GoTo(location)), Ok(response));
    }
    if response.status() != StatusCode::OK {
        return (None, Ok(response));
    }
    let kind = head(header::CONTENT_TYPE).unwrap_or_default();
    let Ok(body) = response.take_body().into_vec().await else { return (None, Ok(response)) };
    response.set_body(Body::from(body.clone()));
    let revealed = response.data::<Written>().map(|written| written.0.clone()).unwrap_or_default();
    let answer = (body.len() <= LARGEST).then_some(Answer::Page { body, kind, revealed });
    (answer, Ok(response))
}

impl Answer {
    /// Whom it tells of, also the second time.
    pub fn revealed(&self) -> Revealed {
        match self {
            Self::GoTo(_) => Revealed::nobody(),
            Self::Page { revealed, .. } => revealed.clone(),
        }
    }

    /// The same again, and that it was carried out the first time.
    pub fn again(&self) -> Response {
        match self {
            Self::GoTo(location) => web::see_other_with(location, "kept-notice-sent-before"),
            Self::Page { body, kind, .. } => Response::builder().content_type(kind).body(body.clone()),
        }
    }
}
