//! A folder of text messages, one file each: for the demo, and for trying things out.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};
use tokio::fs;

use super::length::{Length, length};
use crate::files;

/// Where texts are kept instead of being sent. Cheap to clone.
#[derive(Clone, Debug)]
pub struct SmsFolder(Arc<Path>);

/// A text as it was kept.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct KeptSms {
    pub from: String,
    pub to: String,
    pub text: String,
    pub sent_at: DateTime<Utc>,
}

impl KeptSms {
    pub fn length(&self) -> Length {
        length(&self.text)
    }
}

impl SmsFolder {
    pub fn new(path: PathBuf) -> Self {
        Self(path.into())
    }

    /// Keeps a text, readable for the platform's own user alone. The same id overwrites: a phone shows it once.
    pub(super) async fn keep(&self, id: Uuid, sms: &KeptSms) -> io::Result<()> {
        let path = self.0.join(format!("{}.json", id.simple()));
        let (folder, sms) = (Arc::clone(&self.0), serde_json::to_vec(sms)?);
        let kept = move || files::make_folder(&folder).and_then(|()| files::write_whole(&path, &sms));
        tokio::task::spawn_blocking(kept).await?
    }

    /// All texts, the newest first. A folder that is not there yet is empty; what cannot be read is not shown.
    pub async fn all(&self) -> io::Result<Vec<KeptSms>> {
        let mut entries = match fs::read_dir(&self.0).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut texts: Vec<KeptSms> = Vec::new();
        while let Some(entry) = entries.next_entry().await? {
            if entry.path().extension().is_some_and(|ending| ending == "json") {
                // A file that somebody removed meanwhile is not missed.
                texts.extend(fs::read(entry.path()).await.ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()));
            }
        }
        texts.sort_by_key(|sms| std::cmp::Reverse(sms.sent_at));
        Ok(texts)
    }
}
