//! Cases and rates as a table: for each wave, of everybody and of each partner, in the codes of the standard and in words beside them.

use std::collections::BTreeMap;

use entity::{contact_attempts::AttemptChannel, surveys::AnsweredThrough};

use super::{
    answered::Brought,
    case::Disposition,
    rates::{ELIGIBLE_SHARE, rates},
    tally::{Tally, Wave},
};
use crate::{
    course::Slot,
    language::Tr,
    outcome::{Span, VERSION, rate::four_decimals},
    page::Sheet,
    spreadsheet::Cell,
    word::Worded,
};

/// The figures of the standard, and what they mean.
const FIGURES: [(&str, &str); 17] = [
    ("I", "outcome-response-i"),
    ("P", "outcome-response-p"),
    ("R", "outcome-response-r"),
    ("NC", "outcome-response-nc"),
    ("O", "outcome-response-o"),
    ("UH", "outcome-response-uh"),
    ("UO", "outcome-response-uo"),
    ("RR1", "outcome-response-rr1"),
    ("RR2", "outcome-response-rr2"),
    ("RR3", "outcome-response-rr3"),
    ("RR4", "outcome-response-rr4"),
    ("RR5", "outcome-response-rr5"),
    ("RR6", "outcome-response-rr6"),
    ("CON1", "outcome-response-con1"),
    ("COOP1", "outcome-response-coop1"),
    ("REF1", "outcome-response-ref1"),
    ("answered", "outcome-response-answered"),
];

/// One figure of one wave and one group.
pub struct ResponseLine {
    wave: String,
    /// `all`, `disposition`, `partner`, `attempt`, `channel`, `slot`, `mode` or `language`.
    by: &'static str,
    group: String,
    name: String,
    count: Option<u64>,
    denominator: Option<f64>,
    share: Option<f64>,
    words: Words,
}

/// What the codes of a line mean, as people say it.
#[derive(Clone, Default)]
struct Words {
    wave: String,
    by: String,
    group: String,
    figure: String,
}

pub fn table(tr: Tr, span: Span) -> Sheet<'static, ResponseLine> {
    let heading = "outcome-heading";
    Sheet::telling_of_nobody(tr, span.file_name("responses"))
        .named(heading, "wave", |line: &ResponseLine| line.wave.clone())
        .named(heading, "by", |line: &ResponseLine| line.by)
        .named(heading, "group", |line: &ResponseLine| line.group.clone())
        .named(heading, "figure", |line: &ResponseLine| line.name.clone())
        .named(heading, "numerator", |line: &ResponseLine| line.count)
        .named(heading, "denominator", |line: &ResponseLine| line.denominator.map_or(Cell::Empty, Cell::Number))
        .named(heading, "value", |line: &ResponseLine| Cell::share(line.share))
        .named(heading, "as_of", move |_| span.as_of)
        .named(heading, "eligible_share", |_| Cell::share(ELIGIBLE_SHARE))
        .named(heading, "definitions_version", |_| VERSION)
        .named(heading, "wave_told", |line: &ResponseLine| line.words.wave.clone())
        .named(heading, "by_told", |line: &ResponseLine| line.words.by.clone())
        .named(heading, "group_told", |line: &ResponseLine| line.words.group.clone())
        .named(heading, "figure_told", |line: &ResponseLine| line.words.figure.clone())
}

/// Every figure of both waves.
pub fn lines(tr: Tr, waves: &[Wave]) -> Vec<ResponseLine> {
    waves.iter().flat_map(|wave| of_wave(wave).into_iter().map(|line| line.in_words(tr, wave))).collect()
}

impl ResponseLine {
    fn in_words(self, tr: Tr, wave: &Wave) -> Self {
        let words = Words {
            wave: wave.kind.label(tr),
            by: tr.t(format!("outcome-part-{}", self.by)),
            group: group_told(tr, self.by, &self.group),
            figure: self.figure_told(tr),
        };
        Self { words, ..self }
    }

