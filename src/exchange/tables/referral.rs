//! `referrals`: found again by `referral_id`; the young person by `youth_id`.

use chrono::NaiveDate;
use entity::{
    Referral, YoungPerson,
    referrals::{Clarity, Reason},
};

use super::{Cells, Column, Columns, Row, Table, YouthRow, joined, keep, may, needed, shown, word};
use crate::{
    exchange::value::{phone_written, written},
    industry::IndustryCode,
};

pub const COLUMNS: &[Column] = &[
    needed("referral_id"),
    needed("partner"),
    needed("housing_area"),
    may("referrer_email"),
    needed("referred_on"),
    needed("youth_id"),
    needed("youth_name"),
    needed("birth_date"),
    may("gender"),
    may("phone"),
    may("email"),
    may("languages"),
    may("industry_codes"),
    needed("wish"),
    may("clarity"),
    may("consented_on"),
    needed("status"),
    may("not_started_reason"),
    may("closed_on"),
];

/// Whether a referral has led to a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferralStatus {
    Waiting,
    Started,
    NotStarted,
}

impl ReferralStatus {
    const WORDS: [(&'static str, Self); 3] =
        [("waiting", Self::Waiting), ("started", Self::Started), ("not_started", Self::NotStarted)];

    fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Started => "started",
            Self::NotStarted => "not_started",
        }
    }
}

#[derive(Clone)]
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
    /// Not in the files: whether the consent of this referral was taken back.
    pub consent_withdrawn: bool,
}

impl Row for ReferralRow {
    const TABLE: Table = Table::Referrals;
    const UNIQUE: bool = true;
    const KEY: &'static str = "referral_id";

    fn read(cells: &mut Cells) -> Option<Self> {
        let referral_id = cells.needed_reference("referral_id");
        let (partner, housing_area) = (cells.needed_text("partner", 120), cells.needed_text("housing_area", 120));
        let (referrer_email, referred_on) = (cells.email("referrer_email"), cells.needed_past_date("referred_on"));
        let youth = YouthRow::read(cells);
        let (industry_codes, wish) = (cells.industries("industry_codes"), cells.needed_text("wish", 4000));
        let (clarity, consented_on) = (cells.word("clarity"), cells.past_date("consented_on"));
        let status = cells.needed_choice("status", &ReferralStatus::WORDS);
        let (not_started_reason, closed_on) = (cells.word("not_started_reason"), cells.past_date("closed_on"));
        cells.points_to("partner", Table::Partners, &partner);
        cells.points_to("housing_area", Table::HousingAreas, &housing_area);
        check_age(cells, youth.as_ref(), referred_on);
        if let Some((youth, given)) = youth.as_ref().zip(consented_on)
            && given < youth.birth_date
        {
            cells.wrong("consented_on", format!("{given} is before the birth; allowed is a later day"));
        }
        check_ending(cells, status, not_started_reason, referred_on, closed_on);
        let row = || {
            Some(Self {
                referral_id: referral_id?,
                partner: partner?,
                housing_area: housing_area?,
                referrer_email,
                referred_on: referred_on?,
                youth: youth?,
                industry_codes,
                wish: wish?,
                clarity,
                consented_on,
                status: status?,
                not_started_reason,
                closed_on,
                consent_withdrawn: false,
            })
        };
        cells.row(row())
    }

    fn key(&self) -> String {
        self.referral_id.clone()
    }

    fn keep(&mut self, known: &Self, columns: &Columns) {
        keep(columns, "referrer_email", &mut self.referrer_email, &known.referrer_email);
        keep(columns, "gender", &mut self.youth.gender, &known.youth.gender);
        keep(columns, "phone", &mut self.youth.phone, &known.youth.phone);
        keep(columns, "email", &mut self.youth.email, &known.youth.email);
        keep(columns, "languages", &mut self.youth.languages, &known.youth.languages);
        keep(columns, "industry_codes", &mut self.industry_codes, &known.industry_codes);
        keep(columns, "clarity", &mut self.clarity, &known.clarity);
        if self.status == known.status {
            keep(columns, "not_started_reason", &mut self.not_started_reason, &known.not_started_reason);
            keep(columns, "closed_on", &mut self.closed_on, &known.closed_on);
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

    fn cells(&self) -> Vec<String> {
        vec![
            self.referral_id.clone(),
            self.partner.clone(),
            self.housing_area.clone(),
            shown(&self.referrer_email),
            self.referred_on.to_string(),
            self.youth.youth_id.clone(),
            self.youth.youth_name.clone(),
            self.youth.birth_date.to_string(),
            word(&self.youth.gender),
            self.youth.phone.as_deref().map(phone_written).unwrap_or_default(),
            shown(&self.youth.email),
            joined(&self.youth.languages),
            joined(&self.industry_codes),
            self.wish.clone(),
            word(&self.clarity),
            shown(&self.consented_on),
            self.status.word().to_owned(),
            word(&self.not_started_reason),
            shown(&self.closed_on),
        ]
    }
}

/// The scheme is for people of 15 to 25. Old records may be of others.
fn check_age(cells: &mut Cells, youth: Option<&YouthRow>, referred_on: Option<NaiveDate>) {
    let Some((youth, referred_on)) = youth.zip(referred_on) else { return };
    match referred_on.years_since(youth.birth_date) {
        None => cells.wrong(
            "birth_date",
            format!("{} is after the referral; allowed is a day before {referred_on}", youth.birth_date),
        ),
        Some(15..=25) => (),
        Some(age) => cells
            .warn("birth_date", format!("makes the young person {age} at the referral; the scheme is for 15 to 25")),
    }
}

/// What stands in the last columns must suit the status.
fn check_ending(
    cells: &mut Cells,
    status: Option<ReferralStatus>,
    reason: Option<Reason>,
    referred_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
) {
    if reason.is_some() && status.is_some_and(|status| status != ReferralStatus::NotStarted) {
        cells.wrong(
            "not_started_reason",
            "is set, but the status is not not_started; leave it empty, or change the status",
        );
    }
    if closed_on.is_some() && status == Some(ReferralStatus::Waiting) {
        cells.wrong("closed_on", "is set, but the status is waiting; leave it empty, or change the status");
    }
    if let Some((referred, closed)) = referred_on.zip(closed_on)
        && closed < referred
    {
        cells.wrong("closed_on", format!("{closed} is before the referral; allowed is {referred} or later"));
    }
}

/// What the row of a referral takes from other tables.
pub struct Around {
    pub partner: String,
    pub housing_area: String,
    pub young_person: YoungPerson,
    pub industry_codes: Vec<IndustryCode>,
    /// The day of the consent, and whether it was withdrawn.
    pub consent: Option<(NaiveDate, bool)>,
    pub courses: Courses,
}

/// Which courses a referral has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Courses {
    None,
    /// The last one ended on this day.
    Ended(NaiveDate),
    OneRuns,
}

impl Courses {
    /// From the ends of the courses of a referral.
    pub fn of(ends: &[Option<NaiveDate>]) -> Self {
        let all_ended: Option<Vec<NaiveDate>> = ends.iter().copied().collect();
        match all_ended.map(|ends| ends.into_iter().max()) {
            None => Self::OneRuns,
            Some(None) => Self::None,
            Some(Some(last)) => Self::Ended(last),
        }
    }
}

impl ReferralRow {
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
        }
    }
}
