//! Counts what a piece of work reads from the database.

use std::{
    collections::HashMap,
    fmt::Debug,
    sync::{Mutex, Once},
};

use tracing::{
    Event, Instrument, Metadata, Subscriber,
    field::{Field, Visit},
    subscriber::Interest,
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
    registry::{LookupSpan, Registry},
};

const SPAN: &str = "counted";
/// Under which the driver tells of each statement that it has sent.
const TARGET: &str = "sqlx::query";

/// How many statements of each span have read something.
static READ: Mutex<Option<HashMap<u64, usize>>> = Mutex::new(None);
static LISTENING: Once = Once::new();

/// What the work gives, and how many statements it has sent that read something.
pub async fn reads_of<T>(work: impl Future<Output = T>) -> (T, usize) {
    LISTENING.call_once(|| tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap());
    let span = tracing::trace_span!(SPAN);
    let id = span.id().unwrap().into_u64();
    let done = work.instrument(span).await;
    let read = READ.lock().unwrap().get_or_insert_default().remove(&id);
    (done, read.unwrap_or_default())
}

struct Counter;

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Counter {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        match (metadata.name(), metadata.target()) {
            (SPAN, _) => Interest::always(),
            (_, TARGET) => Interest::sometimes(),
            _ => Interest::never(),
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>, context: Context<'_, S>) -> bool {
        metadata.name() == SPAN || (metadata.target() == TARGET && context.lookup_current().is_some())
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let Some(span) = context.lookup_current() else { return };
        let mut reads = Reads(false);
        event.record(&mut reads);
        if reads.0 {
            *READ.lock().unwrap().get_or_insert_default().entry(span.id().into_u64()).or_default() += 1;
        }
    }
}

/// Whether a statement reads: the driver tells its first words.
struct Reads(bool);

impl Visit for Reads {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let first = format!("{value:?}").trim_start_matches('"').to_uppercase();
        self.0 |= field.name() == "summary" && ["SELECT", "WITH"].iter().any(|word| first.starts_with(word));
    }
}
