//! Where an enquiry stands, derived from dated facts; each rule for a row at hand and for a query, tested to agree.

use chrono::{Days, NaiveDate};
use entity::{Enquiry, enquiries::Column, referral_drafts, referrals};
use sea_orm::{ColumnTrait, Condition, FromQueryResult, prelude::Uuid};

use crate::word::Worded;

/// Where an enquiry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has made a referral of it or closed it.
    Waiting,
    /// Somebody among staff is at the draft of a referral.
    Drafted,
    Referred,
    Closed,
}

/// What became of the draft that was made of an enquiry.
#[derive(Clone, Copy, Debug, Default, FromQueryResult)]
pub struct Facts {
    /// The draft, as long as it is not sent or thrown away.
    pub open_draft_id: Option<Uuid>,
    pub referral_id: Option<Uuid>,
}

impl Worded for State {
    const KEY: &'static str = "enquiry-state";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Waiting, "waiting", "new"),
        (Self::Drafted, "drafted", "waiting"),
        (Self::Referred, "referred", "good"),
        (Self::Closed, "closed", "quiet"),
    ];
}

impl State {
    pub fn of(enquiry: &Enquiry, facts: &Facts) -> Self {
        Self::from_facts(enquiry.closed_on, facts)
    }

    pub(super) fn from_facts(closed_on: Option<NaiveDate>, facts: &Facts) -> Self {
        if facts.referral_id.is_some() {
            Self::Referred
        } else if closed_on.is_some() {
            Self::Closed
        } else if facts.open_draft_id.is_some() {
            Self::Drafted
        } else {
            Self::Waiting
        }
    }

    /// Whether somebody still waits for an answer.
    pub fn is_open(self) -> bool {
        match self {
            Self::Waiting | Self::Drafted => true,
            Self::Referred | Self::Closed => false,
        }
    }

    /// Enquiries in this state, for a query that is joined to drafts and referrals.
    pub fn condition(self) -> Condition {
        let (is_sent, not_sent) = (referrals::Column::Id.is_not_null(), referrals::Column::Id.is_null());
        let open = Condition::all().add(not_sent.clone()).add(Column::ClosedOn.is_null());
        match self {
            Self::Waiting => open.add(referral_drafts::Column::Id.is_null()),
            Self::Drafted => open.add(referral_drafts::Column::Id.is_not_null()),
            Self::Referred => Condition::all().add(is_sent),
            Self::Closed => Condition::all().add(not_sent).add(Column::ClosedOn.is_not_null()),
        }
    }
}

/// The last day on which the one who wrote is answered in time, or tried again. `days` are those that were promised.
pub fn due_on(received_on: NaiveDate, tried_on: Option<NaiveDate>, days: i64) -> NaiveDate {
    let since = tried_on.map_or(received_on, |tried| tried.max(received_on));
    since + Days::new(days.unsigned_abs())
}

/// Whether an open enquiry has waited too long.
pub fn is_overdue(received_on: NaiveDate, tried_on: Option<NaiveDate>, days: i64, today: NaiveDate) -> bool {
    due_on(received_on, tried_on, days) < today
}

/// Open enquiries that have waited too long, for the same query as [`State::condition`].
pub fn overdue(days: i64, today: NaiveDate) -> Condition {
    let last = today - Days::new(days.unsigned_abs());
    let open = Condition::any().add(State::Waiting.condition()).add(State::Drafted.condition());
    Condition::all()
        .add(open)
        .add(Column::ReceivedOn.lt(last))
        .add(Condition::any().add(Column::TriedOn.is_null()).add(Column::TriedOn.lt(last)))
}
