//! The letters with the link, to each side. The subject of each is the course's id; nothing is written once somebody has answered.

use chrono::Days;
use entity::{
    Course, Questionnaire, Referral,
    consents::ConsentPurpose,
    courses,
    questionnaires::{Column, QuestionnaireSide, Wave},
    referrals,
};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid, sea_query::Expr};

use super::{ask::unanswered, standing::purpose_of};
use crate::{
    account::link,
    course::{language_of, mentee_name, mentor_and_user, my_course::with_my_course},
    duty::{self, Thing},
    language::first_name,
    message::{Addressee, Desk, First, Letter, MessageKind, Writing, first_since, letters, text, texted},
    referral::{self, Written},
};

/// The letters of the questionnaires behave alike, and differ in whom they go to, when, what for, how long they are of use, and how
/// they begin. One to a mentor is of use for longer than the week in which another nudge left.
macro_rules! questionnaire_letters {
    ($($kind:ident = $name:literal, $compose:ident to [$($to:ident),+]
        when $when:literal, so that $why:literal, of use for $days:literal days,
        says $subject:literal, $lead:literal $(, as text $text:literal to $whom:ident)? $(, and $more:literal)?;)+) => {
        letters! { $(
            $kind = $name, "/courses", $compose
                when $when,
                so that $why,
                says {
                    Mail to [$($to),+]: $subject, $lead, "questionnaire-mail-again", "questionnaire-mail-link",
                        "questionnaire-mail-free", "questionnaire-mail-alone" $(, $more)?;
                    $(Sms to [$whom]: $text;)?
                },
                as Survey, unsubscribe OneClick,
                quiet Waits, useless after Days($days), if unknown Asked;
        )+ }
    };
}

questionnaire_letters! {
    YOUNG_PERSON = "exit_young_person", young_person to [YoungPerson]
        when "a course in which the two met has been over for some days, and once more a week later",
        so that "the young person says how it went; nobody is asked in their place", of use for 6 days,
        says "questionnaire-mail-subject", "questionnaire-mail-young-person",
            as text "message-text-exit-young-person" to YoungPerson;
    MENTOR = "exit_mentor", mentor to [Mentor]
        when "a course in which the two met has been over for some days, and once more a week later",
        so that "the mentor says how it went, seen from the other side", of use for 9 days,
        says "questionnaire-mail-subject", "questionnaire-mail-mentor",
            as text "message-text-exit-young-person" to Mentor;
    REFERRER = "exit_referrer", referrer to [User, Partner]
        when "a course in which the two met has been over for some days, and once more a week later",
        so that "whoever referred says whether it was the right help", of use for 6 days,
        says "questionnaire-mail-subject", "questionnaire-mail-referrer";
    PROGRESS_YOUNG_PERSON = "progress_young_person", progress_young_person to [YoungPerson]
        when "a course begins, and every three months while it runs, and once more a week later",
        so that "it is seen what changes for the young person; nobody is asked in their place", of use for 6 days,
        says "questionnaire-mail-progress-subject", "questionnaire-mail-progress-young-person",
            as text "message-text-progress-young-person" to YoungPerson;
    PROGRESS_MENTOR = "progress_mentor", progress_mentor to [Mentor]
        when "a course begins, and once more a week later",
        so that "it is seen what changes, as the mentor sees it", of use for 9 days,
        says "questionnaire-mail-progress-subject", "questionnaire-mail-progress-mentor",
            as text "message-text-progress-mentor" to Mentor, and "my-course-letter";
}

/// The letter to a side in a wave.
pub(super) fn of(side: QuestionnaireSide, wave: Wave) -> MessageKind {
    match (side, wave) {
        (QuestionnaireSide::YoungPerson, Wave::End) => YOUNG_PERSON,
        (QuestionnaireSide::YoungPerson, _) => PROGRESS_YOUNG_PERSON,
        (QuestionnaireSide::Mentor, Wave::End) => MENTOR,
        (QuestionnaireSide::Mentor, _) => PROGRESS_MENTOR,
        (QuestionnaireSide::Referrer, _) => REFERRER,
    }
}

/// What the letters of a time say.
struct Words {
    subject: &'static str,
    lead: &'static str,
    short: &'static str,
}

const AT_THE_END: Words = Words {
    subject: "questionnaire-mail-subject",
    lead: "questionnaire-mail-young-person",
    short: "message-text-exit-young-person",
};

const ON_THE_WAY: Words = Words {
    subject: "questionnaire-mail-progress-subject",
    lead: "questionnaire-mail-progress-young-person",
    short: "message-text-progress-young-person",
};

async fn young_person(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    to_young_person(&desk, Column::Wave.eq(Wave::End), course_id, &AT_THE_END).await
}

async fn progress_young_person(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    to_young_person(&desk, Column::Wave.ne(Wave::End), course_id, &ON_THE_WAY).await
}

async fn mentor(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let words = Words { lead: "questionnaire-mail-mentor", ..AT_THE_END };
    to_mentor(&desk, Column::Wave.eq(Wave::End), course_id, &words).await
}

async fn progress_mentor(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let words =
        Words { lead: "questionnaire-mail-progress-mentor", short: "message-text-progress-mentor", ..ON_THE_WAY };
    to_mentor(&desk, Column::Wave.ne(Wave::End), course_id, &words).await
}

