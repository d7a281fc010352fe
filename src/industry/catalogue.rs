//! Sections and divisions of both systems, read once from the data files.

use std::sync::LazyLock;

use sea_orm::ActiveEnum;

use super::IndustrySystem;
use super::codes::IndustryCode;
use crate::language::Tr;

/// The numbers of two digits.
pub(super) const NUMBERS: usize = 100;

/// A lettered section of one system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub system: IndustrySystem,
    pub letter: char,
    pub danish: &'static str,
    pub english: &'static str,
}

/// A two-digit division of one system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    pub system: IndustrySystem,
    pub number: &'static str,
    pub section: char,
    /// The area of vocational education that young people know; none where no education leads there.
    pub youth_group: Option<YouthGroup>,
    pub danish: &'static str,
    pub english: &'static str,
}

/// The four areas of Danish vocational education, used as top groups for young people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YouthGroup {
    /// Omsorg, sundhed og pædagogik.
    Care,
    /// Kontor, handel og forretningsservice.
    Office,
    /// Fødevarer, jordbrug og oplevelser.
    Food,
    /// Teknologi, byggeri og transport.
    Technology,
}

static SECTIONS: LazyLock<Vec<Section>> = LazyLock::new(|| {
    let rows = include_str!("data/sections.tsv").lines().skip(1);
    rows.filter_map(read_section).collect()
});

static DIVISIONS: LazyLock<Vec<Division>> = LazyLock::new(|| {
    let rows = include_str!("data/divisions.tsv").lines().skip(1);
    rows.filter_map(read_division).collect()
});

/// The divisions of both systems by their numbers: they are asked for with each two codes that are compared.
static BY_NUMBER: LazyLock<Vec<Option<&'static Division>>> = LazyLock::new(|| {
    let mut found = vec![None; 2 * NUMBERS];
    for division in DIVISIONS.iter() {
        found[place(division.system, division.number)] = Some(division);
    }
    found
});

/// Every section of a system, by letter.
pub fn sections(system: IndustrySystem) -> impl Iterator<Item = &'static Section> {
    SECTIONS.iter().filter(move |section| section.system == system)
}

/// Every division of a system, by number.
pub fn divisions(system: IndustrySystem) -> impl Iterator<Item = &'static Division> {
    DIVISIONS.iter().filter(move |division| division.system == system)
}

/// The division that a code lies in.
pub fn division(code: &IndustryCode) -> Option<&'static Division> {
    BY_NUMBER[place(code.system(), code.division())]
}

fn place(system: IndustrySystem, division: &str) -> usize {
    number(division) + if system == IndustrySystem::Db07 { 0 } else { NUMBERS }
}

/// The two digits with which a code begins, as a number.
pub(super) fn number(code: &str) -> usize {
    code.bytes().take(2).fold(0, |number, digit| number * 10 + usize::from(digit.wrapping_sub(b'0') % 10))
}

/// The section that a code lies in.
pub fn section(code: &IndustryCode) -> Option<&'static Section> {
    let letter = division(code)?.section;
    sections(code.system()).find(|section| section.letter == letter)
}

fn read_section(row: &'static str) -> Option<Section> {
    let mut cells = row.split('\t');
    Some(Section {
        system: IndustrySystem::try_from_value(&cells.next()?.to_owned()).ok()?,
        letter: cells.next()?.chars().next()?,
        danish: cells.next()?,
        english: cells.next()?,
    })
}

fn read_division(row: &'static str) -> Option<Division> {
    let mut cells = row.split('\t');
    Some(Division {
        system: IndustrySystem::try_from_value(&cells.next()?.to_owned()).ok()?,
        number: cells.next()?,
        section: cells.next()?.chars().next()?,
        youth_group: youth_group(cells.next()?),
        danish: cells.next()?,
        english: cells.next()?,
    })
}

fn youth_group(letter: &str) -> Option<YouthGroup> {
    match letter {
        "O" => Some(YouthGroup::Care),
        "K" => Some(YouthGroup::Office),
        "F" => Some(YouthGroup::Food),
        "T" => Some(YouthGroup::Technology),
        _ => None,
    }
}

impl Division {
    pub fn title(&self, tr: Tr) -> &'static str {
        match tr {
            Tr::Danish => self.danish,
            _ => self.english,
        }
    }
}
