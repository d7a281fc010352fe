//! The words of the database, each with the beginning of its keys.

use std::borrow::Cow;

use entity::{
    agreements::AgreementKind,
    consents::ConsentPurpose,
    contact_attempts::{AttemptChannel, AttemptResult},
    courses::{CourseClass, EndedBy},
    enquiries::{AskerRelation, CloseReason},
    job_runs,
    meetings::{Attendance, Channel},
    mentors::{ContactPreference, CriminalRecordStatus, Gender},
    planned_pairs::WhyLeft,
    proposals::DeclineReason,
    reason_consequences::{Occasion, Onward},
    referrals::{Clarity, MentorAgeWish, MentorGenderWish, Reason},
    security_events::SecurityKind,
    surveys::{ActivityStatus, SurveyKind},
    users::Role,
};
use sea_orm::{ActiveEnum, Iterable};

use crate::word::Worded;

/// Its codes are those of its column.
pub trait Stored: ActiveEnum<Value = String> + Iterable + Copy + PartialEq + 'static {
    const KEY: &'static str;
}

impl<E: Stored> Worded for E {
    const KEY: &'static str = <E as Stored>::KEY;

    fn all() -> impl Iterator<Item = Self> {
        E::iter()
    }

    fn code(self) -> Cow<'static, str> {
        self.to_value().into()
    }

    fn read(code: &str) -> Option<Self> {
        E::try_from_value(&code.to_owned()).ok()
    }
}

macro_rules! stored {
    ($($word:ty: $key:literal),+ $(,)?) => {
        $(impl Stored for $word { const KEY: &'static str = $key; })+
    };
}

stored! {
    ActivityStatus: "activity",
    AgreementKind: "partner-agreement",
    AskerRelation: "enquiry-relation",
    AttemptChannel: "survey-channel",
    AttemptResult: "survey-result",
    Attendance: "course-attendance",
    Channel: "course-channel",
    Clarity: "referral-clarity",
    CloseReason: "enquiry-reason",
    ConsentPurpose: "referral-consent",
    ContactPreference: "referral-contact",
    CourseClass: "course-class",
    CriminalRecordStatus: "mentor-record",
    DeclineReason: "matching-decline",
    EndedBy: "course-ended-by",
    Gender: "referral-gender",
    MentorAgeWish: "referral-mentor-age",
    MentorGenderWish: "referral-mentor-gender",
    Occasion: "reason-when",
    Onward: "reason-onward",
    Reason: "referral-reason",
    Role: "account-role",
    SecurityKind: "security-kind",
    SurveyKind: "survey-kind",
    WhyLeft: "planning-left",
    job_runs::Cause: "account-job-cause",
}
