//! The page of what would help the most people.

use askama::Template;
use sea_orm::prelude::Uuid;

use crate::{
    industry,
    language::Tr,
    list::{Asked, Everything, Found},
    page::{Ctx, Sheet},
    record::reveals_nobody,
    shortage::{Step, Unlocked},
    word::Worded,
};

/// Mentors named of a step, and industries in which a new mentor would help.
const NAMED: usize = 10;

/// What would help the most people.
#[derive(Template)]
#[template(path = "shortage/unlock.html")]
pub struct UnlockPage {
    pub ctx: Ctx,
    pub unlocked: Unlocked,
    pub steps: Found<StepRow>,
    /// The number of the division, its title, and what a new mentor there would do.
    pub industries: Vec<(String, String)>,
}

/// A step, in words.
pub struct StepRow {
    pub told: String,
    /// That it would suit more people than there are seats; may be empty.
    pub more: String,
    /// The mentors at whom it is made, to go there.
    pub mentors: Vec<(Uuid, String)>,
    /// How many of them are not named.
    pub unnamed: usize,
}

impl UnlockPage {
    pub fn new(ctx: Ctx, unlocked: Unlocked, query: &Asked<Everything>) -> Self {
        let tr = ctx.tr;
        let industries = unlocked.industries.iter().take(NAMED).map(|(code, people)| {
            let told = tr.t2("shortage-new-mentor", "industry", industry::name(tr, code), "people", *people);
            (code.division().to_owned(), told)
        });
        let steps: Vec<&Step> = unlocked.steps.iter().collect();
        Self {
            industries: industries.collect(),
            steps: Found::of_sorted(steps, query).map(|step| StepRow::new(tr, step, &unlocked)),
            unlocked,
            ctx,
        }
    }

    /// Whether somebody who may be stuck was not looked at.
    pub fn is_bounded(&self) -> bool {
        self.unlocked.doubtful > self.unlocked.looked_at as u64
    }
}

/// The steps to take away.
pub fn steps_table(tr: Tr, unlocked: &Unlocked) -> Sheet<'_, Step> {
    let names = |step: &Step| step.mentors.iter().filter_map(|id| unlocked.names.get(id)).cloned().collect::<Vec<_>>();
    Sheet::telling_of_nobody(tr, "shortage-steps")
        .with("shortage-steps", move |step: &Step| StepRow::new(tr, step, unlocked).told)
        .with("shortage-mentors", move |step| names(step).join(", "))
        .with("shortage-helped", |step| step.helped)
        .with("shortage-suited", |step| step.suggested)
}

impl StepRow {
    fn new(tr: Tr, step: &Step, unlocked: &Unlocked) -> Self {
        let name = |id: &Uuid| (*id, unlocked.names.get(id).cloned().unwrap_or_default());
        let mentors: Vec<(Uuid, String)> = step.mentors.iter().take(NAMED).map(name).collect();
        let change = step.change.code();
        let told = match &mentors[..] {
            [(_, only)] => tr.t2(format!("shortage-if-{change}"), "name", only.clone(), "people", step.helped),
            _ => {
                let key = format!("shortage-if-{change}s");
                tr.t2(key, "mentors", step.mentors.len(), "people", step.helped)
            }
        };
        let is_short = step.suggested > step.helped;
        let more = || tr.t2("shortage-suggested", "people", step.suggested, "seats", step.helped);
        Self {
            more: if is_short { more() } else { String::new() },
            unnamed: step.mentors.len() - mentors.len(),
            mentors,
            told,
        }
    }
}

reveals_nobody!(UnlockPage);
