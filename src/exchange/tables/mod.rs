//! The twelve files of the format: the columns of each, and how its rows are read, compared and written down.

mod agreement;
mod contact_attempt;
mod contact_way;
mod course;
mod housing_area;
mod meeting;
mod mentor;
mod partner;
mod planned_meeting;
mod referral;
mod referral_around;
mod responsibility;
mod survey;
mod youth;

pub use agreement::AgreementRow;
pub use contact_attempt::AttemptRow;
pub use contact_way::{WayRow, Whose};
pub use course::{CourseRow, CourseStatus, needs_a_reason};
pub use housing_area::AreaRow;
pub use meeting::MeetingRow;
pub use mentor::MentorRow;
pub use partner::PartnerRow;
pub use planned_meeting::PlannedRow;
pub use referral::{ReferralRow, ReferralStatus};
pub use referral_around::{Around, Courses};
pub use responsibility::ResponsibilityRow;
pub use survey::SurveyRow;
pub use youth::YouthRow;

use chrono::NaiveDate;

use super::{
    cells::Cells,
    format::{Column, Heading, headings, keep_columns},
    sheet::Columns,
};

/// A file of the format. They sort so that each file only refers to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    Partners,
    HousingAreas,
    Agreements,
    Mentors,
    Referrals,
    Courses,
    Meetings,
    Surveys,
    ContactAttempts,
    PlannedMeetings,
    ContactWays,
    Responsibilities,
}

impl Table {
    pub const ALL: [Self; 12] = [
        Self::Partners,
        Self::HousingAreas,
        Self::Agreements,
        Self::Mentors,
        Self::Referrals,
        Self::Courses,
        Self::Meetings,
        Self::Surveys,
        Self::ContactAttempts,
        Self::PlannedMeetings,
        Self::ContactWays,
        Self::Responsibilities,
    ];

    /// The name of its file without `.csv`, and of its sheet in a workbook.
    pub fn name(self) -> &'static str {
        match self {
            Self::Partners => "partners",
            Self::HousingAreas => "housing_areas",
            Self::Agreements => "agreements",
            Self::Mentors => "mentors",
            Self::Referrals => "referrals",
            Self::Courses => "courses",
            Self::Meetings => "meetings",
            Self::Surveys => "surveys",
            Self::ContactAttempts => "contact_attempts",
            Self::PlannedMeetings => "planned_meetings",
            Self::ContactWays => "contact_ways",
            Self::Responsibilities => "responsibilities",
        }
    }

    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }

    /// Whether export leaves the file out where there is nothing for it.
    pub fn is_written_if_known(self) -> bool {
        matches!(self, Self::Agreements | Self::PlannedMeetings | Self::ContactWays | Self::Responsibilities)
    }

    /// In the order in which export writes them.
    pub fn columns(self) -> Vec<Heading> {
        match self {
            Self::Partners => headings::<PartnerRow>(),
            Self::HousingAreas => headings::<AreaRow>(),
            Self::Agreements => headings::<AgreementRow>(),
            Self::Mentors => headings::<MentorRow>(),
            Self::Referrals => headings::<ReferralRow>(),
            Self::Courses => headings::<CourseRow>(),
            Self::Meetings => headings::<MeetingRow>(),
            Self::Surveys => headings::<SurveyRow>(),
            Self::ContactAttempts => headings::<AttemptRow>(),
            Self::PlannedMeetings => headings::<PlannedRow>(),
            Self::ContactWays => headings::<WayRow>(),
            Self::Responsibilities => headings::<ResponsibilityRow>(),
        }
    }

    /// What its rows are found again by.
    pub fn key_parts(self) -> &'static str {
        match self {
            Self::Partners => PartnerRow::KEY_PARTS,
            Self::HousingAreas => AreaRow::KEY_PARTS,
            Self::Agreements => AgreementRow::KEY_PARTS,
            Self::Mentors => MentorRow::KEY_PARTS,
            Self::Referrals => ReferralRow::KEY_PARTS,
            Self::Courses => CourseRow::KEY_PARTS,
            Self::Meetings => MeetingRow::KEY_PARTS,
            Self::Surveys => SurveyRow::KEY_PARTS,
            Self::ContactAttempts => AttemptRow::KEY_PARTS,
            Self::PlannedMeetings => PlannedRow::KEY_PARTS,
            Self::ContactWays => WayRow::KEY_PARTS,
            Self::Responsibilities => ResponsibilityRow::KEY_PARTS,
        }
    }

    /// The names of its columns, for a message.
    pub fn names(self) -> String {
        self.columns().iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
    }
}

/// What a row says: read from a file, or from the database as export would write it.
pub trait Row: Clone + Default + Send + Sync + 'static {
    const TABLE: Table;
    /// Whether no two rows have the same key. Where they may, they differ in something else.
    const UNIQUE: bool;
    /// The column of its id.
    const KEY: &'static str;
    /// What the id is made of, for a message.
    const KEY_PARTS: &'static str = Self::KEY;
    /// In the order in which export writes them.
    const COLUMNS: &'static [Column<Self>];

    /// By what it is found again.
    fn key(&self) -> String;

    /// The key as a message shows it.
    fn shown_key(&self) -> String {
        self.key()
    }

    /// Reports what does not fit together in the row. Cells that could not be read are as if they were empty.
    fn check(&self, _cells: &mut Cells) {}

    /// Takes over from the row in the database what the file does not speak of.
    fn keep(&mut self, known: &Self, columns: &Columns) {
        keep_columns(self, known, columns);
    }

    /// Fills in what the platform must know and the file does not. What had to be made up is a warning: its column
    /// and its sentence.
    fn settle(&mut self, _known: Option<&Self>, _today: NaiveDate) -> Option<(&'static str, String)> {
        None
    }
}
