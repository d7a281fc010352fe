//! Gives back what was typed: on its page, beside the sign-in, or as text.

use askama::Template;
use poem::{
    Body, Endpoint, IntoResponse, Request, Response, Result,
    http::{StatusCode, header},
};
use sea_orm::prelude::Uuid;

use super::{
    super::{
        Kept, Why,
        pages::{Again, Banner, IsItYours, ReadablePage, SentBeforePage, Told},
        path_of, queries,
    },
    asked::{Sent, is_of_old_session},
    waits_for,
};
use crate::{
    account::{
        forms::SignInForm,
        pages::SignInPage,
        signed_in::{error_answer, error_page, log, plain_ctx, told},
    },
    app::App,
    error::AppError,
    form::ShownErrors,
    language::{Tr, other::marked_up},
    page::{self, Ctx},
    web::{
        Posted, Provenance, provenance,
        refill::{Filling, Placed, refill},
    },
};

/// A form that was not carried out.
pub struct Back<'a> {
    pub app: &'a App,
    pub sent: &'a Sent,
    pub kept: Kept,
    pub error: AppError,
    pub status: StatusCode,
}

impl Back<'_> {
    /// The sign-in, beside which the form waits for whom it is kept. Where nothing was typed, it leads back to the page.
    pub fn sign_in_first(self, kept_for: Option<Uuid>) -> Result<Response> {
        let next = if self.kept.page.is_empty() { self.kept.action.clone() } else { self.kept.page.clone() };
        let Some(keeper) = kept_for else {
            if self.kept.has_words() {
                return self.into_text();
            }
            let query = serde_html_form::to_string([("next", next)]).unwrap_or_default();
            return Ok(page::see_other(format!("/sign-in?{query}")));
        };
        let form = SignInForm { next, kept_for: waits_for(self.app, keeper), ..SignInForm::default() };
        let ctx = self.sent.asked.ctx_of("/sign-in");
        let page = SignInPage { ctx, form, errors: ShownErrors::default() };
        Ok(page::show(&page)?.with_status(StatusCode::UNAUTHORIZED).into_response())
    }

    /// The page on which it stood, filled in; or the text, where that page cannot be shown.
    pub async fn page(self, pages: &impl Endpoint<Output = Response>) -> Result<Response> {
        let page = self.kept.page.clone();
        if !page.is_empty() {
            let again = self.sent.asked.get(self.app, pages, &page).await;
            if let Some(html) = html_of(again).await {
                let mut all = vec![self.kept.clone()];
                all.extend(self.others(&page).await);
                log(&self.kept.action, &self.error);
                let ctx = self.sent.asked.ctx_of(&page);
                return Ok(error_answer(filled(&ctx, &html, &all)?, self.status));
            }
        }
        if self.kept.has_words() {
            return self.into_text();
        }
        Ok(error_page(&self.sent.asked.ctx, &self.error, self.status))
    }

    /// What is kept of the same page besides. The database may be away.
    async fn others(&self, page: &str) -> Vec<Kept> {
        let asked = &self.sent.asked;
        let Some(viewer) = asked.viewer.as_ref() else { return Vec::new() };
        let of_page = queries::of_page(&self.app.db, viewer.user_id, path_of(page)).await.unwrap_or_default();
        of_page.into_iter().filter(|other| !other.is_same_form(&self.kept)).collect()
    }

    fn into_text(self) -> Result<Response> {
        log(&self.kept.action, &self.error);
        let page = if self.kept.page.is_empty() { "/" } else { &self.kept.page };
        let mut ctx = self.sent.asked.ctx_of(page);
        if ctx.viewer.is_none() {
            stay_theirs(self.app, &mut ctx, &self.sent.posted);
        }
        let may_try_again = !matches!(self.kept.why, Why::NotForYou | Why::Stopped);
        let readable = ReadablePage {
            key: self.error.key(),
            kept: vec![Told::as_text(&ctx, &self.kept)],
            again: may_try_again.then(|| again(&self.kept)),
            ctx,
        };
        Ok(error_answer(readable.render().map_err(AppError::from)?, self.status))
    }
}

