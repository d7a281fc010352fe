//! What the pages show.

use std::collections::HashMap;

use askama::Template;
use chrono::NaiveDate;
use entity::{PairDecision, pair_decisions::DecisionKind, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;

use super::{
    arrange::explains,
    forms::{LinesFilter, MeetingsFilter, RecordForm},
    meetings::{Listed, Numbers},
    rows::{Row, Show},
    stored::Facts,
};
use crate::{
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    matching::sentence,
    page::{Ctx, Sheet},
    record::{Revealed, Reveals, Subject, reveals_nobody},
    word::{Choice, Worded},
};

/// How many of those near are named for somebody who is left out.
const NAMED: usize = 3;

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
        self.query.show() != Show::All || self.list.sorting.by == "name"
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
            is_behind: meeting.closed_at.is_none() && meeting.solved_version != meeting.version,
            unsure: loaded.unsure,
            shows: Show::all().map(shown).collect(),
            orders: vec![order("waiting"), order("name")],
            record: RecordForm::of(&meeting),
            errors: ShownErrors::default(),
            list,
            numbers,
            query,
            ctx,
        }
    }
}

/// Somebody waiting, in words.
pub struct LineView {
    pub pair_id: Uuid,
    pub referral_id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub partner: String,
    pub wish: String,
    pub waiting_since: NaiveDate,
    /// The planned mentor with name and occupation.
    pub mentor: Option<(Uuid, String, String)>,
    pub is_locked: bool,
    pub speaks_for: Vec<String>,
    pub speaks_against: Vec<String>,
    pub why_left: String,
    /// Those near, each with the fact that rules them out, if one does.
    pub near: Vec<(String, String)>,
    /// Other mentors to choose.
    pub others: Vec<Choice>,
    /// Mentors that people have locked or forbidden and that are not planned.
    pub decided: Vec<DecidedView>,
    pub proposal_id: Option<Uuid>,
    /// Why it could not become a proposal.
    pub refusal: String,
}

/// A decision that can be taken back.
pub struct DecidedView {
    pub mentor_id: Uuid,
    pub name: String,
    pub is_lock: bool,
}

impl LineView {
    pub fn may_be_proposed(&self) -> bool {
        self.mentor.is_some() && self.proposal_id.is_none()
    }

    fn new(tr: Tr, row: Row, decisions: &[PairDecision], names: &HashMap<Uuid, String>) -> Self {
        let (pair, facts) = (&row.pair, Facts::read(&row.pair.facts));
        let name_of = |id: &Uuid| names.get(id).cloned().unwrap_or_default();
        let own = || decisions.iter().filter(|decision| decision.referral_id == pair.referral_id);
        let is_locked = |mentor: Uuid| own().any(|one| one.mentor_id == mentor && one.kind == DecisionKind::Locked);
        let decided = own().filter(|decision| Some(decision.mentor_id) != pair.mentor_id).map(|decision| DecidedView {
            mentor_id: decision.mentor_id,
            name: name_of(&decision.mentor_id),
            is_lock: decision.kind == DecisionKind::Locked,
        });
        let reasons = |wanted: bool| {
            let found = facts.reasons.iter().filter(|reason| reason.speaks_for() == wanted);
            found.map(|reason| sentence(tr, reason)).collect()
        };
        Self {
            pair_id: pair.id,
            referral_id: pair.referral_id,
            is_locked: pair.mentor_id.is_some_and(is_locked),
            decided: decided.collect(),
            speaks_for: reasons(true),
            speaks_against: reasons(false),
            why_left: pair.why_left.map(|why| why.label(tr)).unwrap_or_default(),
            near: near(tr, &row, &facts, &name_of),
            others: others(tr, &row, &facts, &name_of),
            proposal_id: pair.proposal_id,
            refusal: pair.refusal.as_deref().map(|key| tr.t(key)).unwrap_or_default(),
            mentor: pair.mentor_id.map(|id| {
                (id, row.mentor_name.clone().unwrap_or_default(), row.occupation.clone().unwrap_or_default())
            }),
            young_person_id: row.young_person_id,
            name: row.name,
            partner: row.partner,
            wish: row.wish,
            waiting_since: row.referred_on,
        }
    }
}

/// For somebody left out: those taken by others, or those whom a fact rules out.
fn near(tr: Tr, row: &Row, facts: &Facts, name_of: &impl Fn(&Uuid) -> String) -> Vec<(String, String)> {
    let wanted = facts.near.iter().filter(|near| {
        row.pair.why_left.is_some_and(|why| explains(why, near.ruled_out.is_some(), near.too_far_km.is_some()))
    });
    wanted.take(NAMED).map(|near| (name_of(&near.mentor_id), near.why_not(tr))).collect()
}

fn others(tr: Tr, row: &Row, facts: &Facts, name_of: &impl Fn(&Uuid) -> String) -> Vec<Choice> {
    let open = facts.near.iter().filter(|near| near.ruled_out.is_none() && Some(near.mentor_id) != row.pair.mentor_id);
    open.map(|near| {
        let label = tr.t2("planning-other", "name", name_of(&near.mentor_id), "score", format!("{:.0}", near.score));
        let far = near.why_not(tr);
        Choice::new(near.mentor_id.to_string(), if far.is_empty() { label } else { format!("{label}, {far}") })
    })
    .collect()
}

impl DecidedView {
    /// What taking the decision back is called.
    pub fn label(&self, tr: &Tr) -> String {
        let key = if self.is_lock { "planning-release-lock" } else { "planning-release-forbidden" };
        tr.t1(key, "name", self.name.clone())
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
