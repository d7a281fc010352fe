//! Reads the fields of a form one by one. What is wrong is noted beside its field and the reading goes on, so that a
//! person learns all of it at once.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::form::{DateParts, FieldErrors, is_name, typed};

impl FieldErrors {
    /// A line of at most so many characters, or nothing when nothing was typed. No line or text may hold a CPR number.
    pub fn line(&mut self, field: &str, typed: &str, most: usize) -> Option<String> {
        self.kept(field, typed::optional_line(typed), most)
    }

    /// The name of a person, or nothing when nothing was typed: a line that is or holds no address.
    pub fn name(&mut self, field: &str, typed: &str, most: usize) -> Option<String> {
        self.refuse_if(field, !is_name(typed), "error-no-name");
        self.line(field, typed, most)
    }

    /// The name of a person that must be there.
    pub fn needed_name(&mut self, field: &str, typed: &str, most: usize, missing: impl ToString) -> String {
        self.refuse_if(field, !is_name(typed), "error-no-name");
        self.needed_line(field, typed, most, missing)
    }

    /// A text of several lines and of at most so many characters, or nothing.
    pub fn text(&mut self, field: &str, typed: &str, most: usize) -> Option<String> {
        self.kept(field, typed::optional_text(typed), most)
    }

    /// A line that must be there; `missing` is the key of the sentence when it is not.
    pub fn needed_line(&mut self, field: &str, typed: &str, most: usize, missing: impl ToString) -> String {
        let line = typed::line(typed);
        self.refuse_if(field, line.is_empty(), missing);
        self.kept(field, Some(line), most).unwrap_or_default()
    }

    /// A text that must be there.
    pub fn needed_text(&mut self, field: &str, typed: &str, most: usize, missing: impl ToString) -> String {
        let text = typed::text(typed);
        self.refuse_if(field, text.is_empty(), missing);
        self.kept(field, Some(text), most).unwrap_or_default()
    }

    /// A phone number, or nothing when nothing was typed.
    pub fn phone(&mut self, field: &str, typed: &str) -> Option<String> {
        self.read(field, typed, typed::phone, "error-phone")
    }

    /// A mail address, or nothing when nothing was typed.
    pub fn address(&mut self, field: &str, typed: &str) -> Option<String> {
        self.read(field, typed, typed::mail_address, "error-email")
    }

    /// A mail address that must be there.
    pub fn needed_address(&mut self, field: &str, typed: &str) -> String {
        self.refuse_if(field, typed::is_blank(typed), "error-email");
        self.address(field, typed).unwrap_or_default()
    }

    /// A whole number in a range, or nothing when nothing was typed; `wrong` is the key of the sentence otherwise, and
    /// may name the least as `min` and the most as `max`.
    pub fn whole(&mut self, field: &str, typed: &str, range: RangeInclusive<i32>, wrong: &str) -> Option<i32> {
        let line = typed::optional_line(typed)?;
        let number = typed::whole(&line).filter(|number| range.contains(number));
        if number.is_none() {
            let bounds = vec![("min", range.start().to_string()), ("max", range.end().to_string())];
            self.add_with(field, wrong, bounds);
        }
        number
    }

    /// A Danish postcode of four digits, or nothing when nothing was typed.
    pub fn postcode(&mut self, field: &str, typed: &str) -> Option<String> {
        self.read(field, typed, typed::postcode, "error-postcode")
    }

    /// A day, or nothing when nothing was typed.
    pub fn day(&mut self, field: &str, parts: &DateParts) -> Option<NaiveDate> {
        if parts.is_empty() {
            return None;
        }
        let day = parts.date();
        self.refuse_if(field, day.is_none(), "error-date-wrong");
        day
    }

    /// A day that must be there.
    pub fn needed_day(&mut self, field: &str, parts: &DateParts, missing: impl ToString) -> Option<NaiveDate> {
        self.refuse_if(field, parts.is_empty(), missing);
        self.day(field, parts)
    }

    /// A day that must be there and may not lie ahead.
    pub fn past_day(
        &mut self,
        field: &str,
        parts: &DateParts,
        today: NaiveDate,
        missing: impl ToString,
    ) -> Option<NaiveDate> {
        let day = self.needed_day(field, parts, missing)?;
        self.refuse_if(field, day > today, "error-date-ahead");
        Some(day)
    }

    /// Notes that a field is refused, when it is.
    pub fn refuse_if(&mut self, field: &str, is_refused: bool, key: impl ToString) {
        if is_refused {
            self.add(field, key);
        }
    }

    /// What was read, when nothing was wrong with any field.
    pub fn done<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self),
        }
    }

    fn kept(&mut self, field: &str, words: Option<String>, most: usize) -> Option<String> {
        let words = words?;
        if typed::holds_cpr_number(&words) {
            self.add(field, "error-cpr");
        } else if typed::length(&words) > most {
            self.add_with(field, "error-too-long", vec![("max", most.to_string())]);
        }
        Some(words)
    }

    fn read<T>(&mut self, field: &str, written: &str, read: impl FnOnce(&str) -> Option<T>, wrong: &str) -> Option<T> {
        let line = typed::optional_line(written)?;
        let value = read(written);
        if typed::holds_cpr_number(&line) {
            self.add(field, "error-cpr");
        } else if value.is_none() {
            self.add(field, wrong);
        }
        value
    }
}
