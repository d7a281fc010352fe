//! `brobyg sms`.

use anyhow::Context;
use clap::Args;
use sea_orm::prelude::Uuid;

use super::start;
use crate::{
    clock::Clock,
    form::typed,
    message::sms::{Meaning, Sms, length, most_segments, plain},
};

#[derive(Args)]
pub struct SendSms {
    /// The number, Danish where no country is said.
    #[arg(value_name = "NUMBER")]
    to: String,
    #[arg(value_name = "TEXT")]
    text: String,
}

impl SendSms {
    pub async fn run(self) -> anyhow::Result<()> {
        let config = start::config()?;
        let sms = Sms::open(&config.sms, &config.base_url, &config.data)?;
        anyhow::ensure!(sms.is_on(), "BROBYG_SMS_PRESET is empty: no text message leaves.");
        let to = typed::phone(&self.to).context("This is no phone number.")?;
        let said = length(&plain(&self.text));
        println!("{said}.");
        if said.segments > most_segments("da") {
            println!("A text of the platform is no longer than {}.", most_segments("da"));
        }
        if !sms.can_be_answered() {
            println!("Nobody can stop messages by answering this one.");
        }
        let handed = sms.send(Uuid::now_v7(), Clock::system().now(), &to, &self.text).await;
        let became = match handed.meaning {
            Meaning::Accepted => {
                println!("Handed over{}.", handed.id.map(|id| format!(", as {id}")).unwrap_or_default());
                return Ok(());
            }
            Meaning::Temporary => "It was not taken now, and could be tried again",
            Meaning::Number => "The number is none, or takes no messages",
            Meaning::Ours => "The gateway does not take such a message",
            Meaning::Stopped => "The gateway takes nothing of ours: look at the key, the credit and the sender",
            Meaning::Unknown => "Nobody knows whether it was sent",
        };
        anyhow::bail!("{became} ({}).", handed.code)
    }
}
