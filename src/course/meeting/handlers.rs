//! Logging meetings, and correcting what was logged.

use entity::{Course, Meeting};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{NewMeeting, correct::find, forms::MeetingForm, log, pages::MeetingPage};
use crate::{
    account::StaffOrMentor,
    act::{self, Visit},
    app::App,
    course::{Mentoring, access::is_stopped_for, find_for},
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors},
    page::{self, Ctx},
    viewer::Viewer,
    web::{self, Submitted},
    word::Worded,
};

#[handler]
pub async fn new_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
) -> AppResult<Response> {
    check_open(app, &viewer, course_id).await?;
    page::show(&new_page(
        ctx,
        (&*viewer).into(),
        course_id,
        MeetingForm::held(app.clock.today()),
        ShownErrors::default(),
    ))
}

#[handler]
pub async fn create(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    Submitted(form): Submitted<MeetingForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        try_log(app, &viewer, course_id, |course| form.parse(course, app.clock.today())).await,
        |()| page::see_other_with(format!("/courses/{course_id}"), "course-notice-meeting-logged"),
        async |errors| Ok(new_page(ctx, (&*viewer).into(), course_id, form, errors)),
    )
    .await
}

/// One tap: we met today.
#[handler]
pub async fn met_today(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path(course_id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let today = app.clock.today();
    act::taken(
        ctx.tr,
        try_log(app, &viewer, course_id, |_| Ok(NewMeeting::held(today))).await,
        |()| page::see_other_with(format!("/courses/{course_id}"), "course-notice-met-today"),
        async |errors| Ok(new_page(ctx, (&*viewer).into(), course_id, MeetingForm::held(today), errors)),
    )
    .await
}

#[handler]
pub async fn edit_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path((course_id, meeting_id)): Path<(Uuid, Uuid)>,
) -> AppResult<Response> {
    check_open(app, &viewer, course_id).await?;
    edit_form_for(app, ctx, &*viewer, (course_id, meeting_id)).await
}

pub(in crate::course) async fn edit_form_for(
    app: &App,
    ctx: Ctx,
    by: impl Into<Mentoring<'_>>,
    ids: (Uuid, Uuid),
) -> AppResult<Response> {
    let by = by.into();
    let meeting = find(&app.db, by, ids).await?.ok_or(AppError::NotFound)?;
    page::show(&edit_page(ctx, by, ids, MeetingForm::from(&meeting), ShownErrors::default()))
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path((course_id, meeting_id)): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<MeetingForm>,
) -> AppResult<Response> {
    let course = find_for(&app.db, app.clock.today(), &viewer, course_id).await?.ok_or(AppError::NotFound)?;
    edit_for(app, ctx, &*viewer, (&course, meeting_id), form).await
}

pub(in crate::course) async fn edit_for(
    app: &App,
    ctx: Ctx,
    by: impl Into<Mentoring<'_>>,
    (course, meeting_id): (&Course, Uuid),
    form: MeetingForm,
) -> AppResult<Response> {
    let (by, ids) = (by.into(), (course.id, meeting_id));
    act::taken(
        ctx.tr,
        async {
            let meeting = form.parse(course, app.clock.today())?;
            let unchanged = |stored: &Meeting| form.seen.still(&MeetingForm::from(stored).seen);
            Ok(super::correct(&app.db, app.clock.now(), by, ids, meeting, unchanged).await?)
        }
        .await,
        |_| page::see_other_with(ctx.onward(&by.base(ids.0)), "course-notice-meeting-corrected"),
        async |errors| Ok(edit_page(ctx.clone(), by, ids, form, errors)),
    )
    .await
}

#[handler]
pub async fn remove(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path((course_id, meeting_id)): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    remove_for(app, ctx, &*viewer, (course_id, meeting_id)).await
}

pub(in crate::course) async fn remove_for(
    app: &App,
    ctx: Ctx,
    by: impl Into<Mentoring<'_>>,
    ids: (Uuid, Uuid),
) -> AppResult<Response> {
    let by = by.into();
    let meeting = find(&app.db, by, ids).await?.ok_or(AppError::NotFound)?;
    act::taken(
        ctx.tr,
        super::remove(&app.db, app.clock.now(), by, ids).await.map_err(FormError::from),
        |()| page::see_other_with(ctx.onward(&by.base(ids.0)), "course-notice-meeting-removed"),
        async |errors| Ok(edit_page(ctx.clone(), by, ids, MeetingForm::from(&meeting), errors)),
    )
    .await
}

async fn try_log(
    app: &App,
    viewer: &Viewer,
    course_id: Uuid,
    read: impl FnOnce(&Course) -> Result<NewMeeting, FieldErrors>,
) -> Result<(), FormError> {
    let new = read(&visible(app, viewer, course_id).await?)?;
    log(&app.db, app.clock.now(), viewer, course_id, new).await?;
    Ok(())
}

/// What one may not open is not found, before a word is said of the form.
async fn visible(app: &App, viewer: &Viewer, course_id: Uuid) -> Result<Course, FormError> {
    Ok(find_for(&app.db, app.clock.today(), viewer, course_id).await?.ok_or(AppError::NotFound)?)
}

/// After the ending, or once the young person says no to a mentor, the meetings of a mentor stand as they are.
async fn check_open(app: &App, viewer: &Viewer, course_id: Uuid) -> AppResult<()> {
    let course = find_for(&app.db, app.clock.today(), viewer, course_id).await?.ok_or(AppError::NotFound)?;
    if course.ended_on.is_some() && !viewer.is_staff() {
        return Err(AppError::ChangedMeanwhile);
    }
    if is_stopped_for(&app.db, viewer, &course).await? { Err(AppError::Stopped) } else { Ok(()) }
}

/// A meeting that is logged: sent, behind a link, to the page itself.
pub(in crate::course) fn new_page(
    ctx: Ctx,
    by: Mentoring<'_>,
    course_id: Uuid,
    form: MeetingForm,
    errors: ShownErrors,
) -> MeetingPage {
    let course = by.base(course_id);
    MeetingPage {
        course_id,
        action: match by {
            Mentoring::Viewer(_) => format!("{course}/meetings"),
            Mentoring::Link(_) => course.clone(),
        },
        course,
        removal: String::new(),
        form,
        errors,
        attendances: entity::meetings::Attendance::choices(ctx.tr),
        channels: entity::meetings::Channel::choices(ctx.tr),
        ctx,
    }
}

fn edit_page(
    ctx: Ctx,
    by: Mentoring<'_>,
    (course_id, meeting_id): (Uuid, Uuid),
    form: MeetingForm,
    errors: ShownErrors,
) -> MeetingPage {
    let action = format!("{}/meetings/{meeting_id}", by.base(course_id));
    let removal = format!("{action}/removal");
    MeetingPage { action, removal, ..new_page(ctx, by, course_id, form, errors) }
}
