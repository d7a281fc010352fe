//! `mentors`: found again by `mentor_id`.

use chrono::{Datelike, NaiveDate};
use entity::{Mentor, mentors::Gender};

use super::{Cells, Column, Columns, Row, Table, joined, keep, may, needed, shown, word};
use crate::{
    exchange::value::{phone_written, written},
    industry::IndustryCode,
    mentor::MentorStatus,
};

pub const COLUMNS: &[Column] = &[
    needed("mentor_id"),
    needed("name"),
    needed("email"),
    may("phone"),
    may("birth_year"),
    may("gender"),
    needed("occupation"),
    may("employer"),
    needed("industry_codes"),
    may("keywords"),
    may("town"),
    may("postcode"),
    may("languages"),
    needed("seats"),
    may("strengths"),
    may("wants_to_improve"),
    needed("status"),
    may("approved_on"),
    may("trained_on"),
];

/// More than anybody can mentor at a time; it keeps a slip of the pen from making thousands of seats.
const MOST_SEATS: i32 = 50;

#[derive(Clone)]
pub struct MentorRow {
    pub mentor_id: String,
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
    pub birth_year: Option<i32>,
    pub gender: Option<Gender>,
    pub occupation: String,
    pub employer: Option<String>,
    pub industry_codes: Vec<IndustryCode>,
    pub keywords: Option<String>,
    pub town: Option<String>,
    pub postcode: Option<String>,
    pub languages: Vec<String>,
    pub seats: i32,
    pub strengths: Vec<String>,
    pub wants_to_improve: Vec<String>,
    pub status: MentorStatus,
    pub approved_on: Option<NaiveDate>,
    pub trained_on: Option<NaiveDate>,
}

impl Row for MentorRow {
    const TABLE: Table = Table::Mentors;
    const UNIQUE: bool = true;
    const KEY: &'static str = "mentor_id";

    fn read(cells: &mut Cells) -> Option<Self> {
        let (mentor_id, name) = (cells.needed_reference("mentor_id"), cells.needed_name("name"));
        let (email, phone) = (cells.needed_email("email"), cells.phone("phone"));
        let birth_year = cells.number("birth_year", 1900, cells.today().year());
        let gender = cells.word("gender");
        let (occupation, employer) = (cells.needed_text("occupation", 120), cells.text("employer", 120));
        let (industry_codes, keywords) = (cells.needed_industries("industry_codes"), cells.text("keywords", 400));
        let (town, postcode) = (cells.text("town", 80), cells.postcode("postcode"));
        let (languages, seats) = (cells.languages("languages"), cells.needed_number("seats", 0, MOST_SEATS));
        let (strengths, wants_to_improve) = (cells.texts("strengths"), cells.texts("wants_to_improve"));
        let status = cells.needed_choice("status", &MentorStatus::ALL.map(|status| (status.code(), status)));
        let (approved_on, trained_on) = (cells.past_date("approved_on"), cells.past_date("trained_on"));
        if status == Some(MentorStatus::Applicant) && approved_on.is_some() {
            cells.wrong("approved_on", "is set for an applicant; leave it empty, or write another status");
        }
        let row = || {
            Some(Self {
                mentor_id: mentor_id?,
                name: name?,
                email: email?,
                phone,
                birth_year,
                gender,
                occupation: occupation?,
                employer,
                industry_codes: industry_codes?,
                keywords,
                town,
                postcode,
                languages,
                seats: seats?,
                strengths,
                wants_to_improve,
                status: status?,
                approved_on,
                trained_on,
            })
        };
        cells.row(row())
    }

    fn key(&self) -> String {
        self.mentor_id.clone()
    }

    fn keep(&mut self, known: &Self, columns: &Columns) {
        keep(columns, "phone", &mut self.phone, &known.phone);
        keep(columns, "birth_year", &mut self.birth_year, &known.birth_year);
        keep(columns, "gender", &mut self.gender, &known.gender);
        keep(columns, "employer", &mut self.employer, &known.employer);
        keep(columns, "keywords", &mut self.keywords, &known.keywords);
        keep(columns, "town", &mut self.town, &known.town);
        keep(columns, "postcode", &mut self.postcode, &known.postcode);
        keep(columns, "languages", &mut self.languages, &known.languages);
        keep(columns, "strengths", &mut self.strengths, &known.strengths);
        keep(columns, "wants_to_improve", &mut self.wants_to_improve, &known.wants_to_improve);
        keep(columns, "trained_on", &mut self.trained_on, &known.trained_on);
    }

    /// A mentor who is more than an applicant was approved on some day.
    fn settle(&mut self, known: Option<&Self>, today: NaiveDate) -> Option<(&'static str, String)> {
        if self.status == MentorStatus::Applicant || self.approved_on.is_some() {
            return None;
        }
        let approved = known.and_then(|known| known.approved_on);
        let made_up = self.trained_on.map_or(today, |trained| trained.min(today));
        self.approved_on = approved.or(Some(made_up));
        let warning = format!("is not known; {made_up} stands as the day of approval");
        approved.is_none().then_some(("approved_on", warning))
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.mentor_id.clone(),
            self.name.clone(),
            self.email.clone(),
            self.phone.as_deref().map(phone_written).unwrap_or_default(),
            shown(&self.birth_year),
            word(&self.gender),
            self.occupation.clone(),
            shown(&self.employer),
            joined(&self.industry_codes),
            shown(&self.keywords),
            shown(&self.town),
            shown(&self.postcode),
            joined(&self.languages),
            self.seats.to_string(),
            joined(&self.strengths),
            joined(&self.wants_to_improve),
            self.status.code().to_owned(),
            shown(&self.approved_on),
            shown(&self.trained_on),
        ]
    }
}

impl MentorRow {
    /// The row of a mentor in the database, given what stands in other tables.
    pub fn of(mentor: Mentor, industry_codes: Vec<IndustryCode>, seats: i32, status: MentorStatus) -> Self {
        Self {
            mentor_id: written(&mentor.reference),
            name: mentor.name,
            email: mentor.email,
            phone: mentor.phone,
            birth_year: mentor.birth_year,
            gender: mentor.gender,
            occupation: mentor.occupation,
            employer: mentor.employer,
            industry_codes,
            keywords: mentor.keywords,
            town: mentor.town,
            postcode: mentor.postcode,
            languages: mentor.languages.0,
            seats,
            strengths: mentor.strengths.0,
            wants_to_improve: mentor.wants_to_improve.0,
            status,
            // An applicant may have been given a day of approval that has not come yet.
            approved_on: mentor.approved_on.filter(|_| status != MentorStatus::Applicant),
            trained_on: mentor.trained_on,
        }
    }
}
