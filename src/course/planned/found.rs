//! An agreed meeting with everybody it concerns, and how each is told.

use chrono::{DateTime, Utc};
use entity::{
    Course, Mentor, PlannedMeeting, Referral, User, YoungPerson, consents::ConsentPurpose, courses, links::LinkPurpose,
    mentors, planned_meetings, referrals, users, young_people,
};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use super::{passed_on::is_in_calendar_of, view::way_and_minutes};
use crate::{
    account::link,
    calendar::{Event, Method},
    clock::local_date,
    course::{
        concern::is_contact_stopped,
        my_course::with_own_course,
        sides::{language_of, signs_in},
        stand_in::mentor_on,
    },
    duty::{self, Thing},
    form::typed::readable_phone,
    language::{Tr, first_name},
    message::{Addressee, Contact, Desk, Letter, Occasion, Writing, text_with, texted},
    referral::{self, Reach, Told, Way, Written},
    word::Worded,
};

pub(super) struct Found {
    pub meeting: PlannedMeeting,
    course: Course,
    /// Whoever meets the young person on that day.
    mentor: Mentor,
    user: Option<User>,
    referral: Referral,
    person: YoungPerson,
    reach: Reach,
    /// Whom the letters name: whoever sees to the course.
    contact: Option<Contact>,
    is_contact_stopped: bool,
    now: DateTime<Utc>,
}

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    Agreement,
    Change,
    End,
    /// Somebody else comes.
    PassedOn,
    Reminder,
}

impl Telling {
    /// The end of the keys of what is said.
    fn word(self) -> &'static str {
        match self {
            Self::Agreement => "planned",
            Self::Change => "changed",
            Self::End => "cancelled",
            Self::PassedOn => "passed-on",
            Self::Reminder => "reminder",
        }
    }

    /// What a calendar is told; nothing where it knows already.
    fn method(self) -> Option<Method> {
        match self {
            Self::Agreement | Self::Change => Some(Method::Request),
            Self::End | Self::PassedOn => Some(Method::Cancel),
            Self::Reminder => None,
        }
    }
}

impl Found {
    pub async fn by_id(desk: &Desk, id: Uuid) -> Result<Option<Self>, DbErr> {
        let db = &desk.db;
        let Some(meeting) = planned_meetings::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
        let Some(course) = courses::Entity::find_by_id(meeting.course_id).one(db).await? else { return Ok(None) };
        let day = local_date(meeting.starts_at);
        let met = mentor_on(db, &course, day, desk.clock.today()).await?;
        let Some(mentor) = mentors::Entity::find_by_id(met).one(db).await? else { return Ok(None) };
        let referral = referrals::Entity::find_by_id(course.referral_id).one(db).await?;
        let Some(referral) = referral else { return Ok(None) };
        let person = young_people::Entity::find_by_id(referral.young_person_id).one(db).await?;
        let Some(person) = person else { return Ok(None) };
        let user = user_of(db, &mentor).await?;
        let reach = referral::reach_of(db, &referral, &person, ConsentPurpose::MentorCourse).await?;
        let contact = duty::contact_of(desk, Thing::Course, course.id).await?;
        let is_contact_stopped = is_contact_stopped(db, course.id).await?;
        let now = desk.clock.now();
        Ok(Some(Self { meeting, course, mentor, user, referral, person, reach, contact, is_contact_stopped, now }))
    }

    /// Whether this mentor is the one who meets the young person.
    pub fn is_met_by(&self, mentor: Uuid) -> bool {
        self.mentor.id == mentor
    }

    /// The same, as it stands in the calendar of another mentor; nothing where there is no such mentor any more.
    pub async fn held_by(self, desk: &Desk, mentor: Uuid) -> Result<Option<Self>, DbErr> {
        let Some(mentor) = mentors::Entity::find_by_id(mentor).one(&desk.db).await? else { return Ok(None) };
        let user = user_of(&desk.db, &mentor).await?;
        Ok(Some(Self { mentor, user, ..self }))
    }

    /// Whether the two are still to meet.
    pub fn stands(&self) -> bool {
        let is_open = self.meeting.cancelled_at.is_none() && self.meeting.meeting_id.is_none();
        is_open && self.course.ended_on.is_none() && !self.reach.agreement.is_no() && self.may_be_told_of()
    }

