//! Where a message is in its life: from dated facts, of a row and for the database.

use entity::{Message, messages::Column};
use sea_orm::{ColumnTrait, Condition};

use crate::word::Worded;

/// The states of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Queued,
    /// Held back for a time, because of the hour or of how much somebody has been sent.
    Withheld,
    /// Somebody composes it, and speaks with the server.
    Leased,
    /// It is leaving.
    HandingOver,
    /// A server has taken it on.
    Accepted,
    Delivered,
    Bounced,
    /// It may have arrived.
    Unknown,
    /// Nobody wants it any more.
    Unwanted,
    GivenUp,
}

impl Worded for State {
    const KEY: &'static str = "message-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Queued, "queued", "waiting"),
        (Self::Withheld, "withheld", "waiting"),
        (Self::Leased, "leased", "new"),
        (Self::HandingOver, "handing-over", "new"),
        (Self::Accepted, "accepted", "good"),
        (Self::Delivered, "delivered", "good"),
        (Self::Bounced, "bounced", "warn"),
        (Self::Unknown, "unknown", "warn"),
        (Self::Unwanted, "unwanted", "quiet"),
        (Self::GivenUp, "given-up", "warn"),
    ];
}

/// The state of a message.
pub fn state(row: &Message) -> State {
    match row {
        Message { bounced_at: Some(_), .. } => State::Bounced,
        Message { delivered_at: Some(_), .. } => State::Delivered,
        Message { accepted_at: Some(_), .. } => State::Accepted,
        Message { unwanted_at: Some(_), .. } => State::Unwanted,
        Message { given_up_at: Some(_), .. } => State::GivenUp,
        Message { claim: Some(_), handing_over_at: Some(_), .. } => State::HandingOver,
        Message { claim: Some(_), .. } => State::Leased,
        Message { unknown_at: Some(_), .. } => State::Unknown,
        Message { withheld: Some(_), .. } => State::Withheld,
        _ => State::Queued,
    }
}

/// The same for the database.
pub fn in_state(state: State) -> Condition {
    let all = Condition::all;
    match state {
        State::Bounced => all().add(Column::BouncedAt.is_not_null()),
        State::Delivered => all().add(Column::DeliveredAt.is_not_null()).add(Column::BouncedAt.is_null()),
        State::Accepted => {
            let taken = all().add(Column::AcceptedAt.is_not_null());
            taken.add(Column::DeliveredAt.is_null()).add(Column::BouncedAt.is_null())
        }
        State::Unwanted => not_taken().add(Column::UnwantedAt.is_not_null()),
        State::GivenUp => not_taken().add(Column::UnwantedAt.is_null()).add(Column::GivenUpAt.is_not_null()),
        State::HandingOver => open().add(Column::Claim.is_not_null()).add(Column::HandingOverAt.is_not_null()),
        State::Leased => open().add(Column::Claim.is_not_null()).add(Column::HandingOverAt.is_null()),
        State::Unknown => free().add(Column::UnknownAt.is_not_null()),
        State::Withheld => free().add(Column::UnknownAt.is_null()).add(Column::Withheld.is_not_null()),
        State::Queued => free().add(Column::UnknownAt.is_null()).add(Column::Withheld.is_null()),
    }
}

/// No server has taken it on.
fn not_taken() -> Condition {
    let not_taken = Condition::all().add(Column::AcceptedAt.is_null());
    not_taken.add(Column::DeliveredAt.is_null()).add(Column::BouncedAt.is_null())
}

/// And nothing has ended it.
fn open() -> Condition {
    not_taken().add(Column::UnwantedAt.is_null()).add(Column::GivenUpAt.is_null())
}

/// And nobody is about to send it.
fn free() -> Condition {
    open().add(Column::Claim.is_null())
}
