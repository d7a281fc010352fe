//! The pages about everybody who signs in, for administrators.

use entity::{Partner, User, partners, security_events::SecurityKind};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{DbErr, prelude::Uuid};

use super::{
    DisableError, Listed, SignInState, change, find,
    forms::{DisableForm, PersonForm},
    list::PeopleFilter,
    page_of,
    pages::{Choices, PeoplePage, PersonFormPage, PersonPage, table},
};
use crate::{
    account::{self, Administrator, absences::Absences, invite_person},
    act::{self, Visit, list_file},
    app::App,
    duty,
    error::{AppError, AppResult},
    form::ShownErrors,
    list::Asked,
    message::{self, About},
    page::{self, Ctx, Event},
    record::{self, SecurityEvent},
    viewer::Viewer,
    web::{self, Queried, Submitted},
};

#[handler]
pub async fn list_people(
    Data(app): Data<&App>,
    _: Administrator,
    ctx: Ctx,
    Queried(query): Queried<Asked<PeopleFilter>>,
) -> AppResult<Response> {
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr), |view, asked| page_of(view, &asked).await?);
    }
    let list = page_of(&app.db, &query).await?;
    let choices = Choices::new(ctx.tr, all_partners(app).await?);
    page::show(&PeoplePage { ctx, list, query, choices, errors: ShownErrors::default() })
}

#[handler]
pub async fn show_person(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    page::show(&page_about(app, &viewer, ctx, id, ShownErrors::default()).await?)
}

/// The page with what is wrong in one of its forms.
pub(in crate::account) async fn page_about(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    id: Uuid,
    errors: ShownErrors,
) -> AppResult<PersonPage> {
    let (person, today) = (found(app, id).await?, app.clock.today());
    let changes = Event::all(ctx.tr, &record::changes_of(&app.db, "account", id).await?);
    let is_oneself = viewer.user_id == id;
    let troubles = message::troubles(&app.db, ctx.tr, &[id]).await?;
    let mail = message::correspondence(&app.db, ctx.tr, &About { things: vec![id], people: vec![id] }).await?;
    let absences = match person.role.is_staff() && person.disabled_at.is_none() {
        true => Some(Absences::of(&app.db, id, today, format!("{}/absences", person.path())).await?),
        false => None,
    };
    let leaves_something = duty::holds_anything(&app.db, today, id).await?;
    let form = DisableForm::default();
    Ok(PersonPage { ctx, person, is_oneself, changes, troubles, mail, absences, leaves_something, form, errors })
}

#[handler]
pub async fn invite_form(Visit { app, ctx, .. }: Visit<'_, Administrator>) -> AppResult<Response> {
    let form = PersonForm { language: "da".into(), ..PersonForm::default() };
    page::show(&form_page(app, ctx, None, form, ShownErrors::default()).await?)
}

#[handler]
pub async fn invite(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Submitted(form): Submitted<PersonForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(invite_person(&app.db, app.clock.now(), form.parse_invitation(&viewer)?).await?) }.await,
        |user| back(SecurityKind::Invited, user.id, "account-notice-invited"),
        async |errors| form_page(app, ctx, None, form, errors).await,
    )
    .await
}

#[handler]
pub async fn edit_form(Visit { app, ctx, .. }: Visit<'_, Administrator>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let person = found(app, id).await?;
    let form = PersonForm::from(&person);
    page::show(&form_page(app, ctx, Some(person), form, ShownErrors::default()).await?)
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<PersonForm>,
) -> AppResult<Response> {
    let person = found(app, id).await?;
    act::taken(
        ctx.tr,
        async {
            let unchanged = |stored: &User| form.seen.still(&PersonForm::from(stored).seen);
            Ok(change(&app.db, app.clock.now(), &viewer, id, form.parse()?, unchanged).await?)
        }
        .await,
        |()| back(SecurityKind::PersonChanged, id, "account-notice-person-saved"),
        async |errors| form_page(app, ctx, Some(person), form, errors).await,
    )
    .await
}

#[handler]
pub async fn invite_again(
    Visit { app, viewer, .. }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let person = found(app, id).await?;
    if person.state() != SignInState::Invited {
        return Err(AppError::ChangedMeanwhile);
    }
    account::invite_again(&app.db, app.clock.now(), id, viewer.user_id).await?;
    Ok(back(SecurityKind::Invited, id, "account-notice-invited"))
}

#[handler]
pub async fn disable(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DisableForm>,
) -> AppResult<Response> {
    found(app, id).await?;
    act::taken(
        ctx.tr,
        async { Ok(super::disable(&app.db, app.clock.now(), &viewer, id, form.parse()?).await?) }.await,
        |()| back(SecurityKind::Disabled, id, "account-notice-disabled"),
        async |errors| Ok(PersonPage { form, ..page_about(app, &viewer, ctx, id, errors).await? }),
    )
    .await
}

#[handler]
pub async fn enable(
    Visit { app, viewer, .. }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    found(app, id).await?;
    super::enable(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(back(SecurityKind::Enabled, id, "account-notice-enabled"))
}

/// The page offers only what can be done: somebody else did it meanwhile.
impl From<DisableError> for AppError {
    fn from(error: DisableError) -> Self {
        match error {
            DisableError::Db(error) => error.into(),
            DisableError::OwnSignIn => Self::Forbidden,
            DisableError::NotFound | DisableError::Heir(_) => Self::ChangedMeanwhile,
        }
    }
}

/// Back to the person, and what was done to their sign-in into the security log.
fn back(kind: SecurityKind, id: Uuid, notice: &'static str) -> Response {
    page::noting(page::see_other_with(format!("/admin/people/{id}"), notice), SecurityEvent::about(kind, id))
}

async fn found(app: &App, id: Uuid) -> AppResult<Listed> {
    find(&app.db, id).await?.ok_or(AppError::NotFound)
}

async fn all_partners(app: &App) -> Result<Vec<Partner>, DbErr> {
    partners::by_name().all(&app.db).await
}

async fn form_page(
    app: &App,
    ctx: Ctx,
    person: Option<Listed>,
    form: PersonForm,
    errors: ShownErrors,
) -> AppResult<PersonFormPage> {
    let mut partners = all_partners(app).await?;
    let own = person.as_ref().and_then(|person| person.partner_id);
    partners.retain(|partner| partner.closed_on.is_none() || Some(partner.id) == own);
    let choices = Choices::new(ctx.tr, partners);
    Ok(PersonFormPage { ctx, person, form, choices, errors })
}