    /// A rate and a count by what the standard means by their letters, a disposition by its own words.
    fn figure_told(&self, tr: Tr) -> String {
        match self.name.split_once(' ') {
            Some((_, code)) => Disposition::read(code).map(|known| known.label(tr)).unwrap_or_default(),
            None => FIGURES.iter().find(|(name, _)| *name == self.name).map(|(_, key)| tr.t(*key)).unwrap_or_default(),
        }
    }
}

/// A partner by its name; nothing where the line is of everybody.
fn group_told(tr: Tr, by: &str, group: &str) -> String {
    let known = match by {
        "all" | "disposition" => return String::new(),
        "partner" => return group.to_owned(),
        "attempt" => return tr.t(format!("outcome-attempt-{group}")),
        "channel" => AttemptChannel::read(group).map(|word| word.label(tr)),
        "slot" => Slot::read(group).map(|word| word.label(tr)),
        "mode" => AnsweredThrough::read(group).map(|word| word.label(tr)),
        _ => (!group.is_empty()).then(|| tr.t(format!("language-{group}"))),
    };
    known.unwrap_or_else(|| tr.t("outcome-not-known"))
}

fn of_wave(wave: &Wave) -> Vec<ResponseLine> {
    let kind = wave.kind.code().into_owned();
    let mut all = of_tally(&kind, "all", "", &wave.tally);
    for (disposition, count) in &wave.dispositions {
        let name = format!("{} {}", disposition.standard_code(), disposition.code());
        all.push(counted(&kind, ("disposition", ""), &name, *count));
    }
    for (partner, tally) in &wave.by_partner {
        all.extend(of_tally(&kind, "partner", partner, tally));
    }
    for (number, count) in &wave.answered.by_attempt {
        all.push(brought(&kind, ("attempt", &number.to_string()), *count));
    }
    all.extend(by_word(&kind, "channel", &wave.answered.by_channel));
    all.extend(by_word(&kind, "slot", &wave.answered.by_slot));
    all.extend(by_word(&kind, "mode", &wave.answered.by_mode));
    for (language, count) in &wave.answered.by_language {
        all.push(brought(&kind, ("language", language.as_deref().unwrap_or_default()), *count));
    }
    all
}

/// How many answered by each word; the group is empty where nobody knows.
fn by_word<W: Worded>(wave: &str, by: &'static str, answered: &BTreeMap<Option<W>, Brought>) -> Vec<ResponseLine> {
    let code = |word: &Option<W>| word.map_or_else(String::new, |word| word.code().into_owned());
    answered.iter().map(|(word, count)| brought(wave, (by, &code(word)), *count)).collect()
}

/// Answers out of what could have brought one; neither denominator nor share where nothing is known of that.
fn brought(wave: &str, group: (&'static str, &str), brought: Brought) -> ResponseLine {
    #[expect(clippy::cast_precision_loss, reason = "nobody is asked 2^52 times")]
    let denominator = (brought.of > 0).then_some(brought.of as f64);
    let share = brought.share().map(four_decimals);
    ResponseLine { denominator, share, ..counted(wave, group, "answered", brought.answers) }
}

fn of_tally(wave: &str, by: &'static str, group: &str, tally: &Tally) -> Vec<ResponseLine> {
    let Tally { i, p, r, nc, o, uh, uo } = *tally;
    let letters = [("I", i), ("P", p), ("R", r), ("NC", nc), ("O", o), ("UH", uh), ("UO", uo)];
    let counts = letters.map(|(letter, count)| counted(wave, (by, group), letter, count));
    let rates = rates(tally, ELIGIBLE_SHARE).map(|rate| ResponseLine {
        denominator: Some(rate.denominator),
        share: rate.share().map(four_decimals),
        ..counted(wave, (by, group), rate.name, rate.numerator)
    });
    counts.into_iter().chain(rates).collect()
}

fn counted(wave: &str, (by, group): (&'static str, &str), name: &str, count: u64) -> ResponseLine {
    ResponseLine {
        wave: wave.to_owned(),
        by,
        group: group.to_owned(),
        name: name.to_owned(),
        count: Some(count),
        denominator: None,
        share: None,
        words: Words::default(),
    }
}
