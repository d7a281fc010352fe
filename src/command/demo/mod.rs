//! `brobyg demo`: a platform full of invented people, made anew at each start.

mod calendar;
mod courses;
mod duty;
mod enquiries;
mod mentors;
mod people;
mod pilot;
mod proposals;
mod surveys;
mod told;

use std::{env, fs, net::SocketAddr, path::Path, path::PathBuf};

use anyhow::Context;
use clap::Args;

use super::{serve, start};
use crate::{
    app::App,
    clock::Clock,
    config::{Config, Values},
};
use calendar::Calendar;
use people::People;

/// Lies in the folder of a demo, so that no other folder is ever emptied.
const MARK: &str = "this-is-a-demo";
/// Where it lies when nobody says.
const FOLDER: &str = "./demo-data";

#[derive(Args)]
pub struct Demo {
    /// Address and port to serve on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Folder of the demo, instead of BROBYG_DATA or ./demo-data; emptied at each start.
    #[arg(long)]
    data: Option<PathBuf>,
}

/// Who can sign in to a demo, and how far its records were moved.
pub struct Filled {
    /// Kind of user and address.
    pub sign_ins: Vec<(&'static str, String)>,
    pub moved_days: i64,
}

/// A demo that is being filled.
struct Stage<'a> {
    app: &'a App,
    people: People,
    calendar: Calendar,
}

impl Demo {
    pub async fn run(self) -> anyhow::Result<()> {
        serve::log_to_stderr();
        let config = self.config()?;
        empty(&config.data)?;
        let app = start::app(config, Clock::system(), true).await?;
        let Filled { sign_ins, moved_days } = fill(&app).await?;
        println!("Brobyg's demo: everybody in it is invented. It was filled with the pilot, moved {moved_days} days.");
        println!("\nOpen {} and sign in with the password \"{}\" as", app.config.base_url, people::PASSWORD);
        for (role, email) in &sign_ins {
            println!("  {role:<24} {email}");
        }
        serve::serve(app).await
    }

    /// Settings of its own: whatever else the environment says, a demo never touches real data.
    fn config(&self) -> anyhow::Result<Config> {
        let said = self.data.clone().or_else(|| env::var_os("BROBYG_DATA").map(PathBuf::from));
        let data = said.unwrap_or_else(|| FOLDER.into());
        let mut values = Values::read(std::iter::empty())?;
        values.set("DATA", data.display().to_string());
        values.set("LISTEN", self.listen.to_string());
        values.set("HELP_CONTACT", people::COORDINATOR.to_owned());
        values.set("SMS_PRESET", "folder".to_owned());
        Ok(Config::from_values(&values)?)
    }
}

/// Fills an empty platform with the pilot and what came after it, up to today.
pub async fn fill(app: &App) -> anyhow::Result<Filled> {
    let (calendar, told) = (pilot::load(app).await?, pilot::told()?);
    let people = people::invite(app).await?;
    let stage = Stage { app, people, calendar };
    duty::share(&stage).await?;
    mentors::stand(&stage, &told).await?;
    courses::live(&stage, &told).await?;
    surveys::ask(&stage, &told).await?;
    proposals::make(&stage).await?;
    enquiries::send(&stage).await?;
    Ok(Filled { sign_ins: stage.people.shown, moved_days: stage.calendar.moved.num_days() })
}

/// Makes the folder of a demo, or empties it when it is one. The folder itself stays: it may be a disk of its own.
fn empty(folder: &Path) -> anyhow::Result<()> {
    let shown = folder.display();
    fs::create_dir_all(folder).with_context(|| format!("{shown} cannot be made"))?;
    let found: Vec<_> =
        fs::read_dir(folder).and_then(Iterator::collect).with_context(|| format!("{shown} cannot be read"))?;
    let may_be_emptied = found.is_empty() || folder.join(MARK).exists();
    anyhow::ensure!(may_be_emptied, "{shown} is not the folder of a demo. Choose another with --data or BROBYG_DATA.");
    // The mark goes last, that is never: a demo that was emptied in part is one still.
    for entry in found.iter().filter(|entry| entry.file_name() != MARK) {
        remove(entry).with_context(|| format!("{shown} cannot be emptied"))?;
    }
    fs::write(folder.join(MARK), "Made by `brobyg demo`, and emptied at its next start.\n")?;
    Ok(())
}

fn remove(entry: &fs::DirEntry) -> std::io::Result<()> {
    // What a link leads to is not the demo's.
    if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path()) } else { fs::remove_file(entry.path()) }
}
