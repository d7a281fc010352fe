//! What staff's page about one mentor shows.

use askama::Template;
use chrono::NaiveDate;
use entity::{MentorPause, mentors::CriminalRecordStatus, readings::ReadingPurpose};

use super::{
    MentorFacts, MentorStatus, RunningCourse, Signs,
    activity::Activities,
    availability::{
        self, LeaveReason,
        forms::{LeaveForm, PauseForm},
    },
    screening::{
        DeclineReason, approval_steps,
        forms::{DeclineForm, InterviewForm, RecordForm, TrainingForm},
        may_be_invited, missing_for_approval,
    },
};
use crate::{
    duty::SeenTo,
    form::{ShownErrors, typed},
    industry,
    language::{Tr, languages, times},
    message::{Correspondence, Trouble},
    page::{Ctx, Event, Step},
    record::{Revealed, Reveals},
    word::{Choice, Worded, YesNo},
};

/// The forms of the page, each as known or as typed.
pub struct Forms {
    pub interview: InterviewForm,
    pub record: RecordForm,
    pub training: TrainingForm,
    pub decline: DeclineForm,
    pub pause: PauseForm,
    pub leave: LeaveForm,
}

impl Forms {
    pub fn of(facts: &MentorFacts, today: NaiveDate) -> Self {
        Self {
            interview: InterviewForm::of(&facts.mentor, today),
            record: RecordForm::of(&facts.mentor, today),
            training: TrainingForm::of(&facts.mentor, today),
            decline: DeclineForm::default(),
            pause: PauseForm::beginning(today),
            leave: LeaveForm::default(),
        }
    }
}

#[derive(Template)]
#[template(path = "mentor/show.html")]
pub struct ShowPage {
    pub ctx: Ctx,
    pub today: NaiveDate,
    pub facts: MentorFacts,
    pub status: MentorStatus,
    pub steps: Vec<Step>,
    /// What keeps an applicant from being approved, in sentences.
    pub missing: Vec<String>,
    pub courses: Vec<RunningCourse>,
    pub activities: Activities,
    pub changes: Vec<Event>,
    /// Letters to the mentor that did not arrive.
    pub troubles: Vec<Trouble>,
    /// Who of staff sees to them.
    pub seen_to: Option<SeenTo>,
    pub mail: Correspondence,
    pub forms: Forms,
    pub errors: ShownErrors,
    /// The form that was refused, to be unfolded.
    pub open: &'static str,
}

impl ShowPage {
    pub fn new(
        ctx: Ctx,
        today: NaiveDate,
        facts: MentorFacts,
        courses: Vec<RunningCourse>,
        changes: Vec<Event>,
    ) -> Self {
        let missing = missing_for_approval(&facts.mentor, today);
        Self {
            status: facts.status(today),
            steps: approval_steps(ctx.tr, &facts.mentor, today),
            missing: missing.iter().map(|missing| ctx.t(missing.to_string())).collect(),
            forms: Forms::of(&facts, today),
            errors: ShownErrors::default(),
            open: "",
            ctx,
            today,
            facts,
            courses,
            activities: Activities::default(),
            changes,
            troubles: Vec::new(),
            seen_to: None,
            mail: Correspondence::default(),
        }
    }

    fn tr(&self) -> Tr {
        self.ctx.tr
    }

    pub fn path(&self) -> String {
        format!("/mentors/{}", self.facts.mentor.id)
    }

    /// Whether somebody is to stand in for them.
    pub fn is_away(&self) -> bool {
        self.status == MentorStatus::Paused
    }

    /// What state the badge tells of, and in which colour.
    pub fn state(&self) -> (&'static str, String) {
        state(self.tr(), &self.facts, self.status)
    }

    /// Why the mentor cannot be proposed now, for one who is approved.
    pub fn why_not(&self) -> Option<String> {
        let is_mentor = matches!(self.status, MentorStatus::Active | MentorStatus::Paused);
        let why_not = self.facts.may_be_proposed(self.today).err().filter(|_| is_mentor)?;
        Some(self.ctx.t(why_not.key()))
    }

    /// A day that may not have come yet.
    pub fn day(&self, day: &Option<NaiveDate>) -> String {
        day.as_ref().map_or_else(|| self.ctx.t("mentor-not-yet"), |day| self.ctx.date(day))
    }

