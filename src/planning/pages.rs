//! What the pages show.

use std::collections::HashMap;

use askama::Template;
use entity::{PairDecision, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;

use super::{
    forms::{LinesFilter, MeetingsFilter, RecordForm},
    line_view::LineView,
    meetings::{Listed, Numbers},
    rows::{ORDERS, Row, Show},
};
use crate::{
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    page::{Ctx, Sheet},
    record::{Revealed, Reveals, Subject, reveals_nobody},
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "planning/meetings.html")]
pub struct MeetingsPage {
    pub ctx: Ctx,
    pub list: Found<Listed>,
    pub query: Asked<MeetingsFilter>,
    pub states: Vec<Choice>,
    pub errors: ShownErrors,
}

impl MeetingsPage {
    pub fn new(ctx: Ctx, list: Found<Listed>, query: Asked<MeetingsFilter>) -> Self {
        let state = |code: &str| Choice::new(code, ctx.t(format!("planning-state-{code}")));
        Self { states: vec![state("open"), state("closed")], errors: ShownErrors::default(), list, query, ctx }
    }
}

/// One meeting: the plan, what people decided, and the record.
#[derive(Template)]
#[template(path = "planning/meeting.html")]
pub struct MeetingPage {
    pub ctx: Ctx,
    pub id: Uuid,
    pub heading: String,
    pub opened_by: String,
    pub solved: String,
    pub is_open: bool,
    /// How many have been weighed for a plan that a job makes, of how many; nothing when none is being made.
    pub progress: Option<(i32, i32)>,
    /// Whether the plan is older than the last decision.
    pub is_behind: bool,
    /// How many have waited so long that they are to be asked first whether a mentor is still wanted; none once the
    /// meeting is over.
    pub unsure: u64,
    pub numbers: Numbers,
    pub list: Found<LineView>,
    pub query: Asked<LinesFilter>,
    pub shows: Vec<Choice>,
    pub orders: Vec<Choice>,
    pub record: RecordForm,
    pub errors: ShownErrors,
}

impl MeetingPage {
    pub fn here(&self) -> String {
        format!("/planning/{}", self.id)
    }

    /// Where a form of this page posts to.
    pub fn path(&self, action: &str) -> String {
        format!("/planning/{}/{action}", self.id)
    }

    pub fn is_filtered(&self) -> bool {
        self.query.is_filtered() || self.list.sorting.by != ORDERS[0]
    }

    /// Where one goes on when the line at this place has left the list.
    pub fn next(&self, place: &usize) -> String {
        let beside = self.list.rows.get(place + 1).or_else(|| self.list.rows.get(place.checked_sub(1)?));
        beside.map(|line| line.referral_id.to_string()).unwrap_or_default()
    }

    /// Whether a pair on this page can become a proposal.
    pub fn has_choice(&self) -> bool {
        self.is_open && self.list.rows.iter().any(LineView::may_be_proposed)
    }
}

/// A meeting with everything that its page reads.
pub struct Loaded {
    pub listed: Listed,
    pub list: Found<Row>,
    pub decisions: Vec<PairDecision>,
    pub names: HashMap<Uuid, String>,
    pub unsure: u64,
}

impl MeetingPage {
    pub fn new(ctx: Ctx, loaded: Loaded, query: Asked<LinesFilter>) -> Self {
        let (tr, meeting, numbers) = (ctx.tr, loaded.listed.meeting, loaded.listed.numbers);
        let shown = |show: Show| {
            let text = tr.t1(format!("planning-show-{}", show.code()), "number", numbers.of(show).to_string());
            Choice::new(show.code(), text)
        };
        let order = |code: &str| Choice::new(code, tr.t(format!("planning-order-{code}")));
        let list = loaded.list.map(|row| LineView::new(tr, row, &loaded.decisions, &loaded.names));
        Self {
            id: meeting.id,
            heading: tr.t1("planning-heading", "date", tr.date_of(&meeting.opened_at)),
            opened_by: loaded.listed.opener,
            solved: meeting.solved_at.map(|at| tr.moment(&at)).unwrap_or_default(),
            is_open: meeting.closed_at.is_none(),
            progress: meeting
                .asked_at
                .filter(|_| meeting.closed_at.is_none())
                .map(|_| (meeting.weighed, meeting.to_weigh)),
            is_behind: meeting.closed_at.is_none() && meeting.solved_version != meeting.version,
            unsure: loaded.unsure,
            shows: Show::all().map(shown).collect(),
            orders: ORDERS.map(order).into(),
            record: RecordForm::of(&meeting),
            errors: ShownErrors::default(),
            list,
            numbers,
            query,
            ctx,
        }
    }
}

/// The meetings to take away.
pub fn meetings_table(tr: Tr) -> Sheet<'static, Listed> {
    let state = |row: &Listed| if row.meeting.closed_at.is_some() { "closed" } else { "open" };
    Sheet::telling_of_nobody(tr, "meetings")
        .with("planning-opened", |row: &Listed| row.meeting.opened_at)
        .with("planning-by", |row| row.opener.clone())
        .with("planning-state", move |row| tr.t(format!("planning-state-{}", state(row))))
        .with("planning-waiting", |row| row.numbers.waiting)
        .with("planning-paired", |row| row.numbers.paired)
        .with("planning-proposed", |row| row.numbers.proposed)
}

/// The lines of a plan to take away.
pub fn lines_table(tr: Tr) -> Sheet<'static, Row> {
    Sheet::telling_of(tr, "plan", |row: &Row| Subject::YoungPerson(row.young_person_id))
        .with("planning-heading-young", |row| row.name.clone())
        .with("planning-heading-partner", |row| row.partner.clone())
        .with("planning-heading-wish", |row| row.wish.clone())
        .with("planning-heading-since", |row| row.referred_on)
        .with("planning-heading-mentor", |row| row.mentor_name.clone())
        .with("planning-heading-occupation", |row| row.occupation.clone())
        .with("planning-heading-left", move |row| row.pair.why_left.map(|why| why.label(tr)))
}

reveals_nobody!(MeetingsPage);

impl Reveals for MeetingPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Matching, self.list.rows.iter().map(|line| line.young_person_id))
    }
}