/// To the young person alone: whoever has the link reads what was answered by it before.
async fn to_young_person(desk: &Desk, wave: Expr, course_id: Uuid, words: &Words) -> anyhow::Result<Option<Letter>> {
    let side = QuestionnaireSide::YoungPerson;
    let Some((asked, course, referral)) = still_asked(desk, (side, wave), course_id).await? else { return Ok(None) };
    let reach = referral::reach(&desk.db, &referral, ConsentPurpose::Survey).await?;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let writing = Writing::to(desk, whom, email, reach.asked_in)
                .about(duty::contact_of(desk, Thing::Course, course_id).await?)
                .greet(&mentee_name(&desk.db, course.referral_id).await?)
                .say(words.lead);
            with_link(desk, writing, &asked, words).await.map(Some)
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(desk, purpose_of(side), asked.id).await?;
            Ok(Some(text(desk, (whom, number), reach.asked_in, words.short, &link)))
        }
        Some(Written::Partner(_)) | None => Ok(None),
    }
}

async fn to_mentor(desk: &Desk, wave: Expr, course_id: Uuid, words: &Words) -> anyhow::Result<Option<Letter>> {
    let asked = still_asked(desk, (QuestionnaireSide::Mentor, wave), course_id).await?;
    let Some((asked, course, _)) = asked else { return Ok(None) };
    let Some((mentor, user)) = mentor_and_user(&desk.db, course.mentor_id).await? else { return Ok(None) };
    let language = language_of(&mentor, user.as_ref());
    if let Some(to) = texted(desk, &mentor).await? {
        let link = link::issue_short_in(desk, purpose_of(asked.side), asked.id).await?;
        return Ok(Some(text(desk, to, language, words.short, &link)));
    }
    let mentee = mentee_name(&desk.db, course.referral_id).await?;
    let writing = Writing::to(desk, Addressee::mentor(mentor.id), &mentor.email, language)
        .about(duty::contact_of(desk, Thing::Course, course_id).await?)
        .greet(&mentor.name)
        .say1(words.lead, "name", first_name(&mentee));
    with_link(desk, writing, &asked, words).await.map(Some)
}

/// To whoever is told about the referral, whether they sign in or not.
async fn referrer(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let of = (QuestionnaireSide::Referrer, Column::Wave.eq(Wave::End));
    let Some((asked, _, referral)) = still_asked(&desk, of, course_id).await? else { return Ok(None) };
    let Some(told) = referral::told(&desk.db, &referral).await? else { return Ok(None) };
    let writing = Writing::to(&desk, told.whom, &told.email, &told.language)
        .about(duty::contact_of(&desk, Thing::Course, course_id).await?)
        .greet(&told.name)
        .say("questionnaire-mail-referrer");
    with_link(&desk, writing, &asked, &AT_THE_END).await.map(Some)
}

async fn with_link(desk: &Desk, writing: Writing, asked: &Questionnaire, words: &Words) -> anyhow::Result<Letter> {
    let token = link::issue_in(desk, purpose_of(asked.side), asked.id).await?;
    let writing = match was_written_to(desk, asked).await? {
        true => writing.say("questionnaire-mail-again"),
        false => writing,
    };
    let writing = writing
        .subject(words.subject)
        .link("questionnaire-mail-link", desk.url(format!("/exit/{token}")))
        .say("questionnaire-mail-free")
        .say("questionnaire-mail-alone");
    let writing = match asked.side {
        QuestionnaireSide::Mentor => with_my_course(writing, desk, asked.course_id).await?,
        QuestionnaireSide::YoungPerson | QuestionnaireSide::Referrer => writing,
    };
    writing.finish()
}

/// Whether the first letter left a week ago, as the second says: one that was held back until it was of no use told nobody anything.
async fn was_written_to(desk: &Desk, asked: &Questionnaire) -> Result<bool, DbErr> {
    let Some((first_on, _)) = asked.asked_on.zip(asked.asked_again_on) else { return Ok(false) };
    let week = desk.clock.today() - Days::new(6);
    Ok(match first_since(desk, (of(asked.side, asked.wave), asked.course_id), first_on).await? {
        First::Left(day) => day <= week,
        First::Missing => true,
        First::NotLeft => false,
    })
}

/// What a side of a course is asked in a wave, while it is open and nothing is answered.
async fn still_asked(
    desk: &Desk,
    (side, wave): (QuestionnaireSide, Expr),
    course_id: Uuid,
) -> Result<Option<(Questionnaire, Course, Referral)>, DbErr> {
    let own = unanswered(desk.clock.today()).filter(Column::CourseId.eq(course_id)).filter(Column::Side.eq(side));
    let own = own.filter(wave).order_by_desc(Column::DueOn).order_by_asc(Column::Id);
    let Some(asked) = own.one(&desk.db).await? else { return Ok(None) };
    let Some(course) = courses::Entity::find_by_id(course_id).one(&desk.db).await? else { return Ok(None) };
    let referral = referrals::Entity::find_by_id(course.referral_id).one(&desk.db).await?;
    Ok(referral.map(|referral| (asked, course, referral)))
}
