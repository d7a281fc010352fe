//! What the pages show.

use askama::Template;
use entity::reason_consequences::Occasion;
use sea_orm::Iterable;

use super::{
    Cause, Consequences, Declared,
    declare::possible_onwards,
    forms::{ConsequencesForm, ReasonsQuery},
    words::{onward, sentences},
};
use crate::{
    config::{Rules, SETTINGS},
    form::ShownErrors,
    language::Tr,
    page::{Ctx, Event},
    record::{PastChange, reveals_nobody},
    word::{Choice, Worded},
};

/// Every reason with what follows it, and how long a proposal waits.
#[derive(Template)]
#[template(path = "reason/reasons.html")]
pub struct ReasonsPage {
    pub ctx: Ctx,
    pub query: ReasonsQuery,
    pub occasions: Vec<Choice>,
    /// Only those of which something is shown.
    pub groups: Vec<Group>,
    pub deadlines: Vec<Deadline>,
    pub history: Vec<Edited>,
    pub errors: ShownErrors,
}

/// The reasons of one occasion.
pub struct Group {
    /// Unique on the page.
    pub id: String,
    pub title: String,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub href: String,
    pub reason: String,
    pub follows: Vec<String>,
    pub is_staffs: bool,
}

/// A number that is set where the platform is run, not here.
pub struct Deadline {
    pub text: String,
    /// As it stands in the environment.
    pub setting: String,
}

/// One line of what was changed.
pub struct Edited {
    pub event: Event,
    pub before: String,
    pub after: String,
}

impl ReasonsPage {
    pub fn new(ctx: Ctx, query: ReasonsQuery, declared: &Declared, rules: &Rules, changes: &[PastChange]) -> Self {
        let tr = ctx.tr;
        let groups = Occasion::iter().filter(|occasion| query.shows(*occasion));
        let groups =
            groups.map(|occasion| group(tr, &query, declared, occasion)).filter(|group| !group.rows.is_empty());
        Self {
            groups: groups.collect(),
            occasions: Occasion::choices(tr),
            deadlines: deadlines(tr, rules),
            history: changes.iter().map(|change| Edited::new(tr, change)).collect(),
            errors: ShownErrors::default(),
            query,
            ctx,
        }
    }
}

fn group(tr: Tr, query: &ReasonsQuery, declared: &Declared, occasion: Occasion) -> Group {
    let row = |cause: Cause| Row {
        href: format!("/reasons/{}", cause.code()),
        reason: cause.label(tr),
        follows: sentences(tr, occasion, declared.of(cause)),
        is_staffs: declared.is_staffs(cause),
    };
    let own = Cause::all().into_iter().filter(|cause| cause.occasion() == occasion).map(row);
    let rows = own.filter(|row| row.is_staffs || !query.only_changed()).collect();
    Group { id: occasion.code().replace('_', "-"), title: occasion.label(tr), rows }
}

fn deadlines(tr: Tr, rules: &Rules) -> Vec<Deadline> {
    let told = [
        ("PROPOSAL_REMINDER_DAYS", "reason-deadline-reminder", rules.proposal_reminder_days),
        ("PROPOSAL_DAYS", "reason-deadline-answer", rules.proposal_days),
    ];
    let known = told.into_iter().filter(|(key, _, _)| SETTINGS.iter().any(|setting| setting.key == *key));
    known
        .map(|(key, text, days)| Deadline { text: tr.t1(text, "days", days), setting: format!("BROBYG_{key}") })
        .collect()
}

impl Edited {
    pub fn new(tr: Tr, change: &PastChange) -> Self {
        let details = change.details.as_ref();
        let cause = details.and_then(|details| Cause::of_code(details.get("reason")?.as_str()?));
        let told = |side: &str| {
            let follows: Option<Consequences> =
                details.and_then(|details| serde::Deserialize::deserialize(details.get(side)?).ok());
            let said = cause.zip(follows).map(|(cause, follows)| sentences(tr, cause.occasion(), follows).join(" "));
            said.unwrap_or_default()
        };
        let reason = cause.map(|cause| cause.label(tr)).unwrap_or_default();
        Self {
            event: Event::with(tr, change, [("reason", reason.into())]),
            before: told("before"),
            after: told("after"),
        }
    }
}

/// One reason, to be edited.
#[derive(Template)]
#[template(path = "reason/reason.html")]
pub struct ReasonPage {
    pub ctx: Ctx,
    pub code: String,
    pub reason: String,
    pub when: String,
    /// What follows now.
    pub follows: Vec<String>,
    pub is_staffs: bool,
    /// What the platform declares itself.
    pub default: Vec<String>,
    pub is_course: bool,
    pub form: ConsequencesForm,
    pub onwards: Vec<Choice>,
    pub rests: Vec<Choice>,
    pub pauses: Vec<Choice>,
    pub history: Vec<Edited>,
    pub errors: ShownErrors,
}

impl ReasonPage {
    pub fn new(ctx: Ctx, cause: Cause, declared: &Declared, changes: &[PastChange]) -> Self {
        let (tr, occasion, now) = (ctx.tr, cause.occasion(), declared.of(cause));
        let is_course = occasion == Occasion::CourseEnded;
        Self {
            code: cause.code(),
            reason: cause.label(tr),
            when: occasion.label(tr),
            follows: sentences(tr, occasion, now),
            is_staffs: declared.is_staffs(cause),
            default: sentences(tr, occasion, cause.default_consequences()),
            form: now.into(),
            onwards: possible_onwards(occasion)
                .iter()
                .map(|one| Choice::new(one.code(), onward(tr, occasion, *one)))
                .collect(),
            rests: spans(tr, if is_course { "reason-young-rest" } else { "reason-pair-rest" }, !is_course),
            pauses: spans(tr, "reason-pause", true),
            history: changes.iter().map(|change| Edited::new(tr, change)).collect(),
            errors: ShownErrors::default(),
            is_course,
            ctx,
        }
    }

    /// Where the forms of this page post to.
    pub fn path(&self, beneath: &str) -> String {
        format!("/reasons/{}{beneath}", self.code)
    }
}

fn spans(tr: Tr, prefix: &str, may_be_open: bool) -> Vec<Choice> {
    let words = ["none", "days", "open"].into_iter().filter(|word| may_be_open || *word != "open");
    words.map(|word| Choice::new(word, tr.t(format!("{prefix}-{word}")))).collect()
}

reveals_nobody!(ReasonPage, ReasonsPage);
