//! `referrals`: found again by `referral_id`; the young person by `youth_id`.

use chrono::NaiveDate;
use entity::{
    Referral, Words,
    mentors::Gender,
    referrals::{self, Clarity, Fit, MentorGenderWish, Reason, Schooling, WorkExperience},
    surveys::ActivityStatus,
};
use sea_orm::ActiveValue::Set;

use super::{Around, Cells, Column, Columns, Courses, Row, Table, YouthRow};
use crate::{
    exchange::{
        format::{
            Email, Industry, Language, Name, PastDay, Phone, Postcode, Reference, Text, Whole, Word, column,
            keep_columns,
        },
        value::written,
    },
    industry::{FARTHEST_KM, IndustryCode},
    referral::{
        Must,
        intake::{AGES, age_on},
    },
    word::{Worded, YesNo},
};

/// Whether a referral has led to a course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReferralStatus {
    #[default]
    Waiting,
    Started,
    NotStarted,
}

/// A word of the files alone: no page says it.
impl Worded for ReferralStatus {
    const KEY: &'static str = "";
    const TABLE: &'static [(Self, &'static str, &'static str)] =
        &[(Self::Waiting, "waiting", ""), (Self::Started, "started", ""), (Self::NotStarted, "not_started", "")];
}

#[derive(Clone, Default)]
pub struct ReferralRow {
    pub referral_id: String,
    pub partner: String,
    pub housing_area: String,
    pub referrer_email: Option<String>,
    pub referred_on: NaiveDate,
    pub youth: YouthRow,
    pub industry_codes: Vec<IndustryCode>,
    pub wish: String,
    pub clarity: Option<Clarity>,
    pub consented_on: Option<NaiveDate>,
    pub status: ReferralStatus,
    pub not_started_reason: Option<Reason>,
    pub closed_on: Option<NaiveDate>,
    pub mentor_max_km: Option<i32>,
    pub video: Option<YesNo>,
    pub mentor_gender_wish: Option<MentorGenderWish>,
    pub mentor_language: Option<String>,
    pub not_postcode: Option<String>,
    pub not_firm: Option<String>,
    pub musts: Vec<Must>,
    pub activity_at_referral: Option<ActivityStatus>,
    pub fit: Option<Fit>,
    pub schooling: Option<Schooling>,
    pub work_experience: Option<WorkExperience>,
    /// Not in the files: whether the consent of this referral was taken back.
    pub consent_withdrawn: bool,
}

impl Row for ReferralRow {
    const TABLE: Table = Table::Referrals;
    const UNIQUE: bool = true;
    const KEY: &'static str = "referral_id";

    const COLUMNS: &'static [Column<Self>] = &[
        column!("referral_id", needed Reference, referral_id),
        column!("partner", needed Text<120>, partner).of(Table::Partners),
        column!("housing_area", needed Text<120>, housing_area).of(Table::HousingAreas),
        column!("referrer_email", may Email, referrer_email),
        column!("referred_on", needed PastDay, referred_on),
        column!("youth_id", needed Reference, youth.youth_id),
        column!("youth_name", needed Name, youth.youth_name),
        column!("birth_date", needed PastDay, youth.birth_date),
        column!("gender", may Word<Gender>, youth.gender),
        column!("phone", may Phone, youth.phone),
        column!("email", may Email, youth.email),
        column!("languages", list Language, youth.languages),
        column!("industry_codes", list Industry, industry_codes),
        column!("wish", needed Text<4000>, wish),
        column!("clarity", may Word<Clarity>, clarity),
        column!("consented_on", may PastDay, consented_on).settled(),
        column!("status", needed Word<ReferralStatus>, status),
        column!("not_started_reason", may Word<Reason>, not_started_reason),
        column!("closed_on", may PastDay, closed_on),
        column!("mentor_max_km", may Whole<1, FARTHEST_KM>, mentor_max_km).if_known(),
        column!("video", may Word<YesNo>, video).if_known(),
        column!("mentor_gender_wish", may Word<MentorGenderWish>, mentor_gender_wish).if_known(),
        column!("mentor_language", may Language, mentor_language).if_known(),
        column!("not_postcode", may Postcode, not_postcode).if_known(),
        column!("not_firm", may Text<120>, not_firm).if_known(),
        column!("musts", list Word<Must>, musts).if_known(),
        column!("activity_at_referral", may Word<ActivityStatus>, activity_at_referral).if_known(),
        column!("fit", may Word<Fit>, fit).if_known(),
        column!("schooling", may Word<Schooling>, schooling).if_known(),
        column!("work_experience", may Word<WorkExperience>, work_experience).if_known(),
    ];

    fn key(&self) -> String {
        self.referral_id.clone()
    }

    fn check(&self, cells: &mut Cells) {
        if cells.are_read(&["birth_date", "referred_on"]) {
            check_age(cells, self.youth.birth_date, self.referred_on);
        }
        if let Some(given) = self.consented_on
            && cells.are_read(&["birth_date"])
            && given < self.youth.birth_date
        {
            cells.wrong("consented_on", format!("{given} is before the birth; allowed is a later day"));
        }
        if cells.are_read(&["status"]) {
            self.check_status(cells);
        }
        if let Some(closed) = self.closed_on
            && cells.are_read(&["referred_on"])
            && closed < self.referred_on
        {
            let referred = self.referred_on;
            cells.wrong("closed_on", format!("{closed} is before the referral; allowed is {referred} or later"));
        }
    }

    /// How it was closed belongs to the status.
    fn keep(&mut self, known: &Self, columns: &Columns) {
        let ending = (self.not_started_reason, self.closed_on);
        keep_columns(self, known, columns);
        if self.status != known.status {
            (self.not_started_reason, self.closed_on) = ending;
        }
    }

    fn settle(&mut self, known: Option<&Self>, _today: NaiveDate) -> Option<(&'static str, String)> {
        if known.is_some_and(|known| known.consent_withdrawn) {
            // A file from before does not give it again.
            self.consented_on = None;
        } else if self.consented_on.is_none() {
            // That a file knows of no consent does not take it back.
            self.consented_on = known.and_then(|known| known.consented_on);
        }
        if self.status != ReferralStatus::NotStarted || self.closed_on.is_some() {
            return None;
        }
        let closed = known.and_then(|known| known.closed_on);
        self.closed_on = closed.or(Some(self.referred_on));
        let warning = format!("is not known; {} stands as the day on which it was closed", self.referred_on);
        closed.is_none().then_some(("closed_on", warning))
    }
}

