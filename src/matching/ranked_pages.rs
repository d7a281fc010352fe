//! What the match page shows, from either side, and how the match of a course was made.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::{
    Made,
    asked::{Filters, MatchAsked},
    comparison::Comparison,
    forms::RelaxForm,
    suggested::{Suggested, WaysOut},
};
use crate::{
    form::ShownErrors,
    page::{Ctx, Event},
    record::{Revealed, Reveals, Subject},
    referral,
    word::{Choice, Worded},
};

/// The match page: mentors ranked for one referral.
#[derive(Template)]
#[template(path = "matching/match.html")]
pub struct MatchPage {
    pub ctx: Ctx,
    pub referral_id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub wish: String,
    /// Whether the wish names no trade that is known, and the mentors are only the nearest.
    pub is_guess: bool,
    pub industries: Vec<String>,
    /// What the partner wrote about interpreter, accessibility and times, each with its label.
    pub needs: Vec<referral::Fact>,
    /// What must hold of the mentor, and to choose which of it to relax.
    pub musts: Vec<Choice>,
    /// Which musts were relaxed, by whom, when and why.
    pub relaxed: Vec<Event>,
    pub relax: RelaxForm,
    pub is_waiting: bool,
    /// Why nobody can be proposed although the referral waits; empty when somebody can.
    pub held_back: String,
    /// Why it is worth asking first whether a mentor is still wanted; empty when that is known.
    pub interest: String,
    pub asked: MatchAsked,
    pub filters: Filters,
    /// The languages that can be filtered by, in words; empty without any.
    pub languages: String,
    pub genders: Vec<Choice>,
    pub lists: Lists,
    /// What would help; nothing when somebody near suits.
    pub ways_out: Option<WaysOut>,
    pub comparison: Option<Comparison>,
    pub errors: ShownErrors,
}

/// The mentors on the page.
pub struct Lists {
    /// The mentor from whose page somebody came.
    pub from: Vec<Suggested>,
    /// Those with the name that was looked for.
    pub named: Vec<Suggested>,
    /// Whether more have that name.
    pub is_more: bool,
    pub fits: Vec<Suggested>,
    /// Those who would fit, but are too far away.
    pub far: Vec<Suggested>,
    pub ruled_out: Vec<Suggested>,
    /// How many the filters hide, of how many that were weighed.
    pub hidden: usize,
    pub weighed: usize,
}

impl MatchPage {
    /// The musts in one line for each card; empty without any.
    pub fn must_be(&self) -> String {
        self.musts.iter().map(|must| must.label.as_str()).collect::<Vec<_>>().join("; ")
    }

    /// Whether something is wrong with what was typed to relax a must.
    pub fn is_relaxing(&self) -> bool {
        ["must", "reason"].iter().any(|field| self.errors.of(field).is_some())
    }

    /// Where a button that proposes posts to, also on a page that came back from another form; empty when nobody can be
    /// proposed.
    pub fn proposes_at(&self) -> String {
        if self.is_waiting && self.held_back.is_empty() { self.without(&[]) } else { String::new() }
    }

    pub fn back(&self) -> String {
        format!("/referrals/{}", self.referral_id)
    }

    /// This page as it was asked for, without some of it and without a comparison.
    pub fn without(&self, but_for: &[&str]) -> String {
        self.asked.address(&format!("{}/match", self.back()), but_for)
    }

    /// The word of the gender that is filtered by; empty when none is.
    pub fn gender(&self) -> String {
        self.filters.gender.map(|gender| gender.code().into_owned()).unwrap_or_default()
    }

    /// Whether mentors were chosen to compare, but not two that there are.
    pub fn is_comparing_amiss(&self) -> bool {
        !self.asked.compare.is_empty() && self.comparison.is_none()
    }
}

impl Reveals for MatchPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Matching, [self.young_person_id])
    }
}

/// Whom of those waiting a mentor suits.
#[derive(Template)]
#[template(path = "matching/suited.html")]
pub struct SuitedPage {
    pub ctx: Ctx,
    pub mentor_id: Uuid,
    pub mentor: String,
    /// What keeps the mentor from being proposed to anybody, in sentences.
    pub why_not: Vec<String>,
    /// The best first.
    pub people: Vec<SuitedRow>,
    /// How many were looked at, when more wait.
    pub looked_at: Option<usize>,
    /// Whether nothing tells what the mentor's trade is.
    pub is_unread: bool,
}

/// Somebody who waits, in words.
pub struct SuitedRow {
    pub referral_id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub wish: String,
    pub since: String,
    pub partner: String,
    pub speaks_for: Vec<String>,
    pub speaks_against: Vec<String>,
    /// What rules the pair out, or keeps the young person back; empty when nothing does.
    pub ruled_out: Vec<String>,
    /// That the two are too far apart, and how far; empty when that is not so.
    pub too_far: String,
}

impl Reveals for SuitedPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Matching, self.people.iter().map(|row| row.young_person_id))
    }
}

/// How the match of a course was made.
#[derive(Template)]
#[template(path = "matching/made.html")]
pub struct MadePage {
    pub ctx: Ctx,
    pub course_id: Uuid,
    pub made: Made,
}

impl Reveals for MadePage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::Matching, [Subject::OfCourse(self.course_id)])
    }
}
