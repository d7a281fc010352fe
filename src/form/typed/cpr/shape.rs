//! The shape of a CPR number: a day of birth, then four digits.

use chrono::{Datelike, NaiveDate};

use super::groups::{Group, count, digits, is_call, lengths};

/// People with a CPR number were born in these years.
const BIRTHS: std::ops::RangeInclusive<i32> = 1858..=2057;
/// Whoever was born from this year on is too young for us: the day is one on which something happened.
const TOO_YOUNG: i32 = 2015;

/// Whether one stands in the groups of a text.
pub fn holds_one(groups: &[Group]) -> bool {
    groups.chunk_by(|_, next| !next.is_elsewhere()).any(|near| {
        let runs: Vec<&[Group]> = near.chunk_by(|_, next| !next.is_apart()).collect();
        runs.iter().any(|run| is_in_run(run)) || runs.windows(2).any(|two| is_across(two[0], two[1]))
    })
}

/// Nothing parts the groups of a run.
fn is_in_run(run: &[Group]) -> bool {
    if is_call(run) {
        return is_call_with_cpr_number(run);
    }
    let begins_any = |run: &[Group]| (0..run.len()).any(|from| begins_one(run, from));
    let mut lines = run.chunk_by(|_, next| !next.begins_line());
    is_whole_number(run) || begins_any(run) || lines.any(|line| is_whole_number(line) || begins_any(line))
}

/// A Danish number has eight digits after the country; where ten follow it, no telephone is meant.
fn is_call_with_cpr_number(run: &[Group]) -> bool {
    let all = digits(run);
    let is_grouped = lengths(run) == [6, 4] || lengths(run) == [8, 4] || lengths(run) == [2, 6, 4];
    let number = all.strip_prefix("45").filter(|rest| rest.len() == 10).unwrap_or(&all);
    is_grouped && number.len() == 10 && birth(&number[..6]).is_some()
}

/// `010190, 1234`: the first run ends with the day, the other begins with the four digits.
fn is_across(before: &[Group], after: &[Group]) -> bool {
    let line = before.chunk_by(|_, next| !next.begins_line()).last().unwrap_or_default();
    let rest = after.chunk_by(|_, next| !next.begins_line()).next().unwrap_or_default();
    let Some(last) = line.last().filter(|_| !is_call(before)) else { return false };
    let day = if matches!(last.len(), 6 | 8) { &line[line.len() - 1..] } else { line };
    let Some((born, parts)) = day_of_birth(day) else { return false };
    let is_four = rest[0].len() == 4 || (lengths(rest) == [2, 2] && rest[1].is_after_blank());
    let is_other = rest[0].gap.contains(['%', '$', '€', '£', '×'])
        || rest[0].gap.ends_with('+')
        || rest[rest.len() - 1].is_before_price()
        || rest[0].is_before_name()
        || count(rest) == 8
        || is_year_from(&rest[0], born);
    parts == day.len() && is_four && !is_other && !is_moment(born, rest) && !begins_other_day(rest)
}

/// `01-01-1990, 2006`
fn is_year_from(four: &Group, born: Born) -> bool {
    let year = four.digits.parse::<i32>().unwrap_or_default();
    born.is_parted && born.year.is_some_and(|first| (first..2050).contains(&year))
}

/// Whether the groups from there on begin with a CPR number in one of the ways in which it is grouped.
fn begins_one(run: &[Group], from: usize) -> bool {
    let groups = &run[from..];
    if is_one_group(groups[0].digits) {
        return true;
    }
    let Some((born, parts)) = day_of_birth(groups) else { return false };
    if parts == 3 && from >= 2 && is_year_of_day_before(&run[from - 2..=from]) {
        return false;
    }
    let (day, rest) = groups.split_at(parts);
    match lengths(rest)[..] {
        [4, ..] => !is_other_four(run, day, born, rest),
        [2, 2, ..] => is_parted_four(run, day, rest) && !is_moment(born, rest),
        _ => false,
    }
}