    /// Whether anything of it may go between the two: not while contact is stopped.
    pub fn may_be_told_of(&self) -> bool {
        !self.is_contact_stopped
    }

    /// By a text message where they wish that, and their calendar has not been told of it by mail; otherwise by mail, with what
    /// the calendar is to do.
    pub async fn to_mentor(&self, desk: &Desk, telling: Telling) -> anyhow::Result<Option<Letter>> {
        let language = language_of(&self.mentor, self.user.as_ref());
        if let Some(to) = texted(desk, &self.mentor).await?
            && (telling == Telling::Reminder || !is_in_calendar_of(desk, self.meeting.id, self.mentor.id).await?)
        {
            return Ok(Some(self.texted_to_mentor(desk, telling, (to, language))));
        }
        let writing = Writing::to(desk, Addressee::mentor(self.mentor.id), &self.mentor.email, language)
            .about(self.contact.clone());
        let page = desk.url(format!("/courses/{}", self.course.id));
        let writing = self.told(writing.greet(&self.mentor.name), telling);
        let writing = match signs_in(self.user.as_ref()) {
            true => writing.link("course-planned-letter-course", page.clone()),
            false => writing,
        };
        let writing = match telling {
            Telling::End | Telling::PassedOn => writing,
            Telling::Reminder => writing.say("course-planned-letter-mentor-cannot"),
            _ => writing.say("course-planned-letter-calendar").say("course-planned-letter-mentor-cannot"),
        };
        let writing = match telling {
            Telling::PassedOn => writing,
            _ => with_own_course(writing, desk, (&self.course, self.mentor.id)).await?,
        };
        Ok(Some(self.marked(writing.finish()?, telling, page)))
    }

    /// With the page of the course, for whoever signs in: it has the meeting for a calendar.
    fn texted_to_mentor(&self, desk: &Desk, telling: Telling, (to, language): ((Addressee, &str), &str)) -> Letter {
        let key = match telling {
            Telling::Agreement | Telling::Change if signs_in(self.user.as_ref()) => "message-text-planned-mentor-page",
            Telling::Agreement | Telling::Change => "message-text-planned-mentor",
            Telling::End => "message-text-planned-cancelled-mentor",
            Telling::PassedOn => "message-text-planned-passed-on",
            Telling::Reminder => "message-text-planned-reminder-mentor",
        };
        let page = desk.url(format!("/courses/{}", self.course.id));
        let said = [("when", self.when_told(Tr::from_tag(language), telling)), ("link", page)];
        text_with(desk, to, language, key, said).about(self.occasion())
    }

    /// By the way that they wish. Where that is the partner, who passes it on, the partner is told; but not reminded.
    pub async fn to_mentee(&self, desk: &Desk, telling: Telling) -> anyhow::Result<Option<Letter>> {
        match self.reach.in_writing(&desk.sms) {
            Some(Written::Own(whom, email)) => self.by_mail(desk, telling, (whom, email)).await.map(Some),
            Some(Written::Text(whom, number)) => {
                let link = link::issue_short_in(desk, LinkPurpose::PlannedMeeting, self.meeting.id).await?;
                let key = match telling {
                    Telling::Agreement | Telling::Change => "message-text-planned-mentee",
                    Telling::End | Telling::PassedOn => "message-text-planned-cancelled-mentee",
                    Telling::Reminder => "message-text-planned-reminder-mentee",
                };
                let said = [("when", self.when(Tr::spoken(self.reach.asked_in).unwrap_or_default())), ("link", link)];
                let letter = text_with(desk, (whom, number), self.reach.asked_in, key, said);
                Ok(Some(letter.about(self.occasion())))
            }
            Some(Written::Partner(told)) if self.reach.way == Way::Partner && telling != Telling::Reminder => {
                self.to_partner(desk, telling, told).map(Some)
            }
            Some(Written::Partner(_)) | None => Ok(None),
        }
    }

    async fn by_mail(&self, desk: &Desk, telling: Telling, (whom, email): (Addressee, &str)) -> anyhow::Result<Letter> {
        let token = link::issue_in(desk, LinkPurpose::PlannedMeeting, self.meeting.id).await?;
        let page = desk.url(format!("/meeting/{token}"));
        let writing = Writing::to(desk, whom, email, self.reach.asked_in).about(self.contact.clone());
        let writing = writing.greet(&self.person.name);
        let writing = self.told(writing, telling).link("course-planned-letter-page", page.clone());
        let writing = match telling {
            Telling::End | Telling::PassedOn => writing,
            Telling::Reminder => self.reaching(writing.say("course-planned-letter-mentee-cannot")),
            _ => {
                self.reaching(writing.say("course-planned-letter-calendar").say("course-planned-letter-mentee-cannot"))
            }
        };
        Ok(self.marked(writing.finish()?, telling, page))
    }

