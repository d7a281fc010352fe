//! Around every page: what was typed and not taken comes back, what is kept is filled in, and what is sent twice is
//! carried out once.

use std::sync::Arc;

use poem::{
    Endpoint, Middleware, Request, Response, Result,
    http::{Method, StatusCode},
};

use super::{
    super::{Why, keep, queries, submissions},
    LANGUAGE, PUT_ASIDE,
    answers::{Answers, remember},
    asked::{Asked, Sent},
    back::{self, Back},
    cookies::Cookies,
    keep_sent, linked,
    up::{lead_up, may_show},
};
use crate::{
    account::{
        signed_in::{error_page, told},
        watching::handlers::write_readings,
    },
    app::App,
    database::Mark,
    error::AppError,
    page::KeptByItself,
    web::{Posted, Provenance, provenance},
};

/// Stands inside the frame, around the pages.
pub struct Keeping(pub App);

impl<E: Endpoint<Output = Response> + 'static> Middleware<E> for Keeping {
    type Output = KeepingForms<E>;

    fn transform(&self, pages: E) -> KeepingForms<E> {
        KeepingForms { app: self.0.clone(), pages: Arc::new(pages), answers: Answers::default() }
    }
}

pub struct KeepingForms<E> {
    app: App,
    pages: Arc<E>,
    answers: Answers,
}

impl<E: Endpoint<Output = Response> + 'static> Endpoint for KeepingForms<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        match *request.method() {
            Method::GET | Method::HEAD => self.show(request).await,
            Method::OPTIONS => self.pages.call(request).await,
            _ => self.take(request).await,
        }
    }
}

/// An error, and whether it is unknown if the form was carried out in spite of it.
struct Failure {
    error: poem::Error,
    is_unknown: bool,
}

impl From<poem::Error> for Failure {
    fn from(error: poem::Error) -> Self {
        Self { error, is_unknown: false }
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        poem::Error::from(error).into()
    }
}

