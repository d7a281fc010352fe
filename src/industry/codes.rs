//! A Danish industry code: which system it belongs to, and its digits.

use std::fmt;
use std::str::FromStr;

use entity::mentor_industries::IndustrySystem;
use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};

use super::{catalogue, sought::meant, vocabulary::Vocabulary};
use crate::form::{FieldErrors, Line, Ticked};

/// Why a text is not an industry code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndustryCodeError {
    #[error("write the code with its system, as in DB07:62 or DB25:62.10")]
    NoSystem,
    #[error("\"{0}\" is not an industry system; use DB07 or DB25")]
    UnknownSystem(String),
    #[error("\"{0}\" is not an industry code; it has two, three, four or six digits")]
    NotDigits(String),
    #[error("{0} has no division {1}")]
    UnknownDivision(IndustrySystem, String),
}

/// An industry: a division of one system, or a group, class or national class within it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IndustryCode {
    system: IndustrySystem,
    digits: String,
}

impl IndustryCode {
    /// A code from its digits, with dots (`62.10`) or as the CVR register writes them (`621000`).
    ///
    /// # Errors
    /// When it is not two, three, four or six digits, or the system has no such division.
    pub fn new(system: IndustrySystem, code: &str) -> Result<Self, IndustryCodeError> {
        let digits: String = code.trim().chars().filter(|c| *c != '.').collect();
        let is_number = digits.bytes().all(|b| b.is_ascii_digit());
        if !is_number || !matches!(digits.len(), 2 | 3 | 4 | 6) {
            return Err(IndustryCodeError::NotDigits(code.trim().to_owned()));
        }
        let found = Self { system, digits };
        if catalogue::division(&found).is_none() {
            return Err(IndustryCodeError::UnknownDivision(system, found.division().to_owned()));
        }
        Ok(found)
    }

    pub fn system(&self) -> IndustrySystem {
        self.system
    }

    /// The digits without dots: `62`, `6210` or `621000`.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// The two-digit division, on which the platform matches.
    pub fn division(&self) -> &str {
        &self.digits[..2]
    }

    /// The same industry, no finer than its division.
    pub fn to_division(&self) -> Self {
        Self { system: self.system, digits: self.division().to_owned() }
    }

    /// The industry itself, then what contains it, down to the division.
    pub fn and_coarser(&self) -> impl Iterator<Item = Self> + use<'_> {
        let depths = [6, 4, 3, 2].into_iter().filter(|depth| *depth <= self.digits.len());
        depths.map(|depth| Self { system: self.system, digits: self.digits[..depth].to_owned() })
    }

    /// The letter of its section in its own system.
    pub fn section(&self) -> Option<char> {
        catalogue::division(self).map(|division| division.section)
    }

    /// The code as the classification prints it: `62`, `62.1`, `62.10`, `62.10.00`.
    pub fn code(&self) -> String {
        let digits = &self.digits;
        match digits.len() {
            2 => digits.clone(),
            6 => format!("{}.{}.{}", &digits[..2], &digits[2..4], &digits[4..]),
            _ => format!("{}.{}", &digits[..2], &digits[2..]),
        }
    }
}

impl fmt::Display for IndustryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.system, self.code())
    }
}

impl TryFrom<String> for IndustryCode {
    type Error = IndustryCodeError;

    fn try_from(text: String) -> Result<Self, IndustryCodeError> {
        text.parse()
    }
}

impl From<IndustryCode> for String {
    fn from(code: IndustryCode) -> Self {
        code.to_string()
    }
}

impl FromStr for IndustryCode {
    type Err = IndustryCodeError;

    fn from_str(text: &str) -> Result<Self, IndustryCodeError> {
        let (system, code) = text.split_once(':').ok_or(IndustryCodeError::NoSystem)?;
        let system = system.trim().to_ascii_uppercase();
        let known = IndustrySystem::try_from_value(&system);
        Self::new(known.map_err(|_| IndustryCodeError::UnknownSystem(system))?, code)
    }
}

/// The industries that were ticked, and the one that was typed beside them, each once.
pub fn read_codes(
    ticked: &Ticked,
    further: &Line<80>,
    vocabulary: &Vocabulary,
    errors: &mut FieldErrors,
) -> Vec<IndustryCode> {
    let mut codes: Vec<IndustryCode> = Vec::new();
    for code in ticked.iter().map(|code| code.parse()) {
        ticked.refuse_if(errors, code.is_err(), "error-choice");
        codes.extend(code.ok().filter(|code| !codes.contains(code)));
    }
    if let Some(typed) = further.read(errors) {
        let code = meant(&typed, vocabulary);
        further.refuse_if(errors, code.is_none(), "industry-unclear");
        codes.extend(code.filter(|code| !codes.contains(code)));
    }
    codes
}
