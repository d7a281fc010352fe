//! The way from applying to being approved, as a line of steps.

use chrono::NaiveDate;
use entity::{Mentor, mentors::CriminalRecordStatus};

use crate::{
    clock::local_date,
    language::Tr,
    page::{Step, StepState},
};

/// What is done, what comes next, and what is still to come.
pub fn approval_steps(tr: Tr, mentor: &Mentor, today: NaiveDate) -> Vec<Step> {
    let is_approved = |status: &CriminalRecordStatus| *status == CriminalRecordStatus::Approved;
    let record = mentor.criminal_record_status.filter(is_approved).and(mentor.criminal_record_checked_on);
    let record_is_good = mentor.criminal_record_expires_on.is_some_and(|expires| today <= expires);
    let applied = mentor.applied_on.or(mentor.email_confirmed_at.map(local_date));
    let steps = [
        ("mentor-step-applied", applied),
        ("mentor-step-interview", mentor.interviewed_on),
        ("mentor-step-record", record.filter(|_| record_is_good)),
        ("mentor-step-training", mentor.trained_on),
        ("mentor-step-approved", mentor.approved_on),
    ];
    let is_declined = mentor.left_on.is_some() && mentor.approved_on.is_none();
    let mut open = Some(if is_declined { StepState::Stopped } else { StepState::Current });
    let mut line = Vec::new();
    for (key, day) in steps {
        // Mentors who were moved in have no day of applying, and applied all the same.
        let is_done = day.is_some() || key == "mentor-step-applied";
        let state = if is_done { StepState::Done } else { open.take().unwrap_or(StepState::Coming) };
        line.push(Step::new(state, tr.t(key), day.map(|day| tr.short_date(&day)).unwrap_or_default()));
    }
    line
}