/// The scheme is for people of 15 to 25. Old records may be of others.
fn check_age(cells: &mut Cells, birth: NaiveDate, referred: NaiveDate) {
    match age_on(referred, birth) {
        None => cells.wrong("birth_date", format!("{birth} is after the referral; allowed is a day before {referred}")),
        Some(age) if AGES.contains(&age) => (),
        Some(age) => cells
            .warn("birth_date", format!("makes the young person {age} at the referral; the scheme is for 15 to 25")),
    }
}

impl ReferralRow {
    /// Writes what stands in the record itself. What points to other records, and what the status says, is the writer's.
    pub fn put(&self, record: &mut referrals::ActiveModel) {
        let Self {
            referral_id,
            referrer_email,
            referred_on,
            wish,
            clarity,
            mentor_max_km,
            video,
            mentor_gender_wish,
            mentor_language,
            not_postcode,
            not_firm,
            musts,
            activity_at_referral,
            fit,
            schooling,
            work_experience,
            partner: _,
            housing_area: _,
            youth: _,
            industry_codes: _,
            consented_on: _,
            status: _,
            not_started_reason: _,
            closed_on: _,
            consent_withdrawn: _,
        } = self.clone();
        record.reference = Set(referral_id);
        record.referrer_email = Set(referrer_email);
        record.referred_on = Set(referred_on);
        record.wish = Set(wish);
        record.clarity = Set(clarity);
        record.mentor_max_km = Set(mentor_max_km);
        record.video = Set(video.map(bool::from));
        record.mentor_gender_wish = Set(mentor_gender_wish);
        record.mentor_language = Set(mentor_language);
        record.not_postcode = Set(not_postcode);
        record.not_firm = Set(not_firm);
        record.activity_at_referral = Set(activity_at_referral);
        record.fit = Set(fit);
        record.schooling = Set(schooling);
        record.work_experience = Set(work_experience);
        record.musts = Set(Words(musts.iter().map(|must| must.code().into_owned()).collect()));
    }

    /// What stands in the last columns must suit the status.
    fn check_status(&self, cells: &mut Cells) {
        if self.not_started_reason.is_some() && self.status != ReferralStatus::NotStarted {
            cells.wrong(
                "not_started_reason",
                "is set, but the status is not not_started; leave it empty, or change the status",
            );
        }
        if self.closed_on.is_some() && self.status == ReferralStatus::Waiting {
            cells.wrong("closed_on", "is set, but the status is waiting; leave it empty, or change the status");
        }
    }

    pub fn of(referral: Referral, around: Around) -> Self {
        let closed_on = referral.closed_on.or(referral.declined_on).or(referral.withdrawn_on);
        let withdrawn = referral.withdrawn_on.map(|_| Reason::PartnerWithdrew);
        let reason = referral.not_started_reason.or(referral.decline_reason).or(withdrawn);
        let status = match around.courses {
            Courses::OneRuns => ReferralStatus::Started,
            Courses::Ended(last) if closed_on.is_none() && referral.requeued_on.is_some_and(|day| last <= day) => {
                ReferralStatus::Waiting
            }
            Courses::Ended(_) => ReferralStatus::Started,
            Courses::None if closed_on.is_some() => ReferralStatus::NotStarted,
            Courses::None => ReferralStatus::Waiting,
        };
        Self {
            referral_id: written(&referral.reference),
            partner: written(&around.partner),
            housing_area: written(&around.housing_area),
            referrer_email: referral.referrer_email,
            referred_on: referral.referred_on,
            youth: around.young_person.into(),
            industry_codes: around.industry_codes,
            wish: referral.wish,
            clarity: referral.clarity,
            consented_on: around.consent.filter(|(_, withdrawn)| !withdrawn).map(|(given, _)| given),
            consent_withdrawn: around.consent.is_some_and(|(_, withdrawn)| withdrawn),
            status,
            not_started_reason: reason.filter(|_| status == ReferralStatus::NotStarted),
            closed_on: closed_on.filter(|_| status != ReferralStatus::Waiting),
            mentor_max_km: referral.mentor_max_km,
            video: referral.video.map(YesNo::from),
            mentor_gender_wish: referral.mentor_gender_wish,
            mentor_language: referral.mentor_language,
            not_postcode: referral.not_postcode,
            not_firm: referral.not_firm,
            activity_at_referral: referral.activity_at_referral,
            fit: referral.fit,
            schooling: referral.schooling,
            work_experience: referral.work_experience,
            musts: referral.musts.0.iter().filter_map(|code| Must::read(code)).collect(),
        }
    }
}
