//! What is written when somebody is named to stand in, and again when that becomes shorter or ends: to whoever stands in, to the
//! mentor and to the young person. The subject of each is the id of the period; what it says is as of sending.

use chrono::{DateTime, Utc};
use entity::{
    Course, consents::ConsentPurpose, courses, links::LinkPurpose, mentors, messages::AddresseeKind, referrals,
};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{Named, named_of, view::days};
use crate::{
    account::link,
    course::{
        concern::is_contact_stopped,
        my_course::with_period,
        sides::{language_of, mentee_name, mentor_and_user, signs_in},
    },
    duty::{self, Thing},
    form::typed::readable_phone,
    language::{Tr, first_name},
    message::{self, Addressee, Desk, Letter, MessageKind, Writing, letters, others, text, text_with, texted},
    referral::{self, Written},
};

/// Where what these messages are about is shown; `today` finds the course.
pub const ABOUT: &str = "/courses/stand-in";

letters! {
    STAND_IN = "stand_in", ABOUT, stand_in
        when "staff name a mentor to stand in for another, or make that shorter or end it",
        so that "whoever stands in knows for whom, and from when until when",
        says {
            Mail to [Mentor]: "stand-in-letter-subject", "stand-in-letter-own", "stand-in-letter-for",
                "stand-in-letter-changed", "stand-in-letter-link", "my-course-letter", "stand-in-letter-first-day",
                "stand-in-letter-own-over";
            Sms to [Mentor]: "message-text-stand-in", "message-text-stand-in-over";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    STAND_IN_MENTOR = "stand_in_mentor", ABOUT, for_mentor
        when "staff name a mentor to stand in for another, or make that shorter or end it",
        so that "the mentor of the course knows who meets the young person meanwhile",
        says {
            Mail to [Mentor]: "stand-in-letter-mentor-subject", "stand-in-letter-mentor", "stand-in-letter-mentor-asked",
                "stand-in-letter-changed", "stand-in-letter-mentor-over";
            Sms to [Mentor]: "message-text-stand-in-mentor", "message-text-stand-in-mentor-over";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    STAND_IN_MENTEE = "stand_in_mentee", ABOUT, for_mentee
        when "staff name a mentor to stand in for the one of a young person, or make that shorter or end it",
        so that "the young person knows whom they meet meanwhile, or is told through the partner",
        says {
            Mail to [YoungPerson]: "stand-in-letter-mentee-subject", "stand-in-letter-mentee", "course-letter-mentee-number",
                "stand-in-letter-changed", "stand-in-letter-mentee-over", "course-letter-mentee-link";
            Sms to [YoungPerson]: "message-text-stand-in-mentee";
            Mail to [User, Partner]: "course-letter-begun-through-you-subject", "stand-in-letter-through-you",
                "stand-in-letter-through-you-over", "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
}

/// Tells everybody how a period stands now.
pub(super) async fn tell(tx: &impl ConnectionTrait, now: DateTime<Utc>, id: Uuid) -> Result<(), DbErr> {
    let version = now.timestamp_micros().to_string();
    for kind in [STAND_IN, STAND_IN_MENTOR, STAND_IN_MENTEE] {
        message::queue(tx, now, kind, id, &version).await?;
    }
    Ok(())
}

/// A period of a running course, as it is to be told of.
struct Standing {
    named: Named,
    course: Course,
    mentee: String,
    /// Whether it was told of before.
    is_change: bool,
}

impl Standing {
    fn is_over(&self) -> bool {
        self.named.period.ended_at.is_some()
    }

    fn when(&self, tr: Tr) -> String {
        days(tr, self.named.period.from_on, self.named.period.until_on)
    }
}

/// Nothing where a later message says how it stands, where what was ended was told to nobody, or where the course is over or
/// nobody in it is to be written to.
async fn standing(desk: &Desk, kind: MessageKind, id: Uuid) -> Result<Option<Standing>, DbErr> {
    let is_to_a_mentor = kind.declared.texts.iter().all(|text| text.to.contains(&AddresseeKind::Mentor));
    let others = others(desk, kind, id).await?;
    let Some(named) = named_of(&desk.db, id).await? else { return Ok(None) };
    if others.is_overtaken || (named.period.ended_at.is_some() && !others.may_have_left) {
        return Ok(None);
    }
    let course = courses::Entity::find_by_id(named.period.course_id).one(&desk.db).await?;
    let Some(course) = course.filter(|course| course.ended_on.is_none()) else { return Ok(None) };
    let says = referral::agreement(&desk.db, course.referral_id, ConsentPurpose::MentorCourse).await?;
    // That it is over, the two mentors are told whatever else was stopped.
    let is_over_for_mentors = named.period.ended_at.is_some() && is_to_a_mentor;
    let is_stopped = says.is_no() || is_contact_stopped(&desk.db, course.id).await?;
    if is_stopped && !is_over_for_mentors {
        return Ok(None);
    }
    let mentee = mentee_name(&desk.db, course.referral_id).await?;
    Ok(Some(Standing { named, course, mentee, is_change: others.may_have_left }))
}

fn changed(writing: Writing, standing: &Standing) -> Writing {
    if standing.is_change && !standing.is_over() { writing.say("stand-in-letter-changed") } else { writing }
}

async fn stand_in(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(standing) = standing(&desk, STAND_IN, id).await? else { return Ok(None) };
    let known = mentor_and_user(&desk.db, standing.named.period.mentor_id).await?;
    let Some((mentor, user)) = known else { return Ok(None) };
    let language = language_of(&mentor, user.as_ref());
    let page = desk.url(format!("/courses/{}", standing.course.id));
    // Who it is stands on the page, and in the mail for whoever does not sign in.
    let is_enough = standing.is_over() || signs_in(user.as_ref());
    if let Some(to) = texted(&desk, &mentor).await?.filter(|_| is_enough) {
        let said = [("when", standing.when(Tr::from_tag(language))), ("link", page)];
        let key = if standing.is_over() { "message-text-stand-in-over" } else { "message-text-stand-in" };
        return Ok(Some(text_with(&desk, to, language, key, said)));
    }
    let writing = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(duty::contact_of(&desk, Thing::Course, standing.course.id).await?)
        .subject("stand-in-letter-subject")
        .greet(&mentor.name);
    let mentee = ("name", first_name(&standing.mentee));
    if standing.is_over() {
        return Ok(Some(writing.say1("stand-in-letter-own-over", mentee.0, mentee.1).finish()?));
    }
    let when = standing.when(writing.tr());
    let writing = writing.say2("stand-in-letter-own", mentee, ("when", &when));
    let writing = match mentors::Entity::find_by_id(standing.course.mentor_id).one(&desk.db).await? {
        Some(away) => writing.say1("stand-in-letter-for", "name", &away.name),
        None => writing,
    };
    let writing = changed(writing, &standing);
    let writing = match signs_in(user.as_ref()) {
        true => writing.link("stand-in-letter-link", page),
        false => writing,
    };
    let writing = with_period(writing, &desk, &standing.named.period).await?;
    Ok(Some(writing.say("stand-in-letter-first-day").finish()?))
}

async fn for_mentor(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(standing) = standing(&desk, STAND_IN_MENTOR, id).await? else { return Ok(None) };
    let Some((mentor, user)) = mentor_and_user(&desk.db, standing.course.mentor_id).await? else { return Ok(None) };
    let language = language_of(&mentor, user.as_ref());
    if let Some(to) = texted(&desk, &mentor).await? {
        let said = [("when", standing.when(Tr::from_tag(language)))];
        let key = if standing.is_over() { "message-text-stand-in-mentor-over" } else { "message-text-stand-in-mentor" };
        return Ok(Some(text_with(&desk, to, language, key, said)));
    }
    let writing = Writing::to(&desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(duty::contact_of(&desk, Thing::Course, standing.course.id).await?)
        .subject("stand-in-letter-mentor-subject")
        .greet(&mentor.name);
    let name = ("name", standing.named.name.as_str());
    if standing.is_over() {
        return Ok(Some(writing.say1("stand-in-letter-mentor-over", name.0, name.1).finish()?));
    }
    let when = standing.when(writing.tr());
    let writing = writing.say2("stand-in-letter-mentor", name, ("when", &when)).say("stand-in-letter-mentor-asked");
    Ok(Some(changed(writing, &standing).finish()?))
}

/// By the way that they wish; where that is the partner, who passes it on, the partner is told.
async fn for_mentee(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(standing) = standing(&desk, STAND_IN_MENTEE, id).await? else { return Ok(None) };
    let referral = referrals::Entity::find_by_id(standing.course.referral_id).one(&desk.db).await?;
    let Some(referral) = referral else { return Ok(None) };
    let reach = referral::reach(&desk.db, &referral, ConsentPurpose::MentorCourse).await?;
    let contact = duty::contact_of(&desk, Thing::Course, standing.course.id).await?;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let token = link::issue_in(&desk, LinkPurpose::MyMentor, standing.course.id).await?;
            let writing = Writing::to(&desk, whom, email, reach.asked_in)
                .about(contact)
                .subject("stand-in-letter-mentee-subject")
                .greet(&standing.mentee);
            let writing = to_mentee(&desk, writing, &standing).await?;
            let page = desk.url(format!("/my-mentor/{token}"));
            Ok(Some(writing.link("course-letter-mentee-link", page).finish()?))
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::MyMentor, standing.course.id).await?;
            Ok(Some(text(&desk, (whom, number), reach.asked_in, "message-text-stand-in-mentee", &link)))
        }
        Some(Written::Partner(told)) => {
            let writing = Writing::to(&desk, told.whom, &told.email, &told.language)
                .about(contact)
                .subject("course-letter-begun-through-you-subject")
                .greet(&told.name);
            let name = ("name", first_name(&standing.named.name));
            let when = standing.when(writing.tr());
            let writing = match standing.is_over() {
                true => writing.say1("stand-in-letter-through-you-over", name.0, name.1),
                false => writing.say2("stand-in-letter-through-you", name, ("when", &when)),
            };
            referral::letters::with_page(writing, &desk, told, referral.id).finish().map(Some)
        }
        None => Ok(None),
    }
}

async fn to_mentee(desk: &Desk, writing: Writing, standing: &Standing) -> Result<Writing, DbErr> {
    let name = ("name", first_name(&standing.named.name));
    if standing.is_over() {
        return Ok(writing.say1("stand-in-letter-mentee-over", name.0, name.1));
    }
    let when = standing.when(writing.tr());
    let writing = changed(writing.say2("stand-in-letter-mentee", name, ("when", &when)), standing);
    let mentor = mentors::Entity::find_by_id(standing.named.period.mentor_id).one(&desk.db).await?;
    Ok(match mentor.and_then(|mentor| mentor.phone) {
        Some(phone) => writing.say1("course-letter-mentee-number", "phone", &readable_phone(&phone)),
        None => writing,
    })
}
