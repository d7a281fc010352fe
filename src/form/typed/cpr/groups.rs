//! Digits that stand together, and what stands between and after them.

/// More than this many signs between two digits part two numbers.
const LONGEST_GAP: usize = 30;
/// A number of a telephone has at most this many digits, with the country.
const LONGEST_PHONE: usize = 15;
/// Letters that lengthen others, and are drawn as lines where digits stand beside them.
const LINES: [char; 2] = ['ـ', 'ー'];
/// Groups are looked at no further than this from where they begin.
const MOST_COUNTED: usize = 20;

#[derive(Clone, Copy)]
pub struct Group<'a> {
    /// What stands between these digits and those before.
    pub gap: &'a str,
    pub digits: &'a str,
    after: &'a str,
}

pub fn groups(plain: &str) -> Vec<Group<'_>> {
    let (mut found, mut rest) = (Vec::new(), plain);
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (gap, from) = rest.split_at(at);
        let end = from.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at(end);
        found.push(Group { gap, digits, after });
        rest = after;
    }
    found
}

impl Group<'_> {
    pub fn len(&self) -> usize {
        self.digits.len()
    }

    /// A word before it, or too much else, parts it from what was before.
    pub fn is_elsewhere(&self) -> bool {
        let is_word = |sign: char| sign.is_alphanumeric() && !LINES.contains(&sign);
        self.gap.contains(is_word) || self.gap.chars().count() > LONGEST_GAP
    }

    /// Signs that part sentences or count things stand before it, unless digits stand on both sides of one at once.
    pub fn is_apart(&self) -> bool {
        let parts = |sign: char| ",;+?!%&@#$€£×".contains(sign);
        self.gap.contains(parts) && self.gap.chars().count() > 1
    }

    pub fn is_after_blank(&self) -> bool {
        self.gap.chars().all(char::is_whitespace)
    }

    pub fn begins_line(&self) -> bool {
        self.gap.contains('\n')
    }

    /// `2300 København`
    pub fn is_before_name(&self) -> bool {
        let mut signs = self.after.strip_prefix(' ').unwrap_or_default().chars();
        signs.next().is_some_and(char::is_uppercase) && signs.next().is_some_and(char::is_alphabetic)
    }

    /// `170506 kr.`
    pub fn is_before_price(&self) -> bool {
        let after: String = self.after.trim_start().chars().take(3).flat_map(char::to_lowercase).collect();
        ["kr", "dkk", "eur", "€", "$", "£", "%"].iter().any(|sign| after.starts_with(sign))
    }

    /// A number is dialled with the country after a plus; a plus that stands alone is a mark before a line, and the
    /// number of no country begins with a nought.
    fn is_after_plus(&self) -> bool {
        let sign = self.gap.rsplit_once('+').map(|(_, sign)| sign);
        sign.is_some_and(|sign| matches!(sign, "" | "(")) && !self.digits.starts_with('0')
    }
}

pub fn digits(groups: &[Group]) -> String {
    groups.iter().map(|group| group.digits).collect()
}

pub fn lengths(groups: &[Group]) -> Vec<usize> {
    groups.iter().take(MOST_COUNTED).map(Group::len).collect()
}

/// How many digits they are; no more are counted than a number may have.
pub fn count(groups: &[Group]) -> usize {
    groups.iter().take(MOST_COUNTED).map(Group::len).sum()
}

/// A telephone number with its country.
pub fn is_call(run: &[Group]) -> bool {
    run.first().is_some_and(Group::is_after_plus) && count(run) <= LONGEST_PHONE
}
