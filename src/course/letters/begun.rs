//! To the young person when a course begins: who the mentor is, from which number they call, and by when.

use entity::links::LinkPurpose;
use sea_orm::prelude::Uuid;

use crate::{
    account::link,
    course::my_mentor::{MyMentor, my_mentor},
    duty::{self, Thing},
    message::{Desk, Letter, Writing, text},
    referral::{self, Written},
};

/// Not wanted any more when the two have met, or are not to. Whoever is reached through the partner is told by them.
pub(super) async fn begun_mentee(desk: Desk, course_id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((mine, reach)) = my_mentor(&desk.db, &desk.config.rules, course_id).await? else { return Ok(None) };
    if mine.have_met {
        return Ok(None);
    }
    let contact = duty::contact_of(&desk, Thing::Course, course_id).await?;
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let token = link::issue_in(&desk, LinkPurpose::MyMentor, course_id).await?;
            let letter = Writing::to(&desk, whom, email, reach.asked_in)
                .about(contact)
                .subject("course-letter-mentee-subject")
                .greet(&mine.mentee)
                .say2("course-letter-mentee-who", ("name", &mine.name), ("occupation", &mine.occupation));
            let letter =
                calls(letter, &mine).link("course-letter-mentee-link", desk.url(format!("/my-mentor/{token}")));
            Ok(Some(letter.finish()?))
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::MyMentor, course_id).await?;
            let key = "message-text-course-begun-mentee";
            Ok(Some(text(&desk, (whom, number), reach.asked_in, key, &link)))
        }
        Some(Written::Partner(told)) => {
            let letter = Writing::to(&desk, told.whom, &told.email, &told.language)
                .about(contact)
                .subject("course-letter-begun-through-you-subject")
                .greet(&told.name)
                .say2("course-letter-begun-through-you", ("name", &mine.name), ("occupation", &mine.occupation));
            referral::letters::with_page(calls(letter, &mine), &desk, told, mine.referral_id).finish().map(Some)
        }
        None => Ok(None),
    }
}

/// By when the mentor calls or writes, and from which number.
fn calls(letter: Writing, mine: &MyMentor) -> Writing {
    let by = letter.tr().date(&mine.calls_by);
    let letter = letter.say2(mine.calls_key(), ("name", &mine.name), ("date", &by));
    if mine.phone.is_some() { letter.say1("course-letter-mentee-number", "phone", &mine.number()) } else { letter }
}