fn again(kept: &Kept) -> Again {
    Again { action: kept.action.clone(), page: kept.page.clone(), once: kept.once.clone(), pairs: kept.pairs.clone() }
}

/// The page in the language that was just chosen, filled in; nothing where it cannot be shown.
pub async fn in_other_words(
    app: &App,
    sent: &Sent,
    kept: &Kept,
    pages: &impl Endpoint<Output = Response>,
) -> Result<Option<Response>> {
    let Some(html) = html_of(sent.asked.get(app, pages, &kept.page).await).await else { return Ok(None) };
    let filled = filled(&sent.asked.ctx_of(&kept.page), &html, std::slice::from_ref(kept))?;
    Ok(Some(error_answer(filled, StatusCode::OK)))
}

/// The words of a page that could be shown.
async fn html_of(answered: Result<Response>) -> Option<String> {
    let response = answered.ok().filter(|response| response.status() == StatusCode::OK)?;
    response.content_type().filter(|kind| kind.starts_with("text/html"))?;
    response.into_body().into_string().await.ok()
}

impl<'a> From<&'a Kept> for Filling<'a> {
    fn from(kept: &'a Kept) -> Self {
        Self {
            action: &kept.action,
            once: &kept.once,
            pairs: &kept.pairs,
            shows_stored: kept.why == Why::Changed,
            restores_hidden: matches!(kept.why, Why::Failed | Why::Unknown),
        }
    }
}

/// The page with kept forms filled in, and told at its beginning.
fn filled(ctx: &Ctx, html: &str, kept: &[Kept]) -> Result<String, AppError> {
    let fillings: Vec<Filling> = kept.iter().map(Filling::from).collect();
    let banner = |placed: &[Placed]| Banner::new(ctx, kept, placed).render().unwrap_or_default();
    let stored = ctx.t("kept-stored-now");
    let filled = refill(html, &ctx.path, &fillings, &stored, banner);
    Ok(marked_up(filled.map_err(|error| AppError::Unexpected(error.into()))?))
}

/// A page with what is kept of it. Headers stay as they are.
pub async fn fill_in(ctx: &Ctx, mut response: Response, kept: &[Kept]) -> Result<Response> {
    let html = response.take_body().into_string().await.map_err(|error| AppError::Unexpected(error.into()))?;
    response.set_body(Body::from(filled(ctx, &html, kept)?));
    response.headers_mut().remove(header::CONTENT_LENGTH);
    Ok(response)
}

/// A page behind a link with what is kept for the link, where somebody has said that it is theirs; otherwise with the question
/// whether it is, and none of the words. It speaks as the page does, which may be the language of a letter.
pub async fn give_to_link(ctx: &Ctx, mut response: Response, kept: Kept, mine: Option<&str>) -> Result<Response> {
    let html = response.take_body().into_string().await.map_err(|error| AppError::Unexpected(error.into()))?;
    let ctx = Ctx { tr: spoken_by(&html), ..ctx.clone() };
    let html = match mine {
        None => filled(&ctx, &html, &[kept])?,
        Some(mine) => {
            let (at, href) = (ctx.moment(&kept.at), format!("{}?{mine}", kept.page));
            let banner = IsItYours { ctx: &ctx, at, href }.render().map_err(AppError::from)?;
            refill(&html, &ctx.path, &[], "", |_| banner).map_err(|error| AppError::Unexpected(error.into()))?
        }
    };
    response.set_body(Body::from(html));
    response.headers_mut().remove(header::CONTENT_LENGTH);
    Ok(response)
}

/// The language that a page says it is in.
fn spoken_by(html: &str) -> Tr {
    let said = html.split_once("<html lang=\"").and_then(|(_, rest)| rest.split('"').next());
    said.and_then(Tr::spoken).unwrap_or_default()
}

