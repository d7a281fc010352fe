//! How well the order of mentors agrees with people's judgement: nDCG@10 over a graded set.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use brobyg::industry::{self, IndustryCode, Trade, Vocabulary};
use brobyg::matching::{self, PairFacts};
use brobyg::search::{self, Lexicon, MentorDocument, MentorIndex, MentorQuery};
use uuid::Uuid;

use crate::support::today;

struct Mentor {
    number: String,
    occupation: String,
    industries: Vec<IndustryCode>,
    trades: Vec<Trade>,
}

/// Wish, then mentor, then grade.
type Judgements = BTreeMap<String, HashMap<String, u32>>;

#[test]
fn the_right_mentors_come_first() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/relevance");
    let vocabulary = Vocabulary::standard();
    let mentors = read_mentors(&folder, vocabulary);
    let judgements = read_judgements(&folder);
    let lexicon = vocabulary.lexicon();
    let index = indexed(&mentors, Arc::clone(lexicon));

    let measures: Vec<(f64, &String)> =
        judgements.iter().map(|(wish, grades)| (ndcg(&order(wish, &mentors, &index, lexicon), grades), wish)).collect();
    let mean = measures.iter().map(|(measure, _)| measure).sum::<f64>() / measures.len() as f64;
    let weak: Vec<_> = measures.iter().filter(|(measure, _)| *measure < 0.9).collect();

    println!("nDCG@10 {mean:.4} over {} wishes; below 0.9: {weak:?}", measures.len());
    assert!(mean >= 0.90, "nDCG@10 is {mean:.4}; weak: {weak:?}");
}

fn read_mentors(folder: &Path, vocabulary: &Vocabulary) -> Vec<Mentor> {
    let mut rows = csv::Reader::from_path(folder.join("mentors.csv")).unwrap();
    let rows = rows.deserialize().map(|row| row.unwrap());
    rows.map(|row: HashMap<String, String>| {
        let codes = row["industry_codes"].split(';');
        let industries: Vec<IndustryCode> = codes.map(|code| code.parse().unwrap()).collect();
        let occupation = row["occupation"].clone();
        let trades = matching::mentor_trades(&industries, &occupation, vocabulary);
        Mentor { number: row["mentor_id"].clone(), occupation, industries, trades }
    })
    .collect()
}

fn read_judgements(folder: &Path) -> Judgements {
    let mut judgements = Judgements::new();
    let text = std::fs::read_to_string(folder.join("judgements.tsv")).unwrap();
    for row in text.lines().skip(1) {
        let [wish, mentor, grade] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        judgements.entry(wish.into()).or_default().insert(mentor.into(), grade.parse().unwrap());
    }
    judgements
}

fn indexed(mentors: &[Mentor], lexicon: Arc<Lexicon>) -> MentorIndex {
    let documents = mentors.iter().enumerate().map(|(place, mentor)| {
        let codes = mentor.industries.iter().chain(mentor.trades.iter().map(|trade| &trade.code));
        MentorDocument {
            id: Uuid::from_u128(place as u128),
            occupation: mentor.occupation.clone(),
            keywords: String::new(),
            text: String::new(),
            industries: codes.flat_map(industry::index_terms).collect(),
            region: None,
            active: true,
        }
    });
    let index = MentorIndex::in_memory(lexicon).unwrap();
    index.replace_all(documents, 1, today()).unwrap();
    index
}

/// The mentors that a search finds, in the order that the facts give.
fn order(wish: &str, mentors: &[Mentor], index: &MentorIndex, lexicon: &Lexicon) -> Vec<String> {
    let wanted = industry::read(wish, Vocabulary::standard()).wanted();
    let terms = wanted.iter().flat_map(|trade| {
        let terms = industry::search_terms(&trade.code).into_iter();
        terms.map(|(code, weight)| (code, weight * trade.score))
    });
    let query =
        MentorQuery { wish: wish.into(), industries: terms.collect(), near: Vec::new(), active_only: true, limit: 30 };
    let mut found: Vec<(f64, &Mentor)> = index
        .search(&query)
        .unwrap()
        .into_iter()
        .map(|hit| &mentors[hit.id.as_u128() as usize])
        .map(|mentor| (score(wish, &wanted, mentor, lexicon), mentor))
        .collect();
    found.sort_by(|(one, first), (other, second)| other.total_cmp(one).then_with(|| first.number.cmp(&second.number)));
    found.into_iter().map(|(_, mentor)| mentor.number.clone()).collect()
}

fn score(wish: &str, wanted: &[Trade], mentor: &Mentor, lexicon: &Lexicon) -> f64 {
    let facts = PairFacts {
        industry: matching::industry_fit(wanted, &mentor.trades),
        occupation: search::likeness(wish, &mentor.occupation, lexicon).score,
        free_seats: 1,
        seats: 1,
        ..PairFacts::default()
    };
    matching::rank(&facts).score
}

/// Normalised discounted cumulative gain of the first ten: gain 2^grade - 1, discount log2(rank + 1).
fn ndcg(order: &[String], grades: &HashMap<String, u32>) -> f64 {
    let gain = |grade: u32| f64::from(2_u32.pow(grade) - 1);
    let discounted = |grades: &[u32]| -> f64 {
        let ranked = grades.iter().take(10).enumerate();
        ranked.map(|(place, grade)| gain(*grade) / (place as f64 + 2.0).log2()).sum()
    };
    let found: Vec<u32> = order.iter().map(|mentor| grades.get(mentor).copied().unwrap_or(0)).collect();
    let mut ideal: Vec<u32> = grades.values().copied().collect();
    ideal.sort_unstable_by(|one, other| other.cmp(one));
    discounted(&found) / discounted(&ideal)
}
