//! `brobyg user add`.

use anyhow::{Context, anyhow};
use clap::{Args, Subcommand, ValueEnum};
use entity::{security_events::SecurityKind, users::Role};

use super::start;
use crate::{
    account::{self, InviteError, NewUser, people::PersonForm},
    clock::Clock,
    config::Config,
    database::Database,
    form::FieldErrors,
    language::Tr,
    partner,
    record::SecurityEvent,
};

#[derive(Args)]
pub struct User {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Let somebody sign in; prints the link with which they choose a password.
    Add(Add),
}

#[derive(Args)]
struct Add {
    /// The address the person signs in with.
    #[arg(long)]
    email: String,
    #[arg(long)]
    name: String,
    #[arg(long, value_enum)]
    role: RoleWord,
    /// The name of the partner that a referrer refers for.
    #[arg(long)]
    partner: Option<String>,
    /// The language of the person's pages and mails: da or en.
    #[arg(long, default_value = "da")]
    language: String,
}

/// Mentors are not among them: a mentor is invited from the mentor's own page.
#[derive(Clone, Copy, ValueEnum)]
enum RoleWord {
    Referrer,
    Staff,
    Administrator,
}

impl User {
    pub async fn run(self) -> anyhow::Result<()> {
        let config = start::config()?;
        let db = start::database(&config).await?;
        start::migrate(&db).await?;
        let What::Add(add) = self.what;
        let (email, url) = add.run(&db, &Clock::system(), &config).await?;
        println!("{email} chooses a password here, once, within 14 days:");
        println!("{url}");
        Ok(())
    }
}

impl Add {
    async fn run(self, db: &Database, clock: &Clock, config: &Config) -> anyhow::Result<(String, String)> {
        let new = self.read(db).await?;
        let tx = db.begin().await?;
        let invited = account::invite_by_link(&tx, clock.now(), new).await;
        let (user, token) = invited.map_err(|error| match error {
            InviteError::Db(error) => error.into(),
            refusal => anyhow!("--email: {}.", Tr::English.t(refusal.to_string())),
        })?;
        let event = SecurityEvent { about_user: Some(user.id), ..SecurityEvent::new(SecurityKind::Invited) };
        event.write(&tx, clock.now()).await?;
        tx.commit().await?;
        Ok((user.email, format!("{}/invitations/{token}", config.base_url)))
    }

    async fn read(self, db: &Database) -> anyhow::Result<NewUser> {
        let partner_id = match &self.partner {
            Some(name) => {
                let partner = partner::find_by_name(db, name).await?;
                Some(partner.with_context(|| format!("There is no partner called {name}."))?.id)
            }
            None => None,
        };
        let role = match self.role {
            RoleWord::Referrer => Role::Referrer,
            RoleWord::Staff => Role::Staff,
            RoleWord::Administrator => Role::Administrator,
        };
        let form = PersonForm::new(self.name, self.email, role, partner_id, self.language);
        let new = form.parse().map_err(|errors| sentences(&errors))?;
        Ok(new.invited_by(None))
    }
}

fn sentences(errors: &FieldErrors) -> anyhow::Error {
    let shown = errors.shown(Tr::English);
    let sentences: Vec<_> = shown.all().iter().map(|(field, sentence)| format!("--{field}: {sentence}.")).collect();
    anyhow!(sentences.join("\n"))
}
