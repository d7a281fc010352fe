//! Where a mentor stands, derived from dated facts, and whether the mentor may be proposed.
//!
//! Each rule is here twice, for a row at hand and for a query; a test keeps the two alike.

use chrono::NaiveDate;
use entity::{
    Mentor, MentorPause, mentor_pauses,
    mentors::{Column, CriminalRecordStatus},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::facts::{holds_of, seats_of};

use crate::word::Worded;

/// Where a mentor stands on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MentorStatus {
    #[default]
    Applicant,
    Active,
    Paused,
    /// Has left, or was declined before being approved.
    Left,
}

impl Worded for MentorStatus {
    const KEY: &'static str = "mentor-status";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Applicant, "applicant", "new"),
        (Self::Active, "active", "active"),
        (Self::Paused, "paused", "waiting"),
        (Self::Left, "left", "quiet"),
    ];
}

/// The one fact that keeps a mentor from being proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    Left,
    NotApproved,
    NotTrained,
    Paused,
    /// The criminal-record check was refused, or is too old.
    CertificateExpired,
    NoFreeSeat,
}

impl WhyNot {
    /// The sentence, as a fluent key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Left => "mentor-why-not-left",
            Self::NotApproved => "mentor-why-not-approved",
            Self::NotTrained => "mentor-why-not-trained",
            Self::Paused => "mentor-why-not-paused",
            Self::CertificateExpired => "mentor-why-not-certificate",
            Self::NoFreeSeat => "mentor-why-not-seat",
        }
    }
}

/// Whether a pause covers a day; the day named last belongs to it.
pub fn covers(pause: &MentorPause, day: NaiveDate) -> bool {
    pause.from_on <= day && pause.until_on.is_none_or(|until| day <= until)
}

/// Where a mentor stands. `pauses` are those of this mentor.
pub fn status(mentor: &Mentor, pauses: &[MentorPause], today: NaiveDate) -> MentorStatus {
    if is_past(mentor.left_on, today) {
        MentorStatus::Left
    } else if !is_past(mentor.approved_on, today) {
        MentorStatus::Applicant
    } else if pauses.iter().any(|pause| covers(pause, today)) {
        MentorStatus::Paused
    } else {
        MentorStatus::Active
    }
}

/// The hard rule of matching, as far as it concerns the mentor alone: the first fact that forbids a proposal.
pub fn may_be_proposed(
    mentor: &Mentor,
    pauses: &[MentorPause],
    free_seats: u32,
    today: NaiveDate,
) -> Result<(), WhyNot> {
    why_not(mentor, pauses, free_seats, today).next().map_or(Ok(()), Err)
}

/// Every fact that forbids a proposal. Of whoever has left, or is not approved, that alone is said.
pub(super) fn why_not(
    mentor: &Mentor,
    pauses: &[MentorPause],
    free_seats: u32,
    today: NaiveDate,
) -> impl Iterator<Item = WhyNot> {
    let stands = status(mentor, pauses, today);
    let is_mentor = matches!(stands, MentorStatus::Active | MentorStatus::Paused);
    let facts = [
        (WhyNot::Left, stands == MentorStatus::Left),
        (WhyNot::NotApproved, stands == MentorStatus::Applicant),
        (WhyNot::NotTrained, is_mentor && !is_past(mentor.trained_on, today)),
        (WhyNot::Paused, stands == MentorStatus::Paused),
        (WhyNot::CertificateExpired, is_mentor && !has_good_record(mentor, today)),
        (WhyNot::NoFreeSeat, is_mentor && free_seats == 0),
    ];
    facts.into_iter().filter(|(_, holds)| *holds).map(|(why, _)| why)
}

/// A mentor from before checks were written down has none, and stays; one that was refused or ran out rules out.
fn has_good_record(mentor: &Mentor, today: NaiveDate) -> bool {
    mentor.criminal_record_status != Some(CriminalRecordStatus::Refused)
        && mentor.criminal_record_expires_on.is_none_or(|expires| today <= expires)
}

fn is_past(day: Option<NaiveDate>, today: NaiveDate) -> bool {
    day.is_some_and(|day| day <= today)
}

/// Mentors of this status, as [`status`] says it, for a query on mentors.
pub fn with_status(status: MentorStatus, today: NaiveDate) -> Condition {
    let here = Condition::any().add(Column::LeftOn.is_null()).add(Column::LeftOn.gt(today));
    let approved = Condition::all().add(here.clone()).add(Column::ApprovedOn.lte(today));
    match status {
        MentorStatus::Left => Condition::all().add(Column::LeftOn.lte(today)),
        MentorStatus::Applicant => Condition::all()
            .add(here)
            .add(Condition::any().add(Column::ApprovedOn.is_null()).add(Column::ApprovedOn.gt(today))),
        MentorStatus::Paused => approved.add(Column::Id.in_subquery(paused(today))),
        MentorStatus::Active => approved.add(Column::Id.not_in_subquery(paused(today))),
    }
}

/// Mentors that [`may_be_proposed`] allows, for a query on mentors.
pub fn proposable(today: NaiveDate) -> Condition {
    ready(today).add(Expr::expr(seats_of()).gt(Expr::expr(holds_of())))
}

/// Mentors that could be proposed if they had a free seat, for a query on mentors.
pub fn ready(today: NaiveDate) -> Condition {
    let record = Column::CriminalRecordExpiresOn;
    with_status(MentorStatus::Active, today)
        .add(Column::TrainedOn.lte(today))
        .add(Condition::any().add(record.is_null()).add(record.gte(today)))
        .add(
            Condition::any()
                .add(Column::CriminalRecordStatus.is_null())
                .add(Column::CriminalRecordStatus.ne(CriminalRecordStatus::Refused)),
        )
}

fn paused(today: NaiveDate) -> SelectStatement {
    let until = mentor_pauses::Column::UntilOn;
    mentor_pauses::Entity::find()
        .select_only()
        .column(mentor_pauses::Column::MentorId)
        .filter(mentor_pauses::Column::FromOn.lte(today))
        .filter(Condition::any().add(until.is_null()).add(until.gte(today)))
        .into_query()
}
