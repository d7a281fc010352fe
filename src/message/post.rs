//! How a letter leaves the house: to a mail server, or into a folder of files.

use std::{io, net::IpAddr, path::PathBuf, time::Duration};

use chrono::{DateTime, Utc};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp,
};
use sea_orm::prelude::Uuid;
use thiserror::Error;
use tokio::time::timeout;
use url::Url;

use super::{Cause, Folder, Letter};
use crate::{form::typed::mail_address, word::Worded};

/// The longest that one letter may take, everything included. The mail library itself only limits the connecting.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Debug, Error, PartialEq)]
pub enum PostError {
    #[error("BROBYG_MAIL_URL must be smtp://…, smtps://… or file:DIR.")]
    Url,
    #[error(
        "BROBYG_MAIL_URL asks for a mail server on another machine without encryption. Take ?tls=… away, so that \
         smtp:// begins with STARTTLS, or use smtps://; BROBYG_MAIL_PLAIN=yes sends links unencrypted."
    )]
    Plain,
    #[error("BROBYG_MAIL_FROM must be an e-mail address, with or without a name before it.")]
    From,
}

/// Why a letter did not leave; without the address, which servers like to repeat.
#[derive(Debug, Error, PartialEq)]
#[error("{}", .0.code())]
pub struct Undelivered(pub Cause);

/// The way out, as the settings say. Cheap to clone.
#[derive(Clone)]
pub struct Post {
    from: Mailbox,
    way: Way,
    patience: Duration,
}

#[derive(Clone)]
enum Way {
    Server(AsyncSmtpTransport<Tokio1Executor>),
    Folder(Folder),
}

impl Post {
    /// Reads `smtp://…`, `smtps://…` or `file:DIR`. The error does not repeat the URL: it may hold a password.
    ///
    /// `smtp://` speaks plainly to this machine alone. To any other it begins with STARTTLS and sends nothing where that
    /// is refused, unless `may_be_plain`: mails hold links that let people in.
    pub fn open(mail_url: &str, mail_from: &str, may_be_plain: bool) -> Result<Self, PostError> {
        let from = mail_from.parse().map_err(|_| PostError::From)?;
        let way = match mail_url.strip_prefix("file:") {
            Some(folder) if !folder.is_empty() => Way::Folder(Folder::new(PathBuf::from(folder))),
            Some(_) => return Err(PostError::Url),
            None => Way::Server(server(mail_url, may_be_plain)?),
        };
        Ok(Self { from, way, patience: PATIENCE })
    }

    /// The same way out with another limit of time for one letter.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The folder that mails go to, if they go to one.
    pub fn folder(&self) -> Option<&Folder> {
        match &self.way {
            Way::Folder(folder) => Some(folder),
            Way::Server(_) => None,
        }
    }

    /// Hands a letter over. `id` is the same at each try, so that a mail sent twice can be known as one.
    pub async fn send(&self, id: Uuid, now: DateTime<Utc>, letter: &Letter) -> Result<(), Undelivered> {
        let message = self.message(id, now, letter).map_err(|_| Undelivered(Cause::AddressWrong))?;
        match &self.way {
            Way::Server(server) => match timeout(self.patience, server.send(message)).await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(undelivered(&error)),
                Err(_) => Err(Undelivered(Cause::TooLong)),
            },
            Way::Folder(folder) => {
                let kept = folder.keep(id, now, &message.formatted()).await;
                kept.map_err(|_| Undelivered(Cause::FolderClosed))
            }
        }
    }

    fn message(&self, id: Uuid, now: DateTime<Utc>, letter: &Letter) -> anyhow::Result<Message> {
        let domain = self.from.email.domain();
        // What was written down before addresses had one form is written to in that form.
        let address = mail_address(&letter.to).unwrap_or_else(|| letter.to.clone());
        Ok(Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, address.parse()?))
            .subject(&letter.subject)
            .date(now.into())
            .message_id(Some(format!("<{id}@{domain}>")))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", letter.language.lang()))
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))?)
    }
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn server(url: &str, may_be_plain: bool) -> Result<AsyncSmtpTransport<Tokio1Executor>, PostError> {
    let mut url = Url::parse(url).map_err(|_| PostError::Url)?;
    let is_plain = match url.scheme() {
        "smtp" => true,
        "smtps" => false,
        _ => return Err(PostError::Url),
    };
    if is_plain && !may_be_plain && !is_this_machine(&url) {
        match url.query() {
            None => url.set_query(Some("tls=required")),
            Some("tls=required") => (),
            Some(_) => return Err(PostError::Plain),
        }
    }
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str()).map_err(|_| PostError::Url)?;
    Ok(builder.timeout(Some(PATIENCE)).build())
}

/// Whether a mail server is reached without a wire. A name is taken at its word only when it is `localhost`.
fn is_this_machine(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let address = host.parse::<IpAddr>().map(|address| address.to_canonical().is_loopback());
    address.unwrap_or_else(|_| host.eq_ignore_ascii_case("localhost"))
}

/// Whether what came was no TLS, or a certificate that nobody vouches for: the library tells it as a lost connection.
fn is_handshake(error: &smtp::Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if inner.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::InvalidData) {
            return true;
        }
        cause = inner.source();
    }
    false
}

/// The texts of errors are looked at and not kept: servers like to repeat the address in them.
fn undelivered(error: &smtp::Error) -> Undelivered {
    let text = || error.to_string();
    Undelivered(match error.status() {
        Some(code) => Cause::of_answer(u16::from(code), &text()),
        None if error.is_timeout() => Cause::TooLong,
        None if error.is_tls() || is_handshake(error) => Cause::NoEncryption,
        None if error.is_client() && text().contains("authentication") => Cause::SignInRefused,
        None if error.is_client() && text().contains("STARTTLS") => Cause::NoEncryption,
        None => Cause::ServerAway,
    })
}