impl<E: Endpoint<Output = Response> + 'static> KeepingForms<E> {
    async fn show(&self, request: Request) -> Result<Response> {
        let path = request.uri().path().to_owned();
        let Some(asked) = Asked::of(&request) else { return self.pages.call(request).await };
        let answered = self.pages.call(request).await;
        let is_for_forms = answered.as_ref().is_err_and(|error| error.status() == StatusCode::METHOD_NOT_ALLOWED);
        if is_for_forms {
            return lead_up(&self.app, &asked, &self.pages, &path).await;
        }
        let Some(viewer) = asked.viewer.as_ref().filter(|_| asked.has_kept && may_show(&answered)) else {
            return linked::shown(&self.app, &asked, &path, answered).await;
        };
        let kept = queries::of_page(&self.app.db, viewer.user_id, &path).await.map_err(AppError::from)?;
        match answered {
            _ if kept.is_empty() => answered,
            Ok(response) => back::fill_in(&asked.ctx, response, &kept).await,
            Err(error) => back::as_text(asked.ctx, error, &kept),
        }
    }

    async fn take(&self, mut request: Request) -> Result<Response> {
        let provenance = provenance(request.headers(), &self.app.config.base_url);
        if provenance == Provenance::Foreign {
            return Err(AppError::FromElsewhere.into());
        }
        let Some(posted) = Posted::read(&mut request).await? else { return self.pages.call(request).await };
        let Some(mut sent) = Sent::new(&self.app, &request, posted, provenance) else {
            return self.pages.call(request).await;
        };
        if sent.is_another_s() {
            return self.keep_for_another(&sent).await;
        }
        if let Some(page) = &sent.page {
            sent.asked.ctx.page.clone_from(page);
        }
        request.extensions_mut().insert(sent.asked.ctx.clone());
        request.extensions_mut().insert(sent.clone());
        if sent.posted.action == PUT_ASIDE {
            return self.pages.call(request).await;
        }
        if let Some(answer) = self.signed_in_before(&sent, &request).await? {
            return Ok(answer);
        }
        let is_carried_out = sent.has_right_token && sent.posted.action != LANGUAGE;
        let names = sent.names(&self.app).filter(|_| is_carried_out);
        let answered = match names {
            Some(names) => self.carry_out_once(&sent, names, request).await,
            None => self.pages.call(request).await.map_err(Failure::from),
        };
        match answered {
            Ok(response) if sent.posted.action == LANGUAGE => self.speak_otherwise(&sent, response).await,
            Ok(response) => self.settle(&sent, response).await,
            Err(failure) => self.give_back(&sent, failure).await,
        }
    }

    async fn carry_out_once(
        &self,
        sent: &Sent,
        (key, form): (String, String),
        request: Request,
    ) -> Result<Response, Failure> {
        let place = self.answers.slot(&key);
        if let Some(name) = sent.name_by_token(&self.app) {
            self.answers.name_also(name, &place);
        }
        let (cookies, mut slot) = (Cookies::of(&self.app, &request), place.lock_owned().await);
        if let Some(answer) = &*slot {
            cookies.give(&answer.given).await?;
            write_readings(&self.app, &sent.asked.ctx, &answer.revealed()).await?;
            return Ok(answer.again());
        }
        if submissions::is_carried_out(&self.app.db, &key).await.map_err(AppError::from)? {
            return Ok(back::sent_before(sent)?);
        }
        let mark = Mark::new(key, form, self.app.clock.now());
        let (pages, marked) = (Arc::clone(&self.pages), Arc::clone(&mark));
        // In a task of its own: a browser that goes away in the middle, as at a second click, stops nothing.
        let work = tokio::spawn(async move {
            let (answer, answered) = remember(marked.around(pages.call(request)).await, || cookies.given()).await;
            *slot = answer;
            answered
        });
        let panicked = |_| Err(AppError::Unexpected(anyhow::anyhow!("a handler panicked")).into());
        let answered = work.await.unwrap_or_else(panicked);
        self.judge(sent, &mark, answered).await
    }

    /// The answer again to a form that was sent twice, where the first one began or ended the sign-in before this one was
    /// looked at: a new password, an invitation.
    async fn signed_in_before(&self, sent: &Sent, request: &Request) -> Result<Option<Response>> {
        if sent.has_right_token || !sent.has_own_token {
            return Ok(None);
        }
        let known = sent.name_by_token(&self.app).and_then(|name| self.answers.known(&name));
        let Some(slot) = known else { return Ok(None) };
        let answer = slot.lock().await.clone().filter(|answer| answer.given.has_session());
        let Some(answer) = answer else { return Ok(None) };
        let is_signed_in = Cookies::of(&self.app, request).give(&answer.given).await?;
        Ok(is_signed_in.then(|| answer.again()))
    }

    /// Whether the form was carried out, whatever the answer says.
    async fn judge(&self, sent: &Sent, mark: &Mark, answered: Result<Response>) -> Result<Response, Failure> {
        if mark.is_repeat() {
            return Ok(back::sent_before(sent)?);
        }
        let status = answered.as_ref().map_or_else(poem::Error::status, Response::status);
        if status.is_client_error() && mark.is_written() {
            submissions::forget(&self.app.db, &mark.key).await.map_err(AppError::from)?;
        }
        let Err(error) = answered else { return Ok(answered?) };
        if !status.is_server_error() || !mark.is_written() {
            return Err(error.into());
        }
        match submissions::is_carried_out(&self.app.db, &mark.key).await {
            Ok(true) => {
                tracing::error!(path = %sent.posted.action, "a form was carried out and not answered: {error}");
                Ok(back::sent_before(sent)?)
            }
            Ok(false) => Err(error.into()),
            Err(_) => Err(Failure { error, is_unknown: true }),
        }
    }

    /// What was taken is no longer kept; what came back with errors is.
    async fn settle(&self, sent: &Sent, response: Response) -> Result<Response> {
        let status = response.status();
        if status == StatusCode::UNPROCESSABLE_ENTITY && sent.posted.once().is_some() {
            if response.extensions().get::<KeptByItself>().is_none() {
                self.store(sent, Why::Refused).await;
            }
            return back::as_typed(sent, response).await;
        }
        let is_taken = status.is_success() || status.is_redirection();
        if is_taken {
            linked::forget_taken(&self.app, sent).await;
        }
        if let (Some(viewer), Some(once)) = (sent.asked.viewer.as_ref(), sent.posted.rendering())
            && is_taken
            && sent.asked.has_kept
        {
            let forgotten = keep::forget_taken(&self.app.db, viewer.user_id, once).await;
            forgotten.unwrap_or_else(|error| tracing::warn!("a form that was taken is still kept: {error}"));
        }
        Ok(response)
    }

    /// The page again with everything as typed and a true word about it; or a page on which it can be read and copied.
    async fn give_back(&self, sent: &Sent, failure: Failure) -> Result<Response> {
        let (error, status) = match told(failure.error) {
            Ok(told) => told,
            Err(response) => return Ok(*response),
        };
        if !sent.is_vouched && matches!(error, AppError::SignInFirst) {
            return Err(error.into());
        }
        if !sent.is_vouched {
            return Ok(error_page(&sent.asked.ctx, &error, status));
        }
        let why = if failure.is_unknown { Why::Unknown } else { Why::of_error(&error) };
        let back = Back { app: &self.app, sent, kept: sent.kept(self.app.clock.now(), why), error, status };
        let is_visitor = sent.asked.viewer.is_none();
        if why == Why::SignedOut && is_visitor {
            let keeper = sent.keeper.filter(|_| back.kept.has_words());
            let is_kept = keeper.is_some() && self.store(sent, why).await;
            return back.sign_in_first(keeper.filter(|_| is_kept));
        }
        let is_kept = !is_visitor && self.store(sent, why).await;
        if sent.posted.said_action().is_some() {
            // A script reads no page.
            return Ok(if is_kept { back.status } else { StatusCode::SERVICE_UNAVAILABLE }.into());
        }
        back.page(&self.pages).await
    }

    /// What was typed when the language was changed: kept, or for a visitor the page at once, as nothing is kept for them.
    async fn speak_otherwise(&self, sent: &Sent, response: Response) -> Result<Response> {
        let kept = sent.kept(self.app.clock.now(), Why::Typed);
        if kept.page.is_empty() || !kept.has_words() {
            return Ok(response);
        }
        if sent.asked.viewer.is_some() {
            self.store(sent, Why::Typed).await;
            return Ok(response);
        }
        let mut sent = sent.clone();
        sent.asked.choose(&kept.page, sent.posted.field("_language").unwrap_or_default());
        let page = back::in_other_words(&self.app, &sent, &kept, &self.pages).await?;
        Ok(page.unwrap_or(response))
    }

    /// What comes from a page of somebody else than who is signed in: carried out for nobody, shown to nobody, and kept for
    /// whom the page was made.
    async fn keep_for_another(&self, sent: &Sent) -> Result<Response> {
        if !sent.is_vouched {
            return Err(AppError::ForeignForm.into());
        }
        let has_words = sent.kept(self.app.clock.now(), Why::OtherSignIn).has_words();
        let is_kept = has_words && self.store(sent, Why::OtherSignIn).await;
        if is_kept && sent.posted.said_action().is_some() {
            return Ok(StatusCode::ACCEPTED.into());
        }
        Err(AppError::OtherSignIn { is_kept }.into())
    }

    /// Keeps the form for whom its page was made, if anything was typed. That it cannot be kept is no reason not to give it
    /// back.
    async fn store(&self, sent: &Sent, why: Why) -> bool {
        if !sent.kept(self.app.clock.now(), why).has_words() {
            return false;
        }
        keep_sent(&self.app, sent, why).await.unwrap_or_else(|error| {
            tracing::warn!(path = %sent.posted.action, "a form could not be kept: {error}");
            false
        })
    }
}
