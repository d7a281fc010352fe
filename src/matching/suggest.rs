//! Ranks mentors for what is wanted: found in the index, read again from the database, ruled out or explained.

use std::{collections::BTreeSet, sync::Arc};

use chrono::{Datelike, NaiveDate};
use entity::{Words, referrals::MentorAgeWish};
use sea_orm::{
    ConnectionTrait,
    prelude::{Json, Uuid},
};

use super::{
    Distance, PairFacts, Ranking, RuledOut, Wanted, industry_fit,
    must::{is_at_firm, is_from},
    rank,
    read_mentor::ReadMentor,
    ruled_out::stands_against,
};
use crate::{
    industry::{self, Vocabulary},
    language::times,
    mentor::{self, MentorFacts},
    search::{self, MentorIndex, MentorQuery, ReadText, SearchError},
};

/// How many mentors the index hands over to be weighed.
const WEIGHED: usize = 200;
/// How many of those who take no part now are looked at, to say why not.
const LOOKED_AT: usize = 60;
/// "Under 40" and "over 40" part here, in years of age.
const AGE_DIVIDE: i32 = 40;

/// A mentor with all that speaks for and against.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub mentor: MentorFacts,
    pub ranking: Ranking,
    /// Every fact that rules the pair out.
    pub against: Vec<RuledOut>,
}

impl Candidate {
    /// The facts as they stand now, to be kept with a proposal.
    pub fn facts(&self) -> Json {
        serde_json::json!({
            "score": self.ranking.score,
            "reasons": self.ranking.reasons,
            "free_seats": self.mentor.seats.free(),
            "ruled_out": self.ruled_out().map(RuledOut::key),
        })
    }

    /// How a mentor fits what is wanted.
    pub(super) fn new(wanted: &Wanted, mentor: MentorFacts, today: NaiveDate, words: &Vocabulary) -> Self {
        let (wish, read) = (words.lexicon().read(&wanted.wish), ReadMentor::of(&mentor, words));
        let ranking = rank(&pair_facts(wanted, &wish, &mentor, &read, today));
        let against = stands_against(wanted, &mentor, today).collect();
        Self { mentor, ranking, against }
    }

    pub fn id(&self) -> Uuid {
        self.mentor.mentor.id
    }

    /// The fact that rules the pair out before all others, if any does.
    pub fn ruled_out(&self) -> Option<RuledOut> {
        self.against.first().copied()
    }
}

/// The best first, on each list.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    pub fits: Vec<Candidate>,
    /// Those who would fit, but are too far away.
    pub far: Vec<Candidate>,
    pub ruled_out: Vec<Candidate>,
}

impl Suggestions {
    pub fn all(&self) -> impl Iterator<Item = &Candidate> {
        self.fits.iter().chain(&self.far).chain(&self.ruled_out)
    }
}

/// Ranks the mentors. Equal data give the same order: equal scores stand in the order of the mentors' references.
pub async fn suggest(
    db: &impl ConnectionTrait,
    index: &Arc<MentorIndex>,
    today: NaiveDate,
    wanted: &Wanted,
) -> anyhow::Result<Suggestions> {
    let ids = found(index, wanted).await?;
    let words = industry::vocabulary(db).await?;
    let mut candidates: Vec<Candidate> = mentor::facts_of(db, &ids)
        .await?
        .into_values()
        .map(|facts| Candidate::new(wanted, facts, today, &words))
        .collect();
    candidates.sort_by(|one, other| {
        let by_score = other.ranking.score.total_cmp(&one.ranking.score);
        by_score.then_with(|| one.mentor.mentor.reference.cmp(&other.mentor.mentor.reference))
    });
    let (open, ruled_out): (Vec<_>, _) = candidates.into_iter().partition(|candidate| candidate.against.is_empty());
    let (far, fits) = open.into_iter().partition(|candidate| candidate.ranking.too_far_km().is_some());
    Ok(Suggestions { fits, far, ruled_out })
}