/// `01.02.2010 - 05.03.2014`: what could begin a day ends the one before.
fn is_year_of_day_before(three: &[Group]) -> bool {
    three[2].len() == 4 && day_of_birth(three).is_some_and(|(_, parts)| parts == 3)
}

fn is_one_group(digits: &str) -> bool {
    let is_day =
        |length: usize| day_of_birth_in(&digits[..length]).is_some_and(|born| !is_time(born, &digits[length..]));
    match digits.len() {
        10 => is_day(6),
        12 => is_day(8),
        _ => false,
    }
}

/// Four digits after a day that are no part of a CPR number.
fn is_other_four(run: &[Group], day: &[Group], born: Born, rest: &[Group]) -> bool {
    if day.len() == 1 || born.year.is_none() {
        return (day.len() == 3 && is_span_of_time(day)) || is_moment(born, rest) || begins_other_day(rest);
    }
    let is_blank = day[1..].iter().chain(&rest[..1]).all(Group::is_after_blank);
    (is_blank && count(run) != 12)
        || (rest[0].is_after_blank() && rest[0].is_before_name())
        || is_moment(born, rest)
        || begins_other_day(rest)
}

/// `12 34`, where neither a time, an amount, a telephone number nor a date is meant.
fn is_parted_four(run: &[Group], day: &[Group], rest: &[Group]) -> bool {
    let is_decimal = rest[0].is_after_blank() && matches!(rest[1].gap, "." | ":" | ",");
    let line = rest[1..].iter().take(4).take_while(|group| !group.begins_line()).count() + 1;
    let is_phone = line == 4 && count(&rest[..4]) == 8;
    if day.len() == 1 {
        let goes_on = rest[0].is_after_blank() && line > 2 && !rest[2].is_after_blank();
        return !is_decimal && !is_phone && !goes_on;
    }
    // `28/11 10.00-11.30`: the parts of a day have one mark between them, a day and the hours after it have two.
    if !rest[1].is_after_blank() && day[1].gap != day[2].gap {
        return false;
    }
    let is_marked = !day[1].is_after_blank() && !day[2].is_after_blank();
    let is_other_day =
        day[2].len() == 4 && day[2].gap != rest[0].gap && day_of_birth(&[day[2], rest[0], rest[1]]).is_some();
    !is_decimal && line == 2 && !is_other_day && (is_marked || count(run) < 14)
}

/// `2026-03-04 - 2026-05-06`: what follows a day begins another.
fn begins_other_day(rest: &[Group]) -> bool {
    rest.len() > 2 && rest[0].len() == 4 && day_of_birth(rest).is_some_and(|(_, parts)| parts == 3)
}

/// `28-11-2026 1944`: a time or a year after a day on which nobody of ours was born.
fn is_moment(born: Born, rest: &[Group]) -> bool {
    is_time(born, &digits(&rest[..if rest[0].len() == 4 { 1 } else { 2 }]))
}

fn is_time(born: Born, four: &str) -> bool {
    let number = |from: usize| four[from..from + 2].parse::<u32>().unwrap_or(99);
    let is_time_or_year = (number(0) < 24 && number(2) < 60) || (20..=21).contains(&number(0));
    born.year.is_some_and(|year| year >= TOO_YOUNG) && is_time_or_year
}

/// A day on which somebody may have been born.
#[derive(Clone, Copy)]
struct Born {
    /// When it is written in full.
    year: Option<i32>,
    /// Whether day, month and year are apart.
    is_parted: bool,
}

/// The day with which the groups begin, and how many of them it takes.
fn day_of_birth(groups: &[Group]) -> Option<(Born, usize)> {
    let first: Vec<usize> = groups.iter().take(3).map(Group::len).collect();
    match first[..] {
        [6 | 8, ..] => Some((day_of_birth_in(groups[0].digits)?, 1)),
        [1 | 2, 1 | 2, 2 | 4] if is_padded_or_parted(groups) => Some((parted(&padded(&groups[..3]))?, 3)),
        [1 | 2, 1 | 2, 2 | 4] if is_half_parted(groups) => {
            let born = parted(&padded(&groups[..3]))?;
            born.year.is_none_or(|year| year < TOO_YOUNG).then_some((born, 3))
        }
        [4, 1 | 2, 1 | 2] if !groups[1].is_after_blank() && !groups[2].is_after_blank() => {
            let turned = [groups[2], groups[1], groups[0]];
            Some((parted(&padded(&turned))?, 3))
        }
        _ => None,
    }
}