    pub fn pause(&self) -> Option<&MentorPause> {
        availability::current(&self.facts.pauses, self.today)
    }

    /// Whether the mentor has no sign-in and can be invited to one.
    pub fn may_be_invited(&self) -> bool {
        may_be_invited(&self.facts.mentor, self.today)
    }

    pub fn is_declined(&self) -> bool {
        self.status == MentorStatus::Left && self.facts.mentor.approved_on.is_none()
    }

    pub fn left_reason(&self) -> String {
        let code = self.facts.mentor.left_reason.as_deref().unwrap_or("unknown");
        self.ctx.t(format!("mentor-left-reason-{code}"))
    }

    pub fn industries(&self) -> String {
        industry::names(self.tr(), &self.facts.industries)
    }

    /// How far the mentor goes; empty when the mentor has not said.
    pub fn reach(&self) -> String {
        self.facts.mentor.max_km.map(|km| self.ctx.t1("mentor-km", "km", km)).unwrap_or_default()
    }

    pub fn video(&self) -> String {
        self.facts.mentor.video.map(|video| YesNo::from(video).label(self.tr())).unwrap_or_default()
    }

    pub fn languages(&self) -> String {
        languages::names(self.tr(), &self.facts.mentor.languages.0)
    }

    pub fn times(&self) -> String {
        self.facts.mentor.times.as_ref().map(|times| times::names(self.tr(), &times.0)).unwrap_or_default()
    }

    pub fn last_seen(&self) -> String {
        self.facts.signs.last_seen_on.map_or_else(|| self.ctx.t("mentor-never"), |day| self.ctx.date(&day))
    }

    pub fn last_course(&self) -> String {
        last_course(self.tr(), &self.facts.signs)
    }

    pub fn phone(&self) -> String {
        self.facts.mentor.phone.as_deref().map(typed::readable_phone).unwrap_or_default()
    }

    pub fn contact_preference(&self) -> String {
        let preference = self.facts.mentor.contact_preference.as_ref();
        preference.map(|word| word.label_as(self.tr(), "mentor-contact")).unwrap_or_default()
    }

    pub fn place(&self) -> String {
        let parts = [self.facts.mentor.postcode.as_deref(), self.facts.mentor.town.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    pub fn seats(&self) -> String {
        let seats = self.facts.seats;
        self.ctx.t2("mentor-seats-taken", "held", seats.held, "offered", seats.offered)
    }

    pub fn record(&self) -> String {
        let mentor = &self.facts.mentor;
        match (mentor.criminal_record_status, mentor.criminal_record_checked_on) {
            (Some(status), Some(on)) => {
                let status = status.label(self.tr());
                format!("{status}, {}", self.ctx.date(&on))
            }
            (Some(status), None) => status.label(self.tr()),
            (None, _) => self.ctx.t("mentor-record-none"),
        }
    }

    pub fn record_choices(&self) -> Vec<Choice> {
        CriminalRecordStatus::choices(self.tr())
    }

    pub fn decline_reasons(&self) -> Vec<Choice> {
        DeclineReason::choices(self.tr())
    }

    pub fn leave_reasons(&self) -> Vec<Choice> {
        LeaveReason::choices(self.tr())
    }
}

/// Until when the mentor's last course ran, or that one runs.
pub fn last_course(tr: Tr, signs: &Signs) -> String {
    match (signs.is_in_course, signs.last_course_ended_on) {
        (true, _) => tr.t("mentor-in-course"),
        (false, Some(day)) => tr.t1("mentor-course-until", "date", tr.short_date(&day)),
        (false, None) => tr.t("mentor-no-course"),
    }
}

/// The colour and the words of a mentor's badge.
pub(super) fn state(tr: Tr, facts: &MentorFacts, status: MentorStatus) -> (&'static str, String) {
    let (kind, code) = match status {
        MentorStatus::Applicant => ("new", "applicant"),
        MentorStatus::Active => ("active", "active"),
        MentorStatus::Paused => ("waiting", "paused"),
        MentorStatus::Left if facts.mentor.approved_on.is_none() => ("quiet", "declined"),
        MentorStatus::Left => ("quiet", "left"),
    };
    (kind, tr.t(format!("mentor-status-{code}")))
}

impl Reveals for ShowPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.courses.iter().map(|course| course.young_person_id))
    }
}
