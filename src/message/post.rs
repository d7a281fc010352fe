//! How a letter leaves the house: to a mail server, or into a folder of files.

use std::{path::PathBuf, time::Duration};

use chrono::{DateTime, Utc};
use lettre::{Address, message::Mailbox};
use sea_orm::prelude::Uuid;
use thiserror::Error;

use super::{
    Cause, Folder, Given, Letter, Undelivered,
    envelope::{Envelope, packed},
    patience::Patience,
    smtp::{Server, Talk},
};

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
    #[error("BROBYG_MAIL_REPLY_TO must be an e-mail address, with or without a name before it.")]
    ReplyTo,
    #[error("BROBYG_MAIL_RETURN_DOMAIN must be a domain, such as mail.example.dk.")]
    ReturnDomain,
}

/// The way out, as the settings say. Cheap to clone.
#[derive(Clone)]
pub struct Post {
    pub(super) from: Mailbox,
    /// Where answers go that a person reads.
    pub(super) reply_to: Option<Mailbox>,
    /// Where what cannot be delivered comes back to, each letter to an address of its own.
    pub(super) return_domain: Option<String>,
    way: Way,
    patience: Patience,
}

#[derive(Clone)]
enum Way {
    Server(Box<Server>),
    Folder(Folder),
}

/// A letter whose receiver the server has agreed to, and not a byte of which has left.
pub(super) struct Addressed {
    letter: Vec<u8>,
    to: Open,
}

enum Open {
    Server(Box<Talk>),
    Folder(Folder, Uuid, DateTime<Utc>),
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
            None => Way::Server(Box::new(Server::read(mail_url, may_be_plain)?)),
        };
        Ok(Self { from, reply_to: None, return_domain: None, way, patience: Patience::STANDARD })
    }

    /// The same way out with the box that a person reads; an empty one is none.
    pub fn replying_to(self, reply_to: &str) -> Result<Self, PostError> {
        let read = || reply_to.parse().map_err(|_| PostError::ReplyTo);
        Ok(Self { reply_to: if reply_to.is_empty() { None } else { Some(read()?) }, ..self })
    }

    /// The same way out with the domain that what cannot be delivered comes back to; an empty one is none.
    pub fn returning_to(self, domain: &str) -> Result<Self, PostError> {
        if domain.is_empty() {
            return Ok(self);
        }
        Address::new("b", domain).map_err(|_| PostError::ReturnDomain)?;
        Ok(Self { return_domain: Some(domain.to_owned()), ..self })
    }

    /// The same way out where no part of a conversation may take longer than this.
    #[must_use]
    pub fn with_patience(self, longest: Duration) -> Self {
        Self { patience: self.patience.at_most(longest), ..self }
    }

    /// The folder that mails go to, if they go to one.
    pub fn folder(&self) -> Option<&Folder> {
        match &self.way {
            Way::Folder(folder) => Some(folder),
            Way::Server(_) => None,
        }
    }

    /// How long a letter can take at most, with all that is around it.
    pub(super) fn lease(&self) -> chrono::Duration {
        chrono::Duration::from_std(self.patience.lease()).unwrap_or(chrono::Duration::hours(1))
    }

    /// Goes as far as a server that waits for the first byte. What fails until then has certainly not arrived.
    pub(super) async fn address(&self, envelope: &Envelope<'_>, letter: &Letter) -> Result<Addressed, Undelivered> {
        let (from, to, message) = packed(self, envelope, letter).map_err(|_| Undelivered::of(Cause::AddressWrong))?;
        let letter = message.formatted();
        let to = match &self.way {
            Way::Folder(folder) => Open::Folder(folder.clone(), envelope.id, envelope.now),
            Way::Server(server) => {
                let mut talk = server.open(self.patience).await?;
                talk.address(from, to, &letter).await?;
                Open::Server(Box::new(talk))
            }
        };
        Ok(Addressed { letter, to })
    }
}

impl Addressed {
    /// Gives the letter away.
    pub async fn give(self) -> Given {
        match self.to {
            Open::Server(talk) => talk.give(&self.letter).await,
            Open::Folder(folder, id, now) => match folder.keep(id, now, &self.letter).await {
                Ok(()) => Given::Taken,
                Err(_) => Given::Refused(Undelivered::of(Cause::FolderClosed)),
            },
        }
    }
}
