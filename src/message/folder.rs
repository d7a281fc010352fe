//! A folder of mails, one file each: for the demo, and for trying things out.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use mail_parser::MessageParser;
use sea_orm::prelude::Uuid;
use tokio::fs;

use crate::files;

/// Where mails are kept instead of being sent. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Folder(Arc<Path>);

/// A mail as it was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Mail {
    /// Its file without the ending; newer mails have greater names.
    pub name: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub sent_at: Option<DateTime<Utc>>,
}

impl Folder {
    pub fn new(path: PathBuf) -> Self {
        Self(path.into())
    }

    /// Keeps a mail, readable for the platform's own user alone: it may hold links that let one in.
    pub(super) async fn keep(&self, id: Uuid, now: DateTime<Utc>, mail: &[u8]) -> io::Result<()> {
        let path = self.0.join(format!("{}-{id}.eml", now.format("%Y%m%dT%H%M%S%3fZ")));
        let (folder, mail) = (Arc::clone(&self.0), mail.to_owned());
        let kept = move || files::make_folder(&folder).and_then(|()| files::write_whole(&path, &mail));
        tokio::task::spawn_blocking(kept).await?
    }

    /// The names of all mails, the newest first. A folder that is not there yet is empty.
    pub async fn names(&self) -> io::Result<Vec<String>> {
        let mut entries = match fs::read_dir(&self.0).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut names = Vec::new();
        while let Some(entry) = entries.next_entry().await? {
            let file = entry.file_name();
            names.extend(file.to_str().and_then(|file| file.strip_suffix(".eml")).map(str::to_owned));
        }
        names.sort_unstable_by(|a, b| b.cmp(a));
        Ok(names)
    }

    /// The mail of this name, if there is one.
    pub async fn read(&self, name: &str) -> io::Result<Option<Mail>> {
        // The name comes out of an address: it must not lead out of the folder.
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Ok(None);
        }
        match fs::read(self.0.join(format!("{name}.eml"))).await {
            Ok(bytes) => Ok(Mail::parse(name, &bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl Mail {
    /// Reads a mail as it goes over the wire.
    pub fn parse(name: &str, bytes: &[u8]) -> Option<Self> {
        let message = MessageParser::default().parse(bytes)?;
        let to = message.to().and_then(|to| to.first()).and_then(|to| to.address());
        Some(Self {
            name: name.to_owned(),
            to: to.unwrap_or_default().to_owned(),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            html: message.body_html(0).unwrap_or_default().into_owned(),
            sent_at: message.date().and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0)),
        })
    }
}
