//! Whether, by which way and in which language a young person is asked something: every letter, list, script and job
//! asks here.

use entity::{Referral, YoungPerson, consents::ConsentPurpose, mentors::ContactPreference, referrals, young_people};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, prelude::Uuid};

use super::{
    agreement::{Agreement, agreement},
    told::{Told, told},
};
use crate::{
    form::typed,
    language::{Tr, translations::is_adjudicated},
    message::{self, Addressee, sms::Sms},
};

/// The way to a young person, as they wish it and as far as it is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// By mail to the young person's own address.
    Mail(String),
    /// By a text message where they leave the house; otherwise staff phone.
    Phone(String),
    /// Through the partner: as the young person wishes it, or for want of a way of their own.
    Partner,
    /// Neither the young person nor anybody at the partner can be reached.
    Nobody,
}

/// Whom the platform writes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Written<'a> {
    /// The young person, at this address.
    Own(Addressee, &'a str),
    /// The young person, by a text message to this number.
    Text(Addressee, &'a str),
    /// Somebody at the partner, in the young person's place.
    Partner(&'a Told),
}

/// All that is to be known before somebody is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    pub young_person_id: Uuid,
    pub purpose: ConsentPurpose,
    pub agreement: Agreement,
    pub way: Way,
    /// Whether the young person wishes to be asked through the partner alone.
    pub wishes_partner: bool,
    /// Who is told at the partner.
    pub told: Option<Told>,
    /// `da` or `en`: the language that a letter to the young person is written in.
    pub language: &'static str,
    /// The language in which they are asked how it went, and whether messages still reach them.
    pub asked_in: &'static str,
}

impl Reach {
    /// Whom the platform may write to: nobody after a no, and about how it went nobody before the young person has said
    /// that we may, and the partner only for whoever wishes it. To a phone a text message goes, where any leave the house; where none does, whether a mentor is wanted the
    /// partner can be asked too.
    pub fn in_writing(&self, sms: &Sms) -> Option<Written<'_>> {
        let may_write = match self.purpose {
            ConsentPurpose::MentorCourse => !self.agreement.is_no(),
            ConsentPurpose::Survey | ConsentPurpose::Interview => self.agreement.is_given(),
        };
        let about_the_course = self.purpose == ConsentPurpose::MentorCourse;
        let through_partner = self.told.as_ref().map(Written::Partner);
        let own = Addressee::young_person(self.young_person_id);
        let written = match &self.way {
            Way::Mail(email) => Some(Written::Own(own, email)),
            Way::Phone(number) if sms.is_on() && typed::phone(number).is_some() => Some(Written::Text(own, number)),
            Way::Phone(_) => through_partner.filter(|_| about_the_course),
            Way::Partner => through_partner.filter(|_| about_the_course || self.wishes_partner),
            Way::Nobody => None,
        };
        written.filter(|_| may_write)
    }
}

/// How the young person of a referral is asked something.
pub async fn reach(db: &impl ConnectionTrait, referral: &Referral, purpose: ConsentPurpose) -> Result<Reach, DbErr> {
    let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
    let Some(person) = person else {
        return Err(DbErr::RecordNotFound(format!("young person {}", referral.young_person_id)));
    };
    reach_of(db, referral, &person, purpose).await
}

/// The same for whoever has read the young person already.
pub async fn reach_of(
    db: &impl ConnectionTrait,
    referral: &Referral,
    person: &YoungPerson,
    purpose: ConsentPurpose,
) -> Result<Reach, DbErr> {
    let says = agreement(db, referral.id, purpose).await?;
    reach_after(db, referral, person, (purpose, says)).await
}

/// The same for whoever has read what the young person says, too.
pub async fn reach_after(
    db: &impl ConnectionTrait,
    referral: &Referral,
    person: &YoungPerson,
    (purpose, agreement): (ConsentPurpose, Agreement),
) -> Result<Reach, DbErr> {
    let told = told(db, referral).await?;
    let dead = message::dead_values(db, person.id).await?;
    let way = own_way(person, &dead).unwrap_or(if told.is_some() { Way::Partner } else { Way::Nobody });
    let wishes_partner = person.contact_preference == Some(ContactPreference::ThroughPartner);
    let (language, asked_in) = (language(&person.languages.0), asked_in(&person.languages.0));
    Ok(Reach { young_person_id: person.id, purpose, agreement, way, wishes_partner, told, language, asked_in })
}

/// The young person's own way, in the way they like best; none for whoever wants to be reached through the partner or
/// has neither address nor phone by which something arrives.
fn own_way(person: &YoungPerson, dead: &[String]) -> Option<Way> {
    let mail = || person.email.clone().filter(|email| !dead.contains(email)).map(Way::Mail);
    let phone = || person.phone.clone().filter(|phone| !dead.contains(phone)).map(Way::Phone);
    match person.contact_preference {
        Some(ContactPreference::ThroughPartner) => None,
        Some(ContactPreference::Phone | ContactPreference::Sms) => phone().or_else(mail),
        Some(ContactPreference::Email) | None => mail().or_else(phone),
    }
}

/// The language in which the young person of a referral is written to and reads what links open.
pub async fn language_asked_in(db: &impl ConnectionTrait, referral_id: Uuid) -> Result<&'static str, DbErr> {
    Ok(spoken(db, referral_id).await?.map_or("da", |spoken| asked_in(&spoken)))
}

async fn spoken(db: &impl ConnectionTrait, referral_id: Uuid) -> Result<Option<Vec<String>>, DbErr> {
    let own = young_people::Entity::find()
        .join(JoinType::InnerJoin, young_people::to_referrals())
        .filter(referrals::Column::Id.eq(referral_id));
    Ok(own.one(db).await?.map(|person| person.languages.0))
}

/// How it went is asked in a language of the young person's: Danish for whoever speaks it, then one whose translation is
/// adjudicated, then English, then one in which it is a help alone. Where there is none, Danish.
pub fn asked_in(spoken: &[String]) -> &'static str {
    let speaks = |tr: &Tr| spoken.iter().any(|code| code == tr.lang());
    let own = || spoken.iter().filter_map(|code| Tr::spoken(code)).filter(|tr| !tr.is_of_the_interface());
    let found = Some(Tr::Danish).filter(speaks);
    let found = found.or_else(|| own().find(|tr| is_adjudicated(*tr))).or(Some(Tr::English).filter(speaks));
    found.or_else(|| own().next()).unwrap_or_default().lang()
}

/// Letters are written in Danish and English: English for whoever speaks English and no Danish.
fn language(spoken: &[String]) -> &'static str {
    let speaks = |code: &str| spoken.iter().any(|spoken| spoken == code);
    if speaks("en") && !speaks("da") { "en" } else { "da" }
}
