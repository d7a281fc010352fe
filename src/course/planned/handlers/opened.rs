//! What is opened without signing in: the young person's page, and the feed of a calendar. Both read and change nothing.

use chrono::{DateTime, Utc};
use entity::{PlannedMeeting, links::LinkPurpose};
use poem::{
    IntoResponse, Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::in_vain;
use crate::{
    account::{StaffOrMentor, link},
    act::ByLink,
    act::Visit,
    app::App,
    calendar,
    course::{
        Mentoring,
        access::running_to_meet,
        planned::{
            Shown, feed,
            found::event,
            link_page::{self, Opened},
            pages::LinkPage,
            queries::coming,
        },
    },
    duty::{self, Thing},
    error::{AppError, AppResult},
    form::typed::readable_phone,
    language::{Tr, first_name},
    page::{self, Ctx},
};

const CALENDAR: &str = "text/calendar; charset=utf-8";

/// Says whose it is before it says anything else.
#[handler]
pub async fn show_linked(ByLink { app, ctx, token }: ByLink<'_>) -> AppResult<Response> {
    let now = app.clock.now();
    let opened = match link::find(&app.db, now, LinkPurpose::PlannedMeeting, &token).await? {
        Some(link) => link_page::open(&app.db, now, link.subject_id).await?,
        None => None,
    };
    let ctx = match &opened {
        Some(opened) => {
            let course = opened.meeting.course_id;
            ctx.turning_to(duty::contact(&app.db, Thing::Course, course, app.clock.today()).await?)
        }
        None => ctx,
    };
    page::show(&match opened {
        Some(opened) => {
            let token = link::bare(&token);
            let concern = if opened.is_over { String::new() } else { format!("/concern/{token}") };
            let file = format!("/meeting/{token}/calendar.ics");
            LinkPage { concern, file, ..link_page(ctx, now, opened) }
        }
        None => LinkPage {
            ctx,
            first_name: None,
            told_of: None,
            meeting: None,
            is_cancelled: false,
            mentor: None,
            is_stopped: false,
            others: Vec::new(),
            concern: String::new(),
            file: String::new(),
        },
    })
}

fn link_page(ctx: Ctx, now: DateTime<Utc>, opened: Opened) -> LinkPage {
    let Opened { young_person_id, name, language, meeting, mentor, coming, is_stopped, .. } = opened;
    let ctx = ctx.speaking(language).helping();
    let (own, others): (Vec<_>, Vec<_>) = coming.iter().partition(|one| one.id == meeting.id);
    LinkPage {
        first_name: Some(first_name(&name).to_owned()),
        told_of: ctx.viewer.as_ref().map(|_| young_person_id),
        meeting: own.first().map(|meeting| Shown::new(ctx.tr, meeting)),
        is_cancelled: meeting.cancelled_at.is_some() && meeting.starts_at > now,
        mentor: mentor.map(|(name, phone)| {
            let phone = phone.unwrap_or_default();
            (name, phone.clone(), readable_phone(&phone))
        }),
        is_stopped,
        others: others.into_iter().map(|other| Shown::new(ctx.tr, other)).collect(),
        concern: String::new(),
        file: String::new(),
        ctx,
    }
}

/// The meeting of a link for a calendar, as long as it is to come.
#[handler]
pub async fn linked_calendar_file(Data(app): Data<&App>, Path(token): Path<String>) -> AppResult<Response> {
    let now = app.clock.now();
    let link = link::find(&app.db, now, LinkPurpose::PlannedMeeting, &token).await?.ok_or(AppError::NotFound)?;
    let opened = link_page::open(&app.db, now, link.subject_id).await?.filter(|opened| !opened.is_stopped);
    let opened = opened.ok_or(AppError::NotFound)?;
    let meeting = opened.coming.iter().find(|one| one.id == opened.meeting.id).ok_or(AppError::NotFound)?;
    let page = format!("{}/meeting/{}", app.config.base_url, link::bare(&token));
    Ok(file(&event(Tr::spoken(opened.language).unwrap_or_default(), meeting, page)))
}

/// The same for whoever signs in.
#[handler]
pub async fn calendar_file(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(ids): Path<(Uuid, Uuid)>,
) -> AppResult<Response> {
    running_to_meet(&app.db, app.clock.today(), &viewer, ids.0).await?;
    calendar_file_for(app, &ctx, &*viewer, ids).await
}

pub(in crate::course) async fn calendar_file_for(
    app: &App,
    ctx: &Ctx,
    by: impl Into<Mentoring<'_>>,
    ids: (Uuid, Uuid),
) -> AppResult<Response> {
    let meeting = coming(&app.db, app.clock.now(), ids).await.map_err(in_vain)?;
    Ok(file(&event(ctx.tr, &meeting, by.into().page_for_calendars(&app.config.base_url, ids.0))))
}

fn file(event: &calendar::Event) -> Response {
    calendar::published(event).with_content_type(CALENDAR).into_response()
}

/// The meetings of whoever has this address, for a program that asks for them again and again.
#[handler]
pub async fn feed_of_meetings(Data(app): Data<&App>, Path(token): Path<String>) -> AppResult<Response> {
    let found = feed::of_token(&app.db, app.clock.now(), &token).await?;
    let (tr, meetings) = found.ok_or(AppError::NotFound)?;
    let shown = |meeting: &PlannedMeeting| in_feed(app, tr, meeting);
    let calendar = calendar::feed(&meetings.iter().map(shown).collect::<Vec<_>>());
    Ok(calendar.with_content_type(CALENDAR).into_response())
}

/// With the page of its course, which asks to sign in.
fn in_feed(app: &App, tr: Tr, meeting: &PlannedMeeting) -> calendar::Event {
    event(tr, meeting, format!("{}/courses/{}", app.config.base_url, meeting.course_id))
}