fn parted(digits: &str) -> Option<Born> {
    birth(digits).map(|born| Born { is_parted: true, ..born })
}

/// The day out of six digits, or out of eight with the year at either end.
fn day_of_birth_in(digits: &str) -> Option<Born> {
    birth(digits).or_else(|| {
        let (year, rest) = digits.split_at_checked(4).filter(|_| digits.len() == 8)?;
        birth(&format!("{}{}{year}", &rest[2..], &rest[..2]))
    })
}

/// The digits of day, month and year, with the noughts that were left out.
fn padded(groups: &[Group]) -> String {
    groups.iter().map(|group| format!("{:0>2}", group.digits)).collect()
}

/// `9.30-12.00 2026`: times have a full stop or a colon within them and a hyphen between them.
fn is_span_of_time(day: &[Group]) -> bool {
    day[1].gap.contains('-') && matches!(day[2].gap, "." | ":")
}

/// Days and months of one digit are those of a date only where marks part them.
fn is_padded_or_parted(groups: &[Group]) -> bool {
    let is_parted = !groups[1].is_after_blank() && !groups[2].is_after_blank();
    is_parted || (groups[0].len() == 2 && groups[1].len() == 2)
}

/// `7/5 2006`: the year stands apart from day and month. Hours of a day are written so too, before a number of any kind.
fn is_half_parted(groups: &[Group]) -> bool {
    matches!(groups[1].gap, "/" | "." | "-" | "/ " | ". ") && groups[2].is_after_blank()
}

/// Whether ten digits that stand alone are a CPR number, however they are grouped.
fn is_whole_number(run: &[Group]) -> bool {
    let is_number = count(run) == 10 && birth(&digits(run)[..6]).is_some();
    is_number && !is_day_and_time(run) && !is_domestic_call(run) && !is_amount(run)
}

/// `12.059.012,34`: thousands, and hundredths after a comma.
fn is_amount(run: &[Group]) -> bool {
    match run {
        [first, thousands @ .., hundredths] if !thousands.is_empty() => {
            let is_thousand = |group: &Group| group.gap == "." && group.len() == 3;
            first.len() <= 3 && thousands.iter().all(is_thousand) && hundredths.gap == "," && hundredths.len() == 2
        }
        _ => false,
    }
}

/// `28.11.26 19.44`
fn is_day_and_time(run: &[Group]) -> bool {
    match run {
        [.., hour, minute] => hour.gap.contains(' ') && matches!(minute.gap, "." | ":") && minute.len() == 2,
        _ => false,
    }
}

/// A number of a neighbouring country without the country: `070-123 45 67`, `08-123 456 78`.
fn is_domestic_call(run: &[Group]) -> bool {
    let Some(first) = run.first() else { return false };
    let mut end = 0;
    let parts_the_date = run.iter().any(|group| {
        end += group.len();
        end == 6
    });
    run.len() > 1 && first.digits.starts_with('0') && (first.len() == 3 || !parts_the_date)
}

/// The day that digits are, day and month first. A replacement number, given to somebody without a CPR number, has 60
/// added to its day.
fn birth(digits: &str) -> Option<Born> {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let (day, month) = (number(0, 2)?, number(2, 4)?);
    let day = if day > 60 { day - 60 } else { day };
    let is_day = |year: i32| NaiveDate::from_ymd_opt(year, month, day).is_some_and(|day| BIRTHS.contains(&day.year()));
    match digits.len() {
        8 => number(4, 8).map(u32::cast_signed).filter(|year| is_day(*year)).map(Some),
        6 => number(4, 6).filter(|year| (18..=20).any(|age| is_day((age * 100 + year).cast_signed()))).map(|_| None),
        _ => None,
    }
    .map(|year| Born { year, is_parted: false })
}