/// What is kept of a page that is not there (any more) for this person.
pub fn as_text(mut ctx: Ctx, error: poem::Error, kept: &[Kept]) -> Result<Response> {
    let (error, status) = match told(error) {
        Ok(told) => told,
        Err(response) => return Ok(*response),
    };
    let kept = kept.iter().map(|kept| Told::as_text(&ctx, kept)).collect();
    ctx.notice = None;
    let page = ReadablePage { key: error.key(), kept, again: None, ctx };
    Ok(error_answer(page.render().map_err(AppError::from)?, status))
}

/// A form that came back with its errors, with every field exactly as typed, and still the same rendering: nothing of it
/// was carried out.
pub async fn as_typed(sent: &Sent, mut response: Response) -> Result<Response> {
    if !response.content_type().is_some_and(|kind| kind.starts_with("text/html")) {
        return Ok(response);
    }
    let html = response.take_body().into_string().await.map_err(|error| AppError::Unexpected(error.into()))?;
    let typed = sent.posted.typed();
    let once = sent.posted.once().unwrap_or_default();
    let filling =
        Filling { action: &sent.posted.action, once, pairs: &typed, shows_stored: false, restores_hidden: false };
    let filled = refill(&html, path_of(&sent.asked.ctx.page), &[filling], "", |_| String::new());
    response.set_body(Body::from(filled.map_err(|error| AppError::Unexpected(error.into()))?));
    response.headers_mut().remove(header::CONTENT_LENGTH);
    Ok(response)
}

/// That it was carried out when it was sent the first time. Whoever chose a password in it signs in with that: the answer
/// that signed them in is not there to be given again.
pub fn sent_before(sent: &Sent) -> Result<Response, AppError> {
    if sent.asked.viewer.is_none() && sent.posted.holds_password() {
        return Ok(page::see_other_with("/sign-in", "kept-notice-sent-before"));
    }
    page::show(&SentBeforePage { ctx: sent.asked.ctx.clone() })
}

/// The answer to a form while nobody can be recognised: everything that was typed, to be read and to be sent again.
pub async fn without_database(app: &App, mut request: Request, error: AppError) -> Response {
    let (mut ctx, status) = (plain_ctx(app, &request), poem::error::ResponseError::status(&error));
    let provenance = provenance(request.headers(), &app.config.base_url);
    let posted = match Posted::read(&mut request).await {
        Ok(Some(posted)) if provenance != Provenance::Foreign => posted,
        _ => return error_page(&ctx, &error, status),
    };
    let token = posted.field("_csrf").unwrap_or_default();
    let is_own = provenance == Provenance::Own || ctx.csrf == token || is_of_old_session(app, &request, token);
    let kept = as_kept(app, &posted);
    if !is_own || !kept.has_words() {
        return error_page(&ctx, &error, status);
    }
    let told = vec![Told::as_text(&ctx, &kept)];
    stay_theirs(app, &mut ctx, &posted);
    let page = ReadablePage { key: error.key(), kept: told, again: Some(again(&kept)), ctx: ctx.clone() };
    let Ok(html) = page.render() else { return error_page(&ctx, &error, status) };
    error_answer(html, status)
}

/// Sent again from this page, the form is still theirs for whom its own page was made.
fn stay_theirs(app: &App, ctx: &mut Ctx, posted: &Posted) {
    let token = posted.field("_csrf").unwrap_or_default();
    if app.csrf.person_of(token).is_some() {
        token.clone_into(&mut ctx.csrf);
    }
}

/// What was typed, CPR numbers included: it goes back to whoever typed it and is kept nowhere.
fn as_kept(app: &App, posted: &Posted) -> Kept {
    Kept {
        id: None,
        page: posted.page().unwrap_or_default().to_owned(),
        action: posted.action.clone(),
        once: posted.once().unwrap_or_default().to_owned(),
        turn: 0,
        why: Why::Failed,
        pairs: posted.typed(),
        is_incomplete: false,
        at: app.clock.now(),
    }
}
