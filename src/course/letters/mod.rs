//! What is written about a course: to the young person at its beginning and its end, to the mentor at its end, and to
//! the referrer whenever it changes. The subject of each is the course's id.

mod begun;
mod changed;
mod ended;
mod ended_mentee;

use entity::{Course, courses};
use sea_orm::{DbErr, EntityTrait, prelude::Uuid};

use crate::message::{Desk, letters};
use begun::begun_mentee;
use changed::{extended, paused, reopened, resumed};
use ended::{ended_mentor, ended_referrer};
use ended_mentee::ended_mentee;

letters! {
    BEGUN_MENTEE = "course_begun_mentee", "/courses", begun_mentee
        when "both have said yes",
        so that "the young person knows who calls, from which number and by when",
        says {
            Mail to [YoungPerson]: "course-letter-mentee-subject", "course-letter-mentee-who",
                "course-letter-mentee-calls", "course-letter-mentee-writes", "course-letter-mentee-number", "course-letter-mentee-link";
            Sms to [YoungPerson]: "message-text-course-begun-mentee";
            Mail to [User, Partner]: "course-letter-begun-through-you-subject", "course-letter-begun-through-you",
                "course-letter-mentee-calls", "course-letter-mentee-writes", "course-letter-mentee-number",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Days(14), if unknown Again;
    PAUSED = "course_paused", "/courses", paused
        when "a course is paused",
        so that "the referrer is not surprised by the silence",
        says { Mail to [User, Partner]: "course-letter-changed-subject", "course-letter-paused",
            "referral-mail-link", "referral-mail-no-page"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    RESUMED = "course_resumed", "/courses", resumed
        when "a paused course goes on",
        so that "the referrer can encourage the young person",
        says { Mail to [User, Partner]: "course-letter-changed-subject", "course-letter-resumed",
            "referral-mail-link", "referral-mail-no-page"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    EXTENDED = "course_extended", "/courses", extended
        when "a course is to last longer",
        so that "the referrer knows until when the two meet",
        says { Mail to [User, Partner]: "course-letter-changed-subject", "course-letter-extended",
            "referral-mail-link", "referral-mail-no-page"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    REOPENED = "course_reopened", "/courses", reopened
        when "an ending is taken back",
        so that "the referrer does not look for something else",
        says { Mail to [User, Partner]: "course-letter-changed-subject", "course-letter-reopened",
            "referral-mail-link", "referral-mail-no-page"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    ENDED_MENTOR = "course_ended_mentor", "/courses", ended_mentor
        when "a course has ended, except after a concern",
        so that "the mentor is thanked",
        says {
            Mail to [Mentor]: "course-letter-thanks-subject", "course-letter-thanks-text",
                "course-letter-thanks-numbers", "course-letter-thanks-never-met", "course-letter-thanks-link";
            Sms to [Mentor]: "message-text-thanks", "message-text-thanks-certificate";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    ENDED_MENTEE = "course_ended_mentee", "/courses", ended_mentee
        when "a course has ended, except after a concern, and unless the letter that asks how they are now goes to the young person by itself",
        so that "the young person knows that it is over, and that they can still turn to us",
        says {
            Mail to [YoungPerson]: "course-letter-mentee-subject", "course-letter-mentee-ended",
                "course-letter-mentee-ended-next", "course-letter-mentee-ended-call";
            Sms to [YoungPerson]: "message-text-course-ended-mentee", "message-text-course-ended-mentee-call";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Days(14), if unknown Again;
    ENDED_REFERRER = "course_ended_referrer", "/courses", ended_referrer
        when "a course has ended",
        so that "the referrer knows",
        says { Mail to [User, Partner]: "course-letter-ended-subject", "course-letter-ended-text",
            "course-letter-ended-pass-on", "referral-mail-link", "referral-mail-no-page"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
}

async fn course(desk: &Desk, id: Uuid) -> Result<Option<Course>, DbErr> {
    courses::Entity::find_by_id(id).one(&desk.db).await
}
