//! One thing that happened, and the kinds of things.

use chrono::{DateTime, NaiveDate, Utc};
use entity::referrals::Reason;

use crate::{
    clock::{begin_of, local_date},
    language::Tr,
    word::Worded,
};

/// The kinds of things that happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Referral,
    Proposal,
    Course,
    Agreed,
    Meeting,
    Message,
    Survey,
    Questionnaire,
    Note,
    Way,
    Consent,
    Concern,
    Stop,
    FollowUp,
    Silence,
    Question,
    Update,
    Advice,
    Preparation,
    Expectations,
    Agreement,
    Schedule,
    StandIn,
    Goal,
    Onward,
    Duty,
    Reading,
}

impl Worded for Kind {
    const KEY: &'static str = "timeline-kind";
    const TABLE: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Referral, "referral", "new"),
        (Self::Proposal, "proposal", "waiting"),
        (Self::Course, "course", "active"),
        (Self::Agreed, "agreed", "quiet"),
        (Self::Meeting, "meeting", "good"),
        (Self::Message, "message", "quiet"),
        (Self::Survey, "survey", "waiting"),
        (Self::Questionnaire, "questionnaire", "quiet"),
        (Self::Note, "note", "new"),
        (Self::Way, "way", "quiet"),
        (Self::Consent, "consent", "good"),
        (Self::Concern, "concern", "stopped"),
        (Self::Stop, "stop", "stopped"),
        (Self::FollowUp, "follow-up", "active"),
        (Self::Silence, "silence", "waiting"),
        (Self::Question, "question", "quiet"),
        (Self::Update, "update", "new"),
        (Self::Advice, "advice", "new"),
        (Self::Preparation, "preparation", "quiet"),
        (Self::Expectations, "expectations", "quiet"),
        (Self::Agreement, "agreement", "good"),
        (Self::Schedule, "schedule", "quiet"),
        (Self::StandIn, "stand-in", "active"),
        (Self::Goal, "goal", "good"),
        (Self::Onward, "onward", "new"),
        (Self::Duty, "duty", "quiet"),
        (Self::Reading, "reading", "quiet"),
    ];
}

/// When something happened: to the minute, or on a day of which no more is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    At(DateTime<Utc>),
    On(NaiveDate),
}

impl When {
    /// Where it stands in the order of things.
    pub fn instant(self) -> DateTime<Utc> {
        match self {
            Self::At(at) => at,
            Self::On(day) => begin_of(day),
        }
    }

    pub fn day(self) -> NaiveDate {
        match self {
            Self::At(at) => local_date(at),
            Self::On(day) => day,
        }
    }

    pub fn shown(self, tr: Tr) -> String {
        match self {
            Self::At(at) => tr.moment(&at),
            Self::On(day) => tr.short_date(&day),
        }
    }
}

/// Where in its day something stands of which no hour is known, beside what is known to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// What a case begins with.
    First,
    /// Where its minute says.
    Within,
    Later,
    /// The end of a course.
    Ending,
    /// The end of a referral, with or without one.
    Last,
}

/// One thing that happened, in words.
pub struct Entry {
    pub when: When,
    /// Where it stands in the order of its day.
    pub place: (Place, DateTime<Utc>),
    pub kind: Kind,
    pub what: String,
    /// What somebody wrote; may be empty.
    pub words: String,
    /// Its page; may be empty.
    pub href: String,
    /// What is told of it where nobody may be known by it: without a name, a day or anything that somebody typed. Nothing where it
    /// is not told of there.
    pub bare: Option<String>,
}

impl Entry {
    pub fn new(kind: Kind, when: When, what: String) -> Self {
        let place = if matches!(when, When::At(_)) { Place::Within } else { Place::Later };
        let place = (place, when.instant());
        Self { when, place, kind, what, words: String::new(), href: String::new(), bare: None }
    }

    /// It stands there in its day, of which no more is known.
    #[must_use]
    pub fn placed(self, place: Place) -> Self {
        Self { place: (place, self.place.1), ..self }
    }

    /// It came with something of the same day that is known to the minute.
    #[must_use]
    pub fn came_with(self, at: DateTime<Utc>) -> Self {
        if local_date(at) == self.when.day() { Self { place: (Place::Within, at), ..self } } else { self }
    }

    /// What comes first has the least. Things that have the same stay as they were told.
    pub fn order(&self) -> (NaiveDate, Place, DateTime<Utc>) {
        (self.when.day(), self.place.0, self.place.1)
    }

    #[must_use]
    pub fn href(self, href: String) -> Self {
        Self { href, ..self }
    }

    /// It is told as it is where nobody may be known by it.
    #[must_use]
    pub fn told_barely(self) -> Self {
        let what = self.what.clone();
        self.told_as(what)
    }

    /// It is told in this sentence where nobody may be known by it.
    #[must_use]
    pub fn told_as(self, what: String) -> Self {
        Self { bare: Some(what), ..self }
    }

    /// Words that were chosen from a list, and so are told wherever it is told of.
    #[must_use]
    pub fn chosen(self, words: Option<&str>) -> Self {
        let bare = self.bare.clone().map(|bare| match words {
            Some(words) => format!("{bare}: {words}"),
            None => bare,
        });
        Self { bare, ..self.words(words) }
    }

    /// A reason that was chosen from a list: told wherever it is told of, but that there was a concern, which stays with those who may
    /// read concerns.
    #[must_use]
    pub fn because(self, tr: Tr, reason: Option<Reason>) -> Self {
        let told = reason.map(|reason| told_reason(reason).label(tr));
        self.chosen(told.as_deref()).words(reason.map(|reason| reason.label(tr)).as_deref())
    }

    #[must_use]
    pub fn words(self, words: Option<&str>) -> Self {
        Self { words: words.unwrap_or_default().to_owned(), ..self }
    }
}

/// The reason as it is told where nobody may be known by it: a concern is told of nowhere there.
pub(super) fn told_reason(reason: Reason) -> Reason {
    if reason == Reason::Concern { Reason::Other } else { reason }
}