/// Who is worth weighing: those taking part, and some of those who do not.
async fn found(index: &Arc<MentorIndex>, wanted: &Wanted) -> anyhow::Result<Vec<Uuid>> {
    let (index, wanted) = (Arc::clone(index), wanted.clone());
    tokio::task::spawn_blocking(move || {
        let ids = worth_weighing(&index, &wanted, WEIGHED, LOOKED_AT)?;
        Ok(ids.into_iter().collect())
    })
    .await?
}

/// The nearest who take part, and the nearest of all. Blocks.
pub(super) fn worth_weighing(
    index: &MentorIndex,
    wanted: &Wanted,
    taking_part: usize,
    of_all: usize,
) -> Result<BTreeSet<Uuid>, SearchError> {
    let terms = industry::search_terms(&wanted.trades);
    let near = wanted.postcode.as_deref().map(industry::regions_from).unwrap_or_default();
    let query = |active_only, limit| MentorQuery {
        wish: wanted.wish.clone(),
        industries: terms.clone(),
        near,
        active_only,
        limit,
    };
    let hits = index.search(&query(true, taking_part))?.into_iter().chain(index.search(&query(false, of_all))?);
    Ok(hits.map(|hit| hit.id).collect())
}

/// The facts of a pair, from what was read of the wish and of the mentor.
pub(super) fn pair_facts<'f>(
    wanted: &'f Wanted,
    wish: &'f ReadText,
    facts: &'f MentorFacts,
    read: &'f ReadMentor,
    today: NaiveDate,
) -> PairFacts<'f> {
    let mentor = &facts.mentor;
    let occupation = search::likeness(wish, &read.occupation);
    let text = search::likeness(wish, &read.told);
    let mut shared_words = occupation.words;
    let of_occupation = shared_words.len();
    for word in text.words {
        if !shared_words[..of_occupation].contains(&word) {
            shared_words.push(word);
        }
    }
    PairFacts {
        industry: industry_fit(&wanted.trades, &read.trades),
        occupation: occupation.score,
        text: text.score,
        shared_words,
        distance: Distance::between(wanted, mentor),
        shared_languages: shared_languages(wanted, &mentor.languages.0),
        speak_apart: speak_apart(&wanted.languages, &mentor.languages.0),
        gender_as_wished: wanted.gender.map(|wished| mentor.gender == Some(wished)),
        age_as_wished: age_as_wished(wanted.age, mentor.birth_year, today),
        shared_times: shared_times(wanted, mentor.times.as_ref()),
        is_from_unwished: is_from(wanted, mentor),
        is_at_unwished: is_at_firm(wanted, mentor),
        free_seats: facts.seats.free(),
        seats: facts.seats.offered,
    }
}

/// Languages of both; Danish is no distinction.
fn shared_languages<'f>(wanted: &'f Wanted, mentors: &[String]) -> Vec<&'f str> {
    wanted.languages.iter().filter(|code| *code != "da" && mentors.contains(code)).map(String::as_str).collect()
}

/// Who has not said what they speak may speak anything.
fn speak_apart(young_persons: &[String], mentors: &[String]) -> bool {
    let are_known = !young_persons.is_empty() && !mentors.is_empty();
    are_known && !young_persons.iter().any(|code| mentors.contains(code))
}

/// The times of both, once both have said when they have time.
fn shared_times<'f>(wanted: &'f Wanted, mentors: Option<&Words>) -> Option<Vec<&'f str>> {
    let mentors = mentors.filter(|_| !wanted.times.is_empty())?;
    Some(times::shared(&wanted.times, &mentors.0))
}

fn age_as_wished(wish: Option<MentorAgeWish>, birth_year: Option<i32>, today: NaiveDate) -> Option<bool> {
    let (wish, age) = (wish?, today.year() - birth_year?);
    Some(match wish {
        MentorAgeWish::Under40 => age < AGE_DIVIDE,
        MentorAgeWish::Over40 => age >= AGE_DIVIDE,
    })
}
