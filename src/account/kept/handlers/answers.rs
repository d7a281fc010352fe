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

use super::cookies::Given;
use crate::{
    page,
    record::{Revealed, Written},
};

/// How many names of answers are remembered, two for each. One that is gone is told by the page that says so.
const MOST: usize = 512;
/// The largest page that is remembered, in bytes.
const LARGEST: usize = 64 * 1024;

/// An answer to give again, with what it gave of cookies.
#[derive(Clone)]
pub struct Answer {
    what: What,
    pub given: Given,
}

#[derive(Clone)]
enum What {
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
        let slot = Slot::default();
        slots.put(key.to_owned(), &slot);
        slot
    }

    /// The place that has this name already.
    pub fn known(&self, name: &str) -> Option<Slot> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_key.get(name).cloned()
    }

    /// Another name for a place.
    pub fn name_also(&self, name: String, slot: &Slot) {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !slots.by_key.contains_key(&name) {
            slots.put(name, slot);
        }
    }
}

impl Slots {
    fn put(&mut self, name: String, slot: &Slot) {
        if self.order.len() >= MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_key.remove(&oldest);
        }
        self.by_key.insert(name.clone(), Arc::clone(slot));
        self.order.push_back(name);
    }
}

/// What is remembered of an answer, and the answer itself.
pub async fn remember(answered: Result<Response>, given: impl FnOnce() -> Given) -> (Option<Answer>, Result<Response>) {
    let Ok(mut response) = answered else { return (None, answered) };
    let head = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    if let (StatusCode::SEE_OTHER, Some(location)) = (response.status(), head(header::LOCATION)) {
        return (Some(Answer { what: What::GoTo(location), given: given() }), Ok(response));
    }
    if response.status() != StatusCode::OK {
        return (None, Ok(response));
    }
    let kind = head(header::CONTENT_TYPE).unwrap_or_default();
    let Ok(body) = response.take_body().into_vec().await else { return (None, Ok(response)) };
    response.set_body(Body::from(body.clone()));
    let revealed = response.data::<Written>().map(|written| written.0.clone()).unwrap_or_default();
    let is_small = body.len() <= LARGEST;
    let answer = is_small.then(|| Answer { what: What::Page { body, kind, revealed }, given: given() });
    (answer, Ok(response))
}

impl Answer {
    /// Whom it tells of, also the second time.
    pub fn revealed(&self) -> Revealed {
        match &self.what {
            What::GoTo(_) => Revealed::nobody(),
            What::Page { revealed, .. } => revealed.clone(),
        }
    }

    /// The same again, and that it was carried out the first time.
    pub fn again(&self) -> Response {
        match &self.what {
            What::GoTo(location) => page::see_other_with(location, "kept-notice-sent-before"),
            What::Page { body, kind, .. } => Response::builder().content_type(kind).body(body.clone()),
        }
    }
}
