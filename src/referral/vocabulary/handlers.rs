//! The pages of the vocabulary, for staff.

use entity::UnknownWord;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{ConnectionTrait, prelude::Uuid};

use super::{
    add,
    forms::{UnknownFilter, WordForm, WordsFilter},
    history::{SUBJECT, event},
    pages::{
        AddedPage, NewWordPage, Row, UnknownPage, WordPage, WordsPage, referrals_table, rows, shows, unknown_table,
        words_table,
    },
    pass_over, queries, remove, search, take_back,
};
use crate::{
    account::Staff,
    act::{self, Visit, list_file},
    app::App,
    error::{AppError, AppResult},
    form::{Form, ShownErrors},
    industry,
    list::{Asked, Everything, Found},
    page::{self, Ctx},
    record::{changes_about, changes_of},
    referral::{Case, industries_of},
    web::{self, Queried, Submitted},
};

#[handler]
pub async fn list_unknown(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<UnknownFilter>>,
) -> AppResult<Response> {
    if query.file().is_some() {
        let sheet = unknown_table(ctx.tr);
        return list_file!(app, ctx, query, sheet, |view, asked| queries::page_of(view, &asked).await?);
    }
    let (list, shows) = (queries::page_of(&app.db, &query).await?, shows(ctx.tr));
    page::show(&UnknownPage { ctx, query, list, shows, errors: ShownErrors::default() })
}

#[handler]
pub async fn show_unknown(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Queried(query): Queried<Asked<Everything>>,
) -> AppResult<Response> {
    let word = found(app, id).await?;
    if query.file().is_some() {
        return list_file!(app, ctx, query, referrals_table(ctx.tr), |view, asked| {
            shown(view, &ctx, queries::referrals_with(view, &viewer, id, &asked).await?).await?
        });
    }
    let list = shown(&app.db, &ctx, queries::referrals_with(&app.db, &viewer, id, &query).await?).await?;
    let form = WordForm::filled(|form| form.word.set(word.word.clone()));
    page::show(&WordPage { ctx, word, list, form, errors: ShownErrors::default() })
}

async fn found(app: &App, id: Uuid) -> AppResult<UnknownWord> {
    queries::find_unknown(&app.db, id).await?.ok_or(AppError::NotFound)
}

async fn shown(db: &impl ConnectionTrait, ctx: &Ctx, cases: Found<Case>) -> AppResult<Found<Row>> {
    let ids: Vec<Uuid> = cases.rows.iter().map(|case| case.referral.id).collect();
    let confirmed = industries_of(db, &ids).await?;
    let vocabulary = industry::vocabulary(db).await?;
    Ok(cases.with_rows(|cases| rows(ctx.tr, cases, &confirmed, &vocabulary)))
}

#[handler]
pub async fn pass_over_word(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    pass_over(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with("/vocabulary", "vocabulary-notice-passed-over"))
}

#[handler]
pub async fn take_word_back(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    take_back(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with("/vocabulary", "vocabulary-notice-taken-back"))
}

#[handler]
pub async fn list_words(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<WordsFilter>>,
) -> AppResult<Response> {
    if query.file().is_some() {
        let (sheet, tr) = (words_table(ctx.tr), ctx.tr);
        return list_file!(app, ctx, query, sheet, |view, asked| search::page_of(view, tr, &asked).await?);
    }
    let list = search::page_of(&app.db, ctx.tr, &query).await?;
    let history = changes_about(&app.db, SUBJECT).await?;
    let history = history.iter().map(|change| event(ctx.tr, change)).collect();
    let industries = industry::choices(ctx.tr);
    page::show(&WordsPage { ctx, query, list, industries, history, errors: ShownErrors::default() })
}

#[handler]
pub async fn new_form(_: Staff, ctx: Ctx) -> AppResult<Response> {
    page::show(&NewWordPage { ctx, form: WordForm::default(), errors: ShownErrors::default() })
}

#[handler]
pub async fn add_word(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Submitted(form): Submitted<WordForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let vocabulary = industry::vocabulary(&app.db).await?;
            Ok(add(&app.db, app.clock.now(), &viewer, &form.parse(&vocabulary)?).await?)
        }
        .await,
        |id| page::see_other_with(format!("/vocabulary/words/{id}"), "vocabulary-notice-added"),
        async |errors| Ok(NewWordPage { ctx, form, errors }),
    )
    .await
}

#[handler]
pub async fn show_word(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Queried(query): Queried<Asked<Everything>>,
) -> AppResult<Response> {
    let word = queries::find_added(&app.db, id).await?.ok_or(AppError::NotFound)?;
    if query.file().is_some() {
        return list_file!(app, ctx, query, referrals_table(ctx.tr), |view, asked| {
            shown(view, &ctx, queries::referrals_mended_by(view, &viewer, id, &asked).await?).await?
        });
    }
    let list = shown(&app.db, &ctx, queries::referrals_mended_by(&app.db, &viewer, id, &query).await?).await?;
    let code = industry::code_of_word(&word);
    let history = changes_of(&app.db, SUBJECT, id).await?;
    page::show(&AddedPage {
        id,
        industry: code.as_ref().map(|code| industry::name(ctx.tr, code)).unwrap_or_default(),
        code: code.map(|code| code.to_string()).unwrap_or_default(),
        word: word.word,
        list,
        history: history.iter().map(|change| event(ctx.tr, change)).collect(),
        ctx,
    })
}

#[handler]
pub async fn remove_word(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    remove(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with("/vocabulary/words", "vocabulary-notice-removed"))
}
