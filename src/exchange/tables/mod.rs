//! The eight files of the format: the columns of each, and how its rows are read, compared and written down.

mod contact_attempt;
mod course;
mod housing_area;
mod meeting;
mod mentor;
mod partner;
mod referral;
mod survey;
mod youth;

pub use contact_attempt::AttemptRow;
pub use course::{CourseRow, CourseStatus, needs_a_reason};
pub use housing_area::AreaRow;
pub use meeting::MeetingRow;
pub use mentor::MentorRow;
pub use partner::PartnerRow;
pub use referral::{Around, Courses, ReferralRow, ReferralStatus};
pub use survey::SurveyRow;
pub use youth::YouthRow;

use chrono::NaiveDate;

use super::{cells::Cells, sheet::Columns, value::written};

/// A file of the format. They sort so that each file only refers to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    Partners,
    HousingAreas,
    Mentors,
    Referrals,
    Courses,
    Meetings,
    Surveys,
    ContactAttempts,
}

/// A column of a file.
pub struct Column {
    pub name: &'static str,
    /// Whether every file must have it and every row must fill it.
    pub required: bool,
}

const fn needed(name: &'static str) -> Column {
    Column { name, required: true }
}

const fn may(name: &'static str) -> Column {
    Column { name, required: false }
}

impl Table {
    pub const ALL: [Self; 8] = [
        Self::Partners,
        Self::HousingAreas,
        Self::Mentors,
        Self::Referrals,
        Self::Courses,
        Self::Meetings,
        Self::Surveys,
        Self::ContactAttempts,
    ];

    /// The name of its file without `.csv`, and of its sheet in a workbook.
    pub fn name(self) -> &'static str {
        match self {
            Self::Partners => "partners",
            Self::HousingAreas => "housing_areas",
            Self::Mentors => "mentors",
            Self::Referrals => "referrals",
            Self::Courses => "courses",
            Self::Meetings => "meetings",
            Self::Surveys => "surveys",
            Self::ContactAttempts => "contact_attempts",
        }
    }

    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }

    /// In the order in which export writes them.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Partners => partner::COLUMNS,
            Self::HousingAreas => housing_area::COLUMNS,
            Self::Mentors => mentor::COLUMNS,
            Self::Referrals => referral::COLUMNS,
            Self::Courses => course::COLUMNS,
            Self::Meetings => meeting::COLUMNS,
            Self::Surveys => survey::COLUMNS,
            Self::ContactAttempts => contact_attempt::COLUMNS,
        }
    }

    /// The names of its columns, for a message.
    pub fn names(self) -> String {
        self.columns().iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
    }
}

/// What a row says: read from a file, or from the database as export would write it.
pub trait Row: Clone + Send + Sync {
    const TABLE: Table;
    /// Whether no two rows have the same key. Where they may, they differ in something else.
    const UNIQUE: bool;
    /// The column of its id.
    const KEY: &'static str;
    /// What the id is made of, for a message.
    const KEY_PARTS: &'static str = Self::KEY;

    /// Reads a row. What is wrong with it has been reported when there is none.
    fn read(cells: &mut Cells) -> Option<Self>;

    /// By what it is found again.
    fn key(&self) -> String;

    /// The key as a message shows it.
    fn shown_key(&self) -> String {
        self.key()
    }

    /// Takes over from the row in the database what the file does not speak of.
    fn keep(&mut self, known: &Self, columns: &Columns);

    /// Fills in what the platform must know and the file does not. What had to be made up is a warning: its column
    /// and its sentence.
    fn settle(&mut self, _known: Option<&Self>, _today: NaiveDate) -> Option<(&'static str, String)> {
        None
    }

    /// Its cells in the order of the columns.
    fn cells(&self) -> Vec<String>;
}

/// The cells of a row as a file has them, before they are made [harmless](crate::spreadsheet::harmless).
pub fn written_cells(row: &impl Row) -> Vec<String> {
    row.cells().iter().map(|cell| written(cell)).collect()
}

/// Takes over a value whose column is not in the file.
fn keep<T: Clone>(columns: &Columns, column: &str, value: &mut T, known: &T) {
    if !columns.has(column) {
        value.clone_from(known);
    }
}

/// The cell of a value that may be unknown.
fn shown(value: &Option<impl ToString>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// The cell of a list.
fn joined(list: &[impl ToString]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")
}

/// The cell of a value with a word of its own in the database.
fn word<E: sea_orm::ActiveEnum<Value = String>>(value: &Option<E>) -> String {
    value.as_ref().map(sea_orm::ActiveEnum::to_value).unwrap_or_default()
}
