//! What happened besides what the files of import can say, as `data/life.toml` tells it. Its days are the files' days.

use chrono::NaiveDate;
use entity::{
    contact_attempts::{AttemptChannel, AttemptResult},
    courses::EndedBy,
    meetings::{Attendance, Channel},
    mentors::CriminalRecordStatus,
    referrals::Reason,
    surveys::ActivityStatus,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    pub paused: Vec<Paused>,
    pub left: Vec<Left>,
    pub interviewed: Vec<Interviewed>,
    pub checked: Vec<Checked>,
    #[serde(rename = "course")]
    pub courses: Vec<ToldCourse>,
}

/// A mentor takes a break.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paused {
    pub mentor: String,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub reason: String,
}

/// A mentor goes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Left {
    pub mentor: String,
    pub on: NaiveDate,
    /// As the form posts it.
    pub reason: String,
    pub note: Option<String>,
}

/// Staff met an applicant.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interviewed {
    pub mentor: String,
    pub on: NaiveDate,
    pub note: Option<String>,
}

/// A mentor's criminal-record check was approved, or is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    pub mentor: String,
    pub on: NaiveDate,
    #[serde(default = "approved")]
    pub status: CriminalRecordStatus,
}

fn approved() -> CriminalRecordStatus {
    CriminalRecordStatus::Approved
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToldCourse {
    pub course: String,
    /// From the match to the planned end.
    pub months: u32,
    pub goal: String,
    pub roles: String,
    pub rhythm: String,
    /// Days between two meetings, where they have agreed on that.
    pub rhythm_days: Option<i32>,
    #[serde(rename = "step", default)]
    pub steps: Vec<Step>,
    #[serde(rename = "meeting", default)]
    pub meetings: Vec<Met>,
    #[serde(rename = "planned", default)]
    pub planned: Vec<ToldPlan>,
    pub pause: Option<Span>,
    pub extension: Option<Extension>,
    pub ending: Option<Ended>,
    /// For the survey at the end.
    #[serde(default)]
    pub tried: Vec<Tried>,
    pub answered: Option<Answered>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub text: String,
    pub reached: Option<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Met {
    pub on: NaiveDate,
    pub minutes: Option<i32>,
    pub channel: Option<Channel>,
    #[serde(default = "held")]
    pub attendance: Attendance,
    pub note: Option<String>,
}

/// A meeting that was agreed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToldPlan {
    /// The day on which the two agreed it.
    pub agreed: NaiveDate,
    pub on: NaiveDate,
    pub hour: u32,
    pub channel: Channel,
    /// The day on which it was called off.
    pub cancelled: Option<NaiveDate>,
}

fn held() -> Attendance {
    Attendance::Held
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    pub on: NaiveDate,
    pub until: NaiveDate,
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    pub on: NaiveDate,
    pub by: EndedBy,
    pub reason: Option<Reason>,
    /// What the young person goes on to.
    pub plan: Option<String>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tried {
    pub on: NaiveDate,
    pub channel: AttemptChannel,
    pub result: AttemptResult,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    pub on: NaiveDate,
    pub status: ActivityStatus,
}
