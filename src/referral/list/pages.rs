//! What the list shows.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::queries::{Listed, ReferralsFilter};
use crate::{
    duty,
    industry::{self, IndustryCode},
    language::Tr,
    list::{Asked, Found},
    page::{Ctx, Sheet},
    record::{Revealed, Reveals, Subject},
    referral::{State, standing::Standing},
    word::{Choice, Worded},
};

/// One row of the list, in words.
pub struct Row {
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub referred_on: String,
    pub area: String,
    pub partner: String,
    pub industries: String,
    pub state: State,
    pub responsible: String,
    /// Where it stands for whoever referred, in a sentence; empty in the list of staff.
    pub stands: String,
    /// Whose turn it is; empty in the list of staff.
    pub turn: String,
}

impl Row {
    pub fn new(tr: Tr, listed: Listed, standing: Option<Standing>) -> Self {
        let industries = industry_titles(tr, &listed);
        Self {
            id: listed.id,
            young_person_id: listed.young_person_id,
            state: listed.state,
            responsible: duty::responsible_name(tr, listed.responsible.as_deref()),
            name: listed.person_name,
            referred_on: tr.short_date(&listed.referred_on),
            area: listed.area_name,
            partner: listed.partner_name,
            industries,
            turn: standing.map(|standing| standing.waits_for(tr)).unwrap_or_default(),
            stands: standing.map(|standing| standing.sentence(tr)).unwrap_or_default(),
        }
    }
}

/// A draft as the list offers it.
pub struct DraftRow {
    pub id: Uuid,
    /// As typed; empty when no name was typed yet.
    pub name: String,
    pub days_ago: i64,
}

#[derive(Template)]
#[template(path = "referral/own_list.html")]
pub struct OwnListPage {
    pub ctx: Ctx,
    pub query: Asked<ReferralsFilter>,
    pub list: Found<Row>,
    pub drafts: Vec<DraftRow>,
    /// Forms of theirs that have been left lying.
    pub kept: u64,
    pub states: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "referral/all_list.html")]
pub struct ReferralsPage {
    pub ctx: Ctx,
    pub query: Asked<ReferralsFilter>,
    pub list: Found<Row>,
    pub states: Vec<Choice>,
    pub partners: Vec<Choice>,
    pub areas: Vec<Choice>,
    pub industries: Vec<Choice>,
    pub whose: Vec<Choice>,
}

impl ReferralsPage {
    /// Whose text messages can be looked for.
    pub fn texted(&self) -> Vec<Choice> {
        let whose = ["young-person", "referrer"].into_iter();
        whose.map(|whose| Choice::new(whose, self.ctx.t(format!("referral-texted-{whose}")))).collect()
    }
}

/// Every division, by its everyday name, and first the wishes that nobody could place.
pub fn divisions(tr: Tr) -> Vec<Choice> {
    let none = Choice::new("none", tr.t("referral-industry-none"));
    let named = industry::choices(tr).into_iter().filter_map(|choice| {
        let code: IndustryCode = choice.value.parse().ok()?;
        Some(Choice::new(code.division(), choice.label))
    });
    std::iter::once(none).chain(named).collect()
}

impl Reveals for OwnListPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.young_person_id))
    }
}

impl Reveals for ReferralsPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.young_person_id))
    }
}

/// The referrals to take away: for staff with where they come from, for whoever referred with where they stand.
pub fn table(tr: Tr, is_staff: bool) -> Sheet<'static, (Listed, Option<Standing>)> {
    type One = (Listed, Option<Standing>);
    let industries = move |(row, _): &One| match &industry_titles(tr, row)[..] {
        "" => tr.t("referral-industry-none"),
        titles => titles.to_owned(),
    };
    let state = move |(row, _): &One| row.state.label(tr);
    let sheet = Sheet::telling_of(tr, "referrals", |(row, _): &One| Subject::YoungPerson(row.young_person_id))
        .with("referral-young-person", |(row, _)| row.person_name.clone())
        .with("referral-referred-on", |(row, _)| row.referred_on);
    if !is_staff {
        return sheet
            .with("referral-area", |(row, _)| row.area_name.clone())
            .with("referral-state", state)
            .with("referral-next", move |(_, standing)| standing.map(|standing| standing.sentence(tr)))
            .with("referral-turn", move |(_, standing)| standing.map(|standing| standing.waits_for(tr)));
    }
    sheet
        .with("referral-partner", |(row, _)| row.partner_name.clone())
        .with("referral-area", |(row, _)| row.area_name.clone())
        .with("referral-industry", industries)
        .with("referral-state", state)
        .with("duty-responsible", |(row, _)| row.responsible.clone())
}

fn industry_titles(tr: Tr, listed: &Listed) -> String {
    let titles = listed.industries().into_iter().map(|code| industry::name(tr, &code));
    titles.collect::<Vec<_>>().join("; ")
}