    /// Who the mentor is and by which number they are reached. Of whoever stands in the number alone: they are not the mentor.
    fn reaching(&self, writing: Writing) -> Writing {
        let writing = match self.mentor.id == self.course.mentor_id {
            true => writing.say2(
                "course-letter-mentee-who",
                ("name", first_name(&self.mentor.name)),
                ("occupation", &self.mentor.occupation),
            ),
            false => writing,
        };
        match &self.mentor.phone {
            Some(phone) => writing.say1("course-letter-mentee-number", "phone", &readable_phone(phone)),
            None => writing,
        }
    }

    /// What the partner is to pass on: it is nobody's calendar at the partner that it belongs in.
    fn to_partner(&self, desk: &Desk, telling: Telling, told: &Told) -> anyhow::Result<Letter> {
        let writing = Writing::to(desk, told.whom, &told.email, &told.language).about(self.contact.clone());
        let when = self.when(writing.tr());
        let letter = writing.subject(&format!("course-planned-subject-{}", telling.word())).greet(&told.name).say1(
            &format!("course-planned-partner-{}", telling.word()),
            "when",
            &when,
        );
        Ok(referral::letters::with_page(letter, desk, told, self.referral.id).finish()?.about(self.occasion()))
    }

    /// When it is, or would have been, and how.
    fn told(&self, writing: Writing, telling: Telling) -> Writing {
        let tr = writing.tr();
        let writing = writing.subject(&format!("course-planned-subject-{}", telling.word()));
        let when = self.when_told(tr, telling);
        let writing = writing.say1(&format!("course-planned-text-{}", telling.word()), "when", &when);
        match telling {
            Telling::End | Telling::PassedOn => writing,
            _ => {
                let [way, long] = way_and_minutes(tr, self.meeting.channel, self.meeting.minutes);
                writing.say2("course-planned-how", ("way", &way), ("minutes", &long))
            }
        }
    }

    fn when_told(&self, tr: Tr, telling: Telling) -> String {
        match (telling, self.meeting.moved_from) {
            // The time that stands in the calendar of whoever does not come.
            (Telling::PassedOn, Some(from)) => tr.appointment(&from),
            _ => self.when(tr),
        }
    }

    fn when(&self, tr: Tr) -> String {
        tr.appointment(&self.meeting.starts_at)
    }

    /// The letter with what it says to machines.
    fn marked(&self, letter: Letter, telling: Telling, page: String) -> Letter {
        let tr = letter.language;
        // Of two letters about the same version the later one counts.
        let event = Event { changed_at: self.now.max(self.meeting.changed_at), ..event(tr, &self.meeting, page) };
        let letter = letter.about(self.occasion());
        match telling.method() {
            Some(method) => letter.inviting(method, event),
            None => letter,
        }
    }

    /// Where it was moved, the time that is given up may come first, and somebody may be on their way.
    fn occasion(&self) -> Occasion {
        let (last, from) = (self.meeting.starts_at, self.meeting.moved_from.filter(|from| *from > self.now));
        Occasion { first: from.map_or(last, |from| from.min(last)), last }
    }
}

/// The sign-in of a mentor, while it is open.
async fn user_of(db: &impl ConnectionTrait, mentor: &Mentor) -> Result<Option<User>, DbErr> {
    let Some(id) = mentor.user_id else { return Ok(None) };
    Ok(users::Entity::find_by_id(id).one(db).await?.filter(|user| user.disabled_at.is_none()))
}

/// The meeting as a calendar shows it, with a title that tells nothing to whoever else looks.
pub(super) fn event(tr: Tr, meeting: &PlannedMeeting, page: String) -> Event {
    Event {
        id: meeting.id,
        sequence: meeting.sequence,
        changed_at: meeting.changed_at,
        starts_at: meeting.starts_at,
        minutes: meeting.minutes,
        title: tr.t("course-planned-title"),
        text: format!("{}\n{page}", meeting.channel.label(tr)),
        url: page,
    }
}
