//! Logging meetings, and correcting what was logged.

use entity::{Course, Meeting};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{NewMeeting, correct::find, forms::MeetingForm, log, pages::MeetingPage};
use crate::{
    account::StaffOrMentor,
    act::{self, Visit},
    app::App,
    course::{access::is_stopped_for, find_for},
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
    page::show(&new_page(ctx, course_id, MeetingForm::held(app.clock.today()), ShownErrors::default()))
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
        async |errors| Ok(new_page(ctx, course_id, form, errors)),
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
        async |errors| Ok(new_page(ctx, course_id, MeetingForm::held(today), errors)),
    )
    .await
}

#[handler]
pub async fn edit_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path((course_id, meeting_id)): Path<(Uuid, Uuid)>,
) -> AppResult<Response> {
    check_open(app, &viewer, course_id).await?;
    let meeting = find(&app.db, &viewer, course_id, meeting_id).await?.ok_or(AppError::NotFound)?;
    page::show(&edit_page(ctx, course_id, meeting_id, MeetingForm::from(&meeting), ShownErrors::default()))
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path((course_id, meeting_id)): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<MeetingForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let course = visible(app, &viewer, course_id).await?;
            let meeting = form.parse(&course, app.clock.today())?;
            let unchanged = |stored: &Meeting| form.seen.still(&MeetingForm::from(stored).seen);
            let ids = (course_id, meeting_id);
            Ok(super::correct(&app.db, app.clock.now(), &viewer, ids, meeting, unchanged).await?)
        }
        .await,
        |_| page::see_other_with(format!("/courses/{course_id}"), "course-notice-meeting-corrected"),
        async |errors| Ok(edit_page(ctx, course_id, meeting_id, form, errors)),
    )
    .await
}

#[handler]
pub async fn remove(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrMentor>,
    Path((course_id, meeting_id)): Path<(Uuid, Uuid)>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let meeting = find(&app.db, &viewer, course_id, meeting_id).await?.ok_or(AppError::NotFound)?;
    act::taken(
        ctx.tr,
        super::remove(&app.db, app.clock.now(), &viewer, (course_id, meeting_id)).await.map_err(FormError::from),
        |()| page::see_other_with(format!("/courses/{course_id}"), "course-notice-meeting-removed"),
        async |errors| Ok(edit_page(ctx, course_id, meeting_id, MeetingForm::from(&meeting), errors)),
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

pub(in crate::course) fn new_page(ctx: Ctx, course_id: Uuid, form: MeetingForm, errors: ShownErrors) -> MeetingPage {
    let action = format!("/courses/{course_id}/meetings");
    meeting_page(ctx, course_id, action, String::new(), form, errors)
}

fn edit_page(ctx: Ctx, course_id: Uuid, meeting_id: Uuid, form: MeetingForm, errors: ShownErrors) -> MeetingPage {
    let action = format!("/courses/{course_id}/meetings/{meeting_id}");
    let removal = format!("{action}/removal");
    meeting_page(ctx, course_id, action, removal, form, errors)
}

fn meeting_page(
    ctx: Ctx,
    course_id: Uuid,
    action: String,
    removal: String,
    form: MeetingForm,
    errors: ShownErrors,
) -> MeetingPage {
    MeetingPage {
        course_id,
        course: format!("/courses/{course_id}"),
        action,
        removal,
        form,
        errors,
        attendances: entity::meetings::Attendance::choices(ctx.tr),
        channels: entity::meetings::Channel::choices(ctx.tr),
        ctx,
    }
}
