//! Meetings that are agreed: what is written down, and what both sides' calendars are told.

mod answers;
mod at_once;
mod calendar_answers;
mod feed;
mod ics;
mod invitations;
mod linked;
mod planning;
mod times;

use std::fs;

use brobyg::{
    course::planned::{self, NewPlan, PlanError},
    jobs::LETTERS,
    message,
};
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Europe::Copenhagen;
use entity::{PlannedMeeting, User, meetings::Channel, planned_meetings, users::Role};
use mail_parser::{MessageParser, MimeHeaders};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Pair, amira_and_jonas};
use crate::support::{today, viewer_of};

/// Where the young person of these tests reads mail.
const OWN: &str = "ung@ung.example";
const MENTOR: &str = "jonas@mentor.example";

/// Amira and Jonas, with somebody of staff who writes down what they agree.
pub struct Planning {
    pub pair: Pair,
    pub staff: User,
}

pub async fn planning() -> Planning {
    let pair = amira_and_jonas().await;
    let staff = pair.app.user("Sanne Holm", Role::Staff, None).await;
    Planning { pair, staff }
}

/// A meeting of an hour, face to face, then.
pub fn at(starts_at: DateTime<Utc>) -> NewPlan {
    NewPlan { starts_at, minutes: 60, channel: Channel::InPerson }
}

/// When a clock in Denmark shows this.
pub fn local(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    let hour = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    day.and_time(hour).and_local_timezone(Copenhagen).unwrap().to_utc()
}

/// So many days after the day of the tests, at 16 o'clock.
pub fn in_days(days: i64) -> DateTime<Utc> {
    local(today() + Duration::days(days), 16, 0)
}

impl Planning {
    pub async fn plan(&self, new: NewPlan) -> Result<PlannedMeeting, PlanError> {
        let app = &self.pair.app;
        planned::plan(app.db(), app.app.clock.now(), &viewer_of(&self.staff), self.pair.course.id, new).await
    }

    pub async fn change(&self, meeting: &PlannedMeeting, new: NewPlan) -> Result<(), PlanError> {
        let app = &self.pair.app;
        let ids = (meeting.course_id, meeting.id);
        let seen = (new, meeting.sequence);
        planned::change(app.db(), app.app.clock.now(), &viewer_of(&self.staff), ids, seen).await
    }

    pub async fn cancel(&self, meeting: &PlannedMeeting) -> Result<(), PlanError> {
        let app = &self.pair.app;
        let ids = (meeting.course_id, meeting.id);
        planned::cancel(app.db(), app.app.clock.now(), &viewer_of(&self.staff), ids).await
    }

    /// All that was agreed, as it stands.
    pub async fn all(&self) -> Vec<PlannedMeeting> {
        planned::of_course(self.pair.app.db(), self.pair.course.id).await.unwrap()
    }

    pub async fn now(&self, meeting: &PlannedMeeting) -> PlannedMeeting {
        let own = planned_meetings::Entity::find().filter(planned_meetings::Column::Id.eq(meeting.id));
        own.one(self.pair.app.db()).await.unwrap().unwrap()
    }

    /// Moves the clock on to this moment.
    pub fn turn(&self, to: DateTime<Utc>) {
        let clock = &self.pair.app.app.clock;
        clock.advance(to - clock.now());
    }

    /// Sends what is due, and gives all mails so far to one address, the oldest first.
    pub async fn sent_to(&self, email: &str) -> Vec<Sent> {
        let app = &self.pair.app;
        message::deliver_due(&app.app.desk(), &app.app.post, LETTERS).await.unwrap();
        let mut names = app.app.post.folder().unwrap().names().await.unwrap();
        names.reverse();
        let folder = app.data.path().join("mail");
        let mails = names.iter().map(|name| Sent::read(&fs::read(folder.join(format!("{name}.eml"))).unwrap()));
        mails.filter(|mail| mail.to == email).collect()
    }

    /// The subjects of those mails.
    pub async fn subjects_to(&self, email: &str) -> Vec<String> {
        self.sent_to(email).await.into_iter().map(|mail| mail.subject).collect()
    }
}

/// A mail as a calendar program takes it apart.
#[derive(Debug)]
pub struct Sent {
    pub to: String,
    pub from: String,
    pub subject: String,
    pub text: String,
    /// The kinds of its parts, in their order.
    pub kinds: Vec<String>,
    /// The calendars in it, each with the method that its head names.
    pub calendars: Vec<(String, String)>,
    /// The names of its files.
    pub files: Vec<String>,
}

impl Sent {
    fn read(raw: &[u8]) -> Self {
        let mail = MessageParser::default().parse(raw).unwrap();
        let address = |address: Option<&mail_parser::Address<'_>>| {
            address.and_then(|all| all.first()).and_then(|one| one.address()).unwrap_or_default().to_owned()
        };
        let kind = |part: &mail_parser::MessagePart<'_>| {
            let kind = part.content_type().unwrap();
            format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default())
        };
        let calendars = mail.parts.iter().filter(|part| kind(part) == "text/calendar");
        let method = |part: &mail_parser::MessagePart<'_>| {
            part.content_type().unwrap().attribute("method").unwrap_or_default().to_owned()
        };
        let read =
            |part: &mail_parser::MessagePart<'_>| (method(part), String::from_utf8(part.contents().to_vec()).unwrap());
        Self {
            to: address(mail.to()),
            from: address(mail.from()),
            subject: mail.subject().unwrap_or_default().to_owned(),
            text: mail.body_text(0).unwrap_or_default().into_owned(),
            kinds: mail.parts.iter().map(kind).collect(),
            calendars: calendars.map(read).collect(),
            files: mail.parts.iter().filter_map(|part| part.attachment_name().map(str::to_owned)).collect(),
        }
    }

    /// The one calendar of the mail: the file holds the same.
    pub fn calendar(&self) -> &(String, String) {
        assert_eq!(self.calendars.len(), 2, "{:?}", self.kinds);
        assert_eq!(self.calendars[0], self.calendars[1]);
        &self.calendars[0]
    }
}
