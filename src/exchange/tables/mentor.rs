//! `mentors`: found again by `mentor_id`.

use chrono::NaiveDate;
use entity::{
    Mentor, Words,
    mentors::{self, Gender},
};
use sea_orm::ActiveValue::Set;

use super::{Cells, Column, Row, Table};
use crate::{
    exchange::{
        format::{
            BirthYear, Email, Industry, Language, Name, PastDay, Phone, Postcode, Reference, Text, Whole, Word, column,
        },
        value::written,
    },
    industry::{FARTHEST_KM, IndustryCode},
    mentor::MentorStatus,
    word::YesNo,
};

/// More than anybody can mentor at a time; it keeps a slip of the pen from making thousands of seats.
const MOST_SEATS: i32 = 50;

#[derive(Clone, Default)]
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
    pub max_km: Option<i32>,
    pub video: Option<YesNo>,
}

impl Row for MentorRow {
    const TABLE: Table = Table::Mentors;
    const UNIQUE: bool = true;
    const KEY: &'static str = "mentor_id";
    const COLUMNS: &'static [Column<Self>] = &[
        column!("mentor_id", needed Reference, mentor_id),
        column!("name", needed Name, name),
        column!("email", needed Email, email),
        column!("phone", may Phone, phone),
        column!("birth_year", may BirthYear, birth_year),
        column!("gender", may Word<Gender>, gender),
        column!("occupation", needed Text<120>, occupation),
        column!("employer", may Text<120>, employer),
        column!("industry_codes", needed_list Industry, industry_codes),
        column!("keywords", may Text<400>, keywords),
        column!("town", may Text<80>, town),
        column!("postcode", may Postcode, postcode),
        column!("languages", list Language, languages),
        column!("seats", needed Whole<0, MOST_SEATS>, seats),
        column!("strengths", list Text<120>, strengths),
        column!("wants_to_improve", list Text<120>, wants_to_improve),
        column!("status", needed Word<MentorStatus>, status),
        column!("approved_on", may PastDay, approved_on).settled(),
        column!("trained_on", may PastDay, trained_on),
        column!("max_km", may Whole<1, FARTHEST_KM>, max_km).if_known(),
        column!("video", may Word<YesNo>, video).if_known(),
    ];

    fn key(&self) -> String {
        self.mentor_id.clone()
    }

    fn check(&self, cells: &mut Cells) {
        if cells.are_read(&["status"]) && self.status == MentorStatus::Applicant && self.approved_on.is_some() {
            cells.wrong("approved_on", "is set for an applicant; leave it empty, or write another status");
        }
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
}

impl MentorRow {
    /// Writes what stands in the record itself. Industries, seats and pauses are the writer's, and so is a leaving.
    pub fn put(&self, record: &mut mentors::ActiveModel) {
        let Self {
            mentor_id,
            name,
            email,
            phone,
            birth_year,
            gender,
            occupation,
            employer,
            keywords,
            town,
            postcode,
            languages,
            strengths,
            wants_to_improve,
            approved_on,
            trained_on,
            max_km,
            video,
            industry_codes: _,
            seats: _,
            status: _,
        } = self.clone();
        record.reference = Set(mentor_id);
        record.name = Set(name);
        record.email = Set(email);
        record.phone = Set(phone);
        record.birth_year = Set(birth_year);
        record.gender = Set(gender);
        record.occupation = Set(occupation);
        record.employer = Set(employer);
        record.keywords = Set(keywords);
        record.town = Set(town);
        record.postcode = Set(postcode);
        record.languages = Set(Words(languages));
        record.strengths = Set(Words(strengths));
        record.wants_to_improve = Set(Words(wants_to_improve));
        record.approved_on = Set(approved_on);
        record.trained_on = Set(trained_on);
        record.max_km = Set(max_km);
        record.video = Set(video.map(bool::from));
    }

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
            max_km: mentor.max_km,
            video: mentor.video.map(YesNo::from),
        }
    }
}
