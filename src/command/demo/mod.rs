//! `brobyg demo`: a platform full of invented people, made anew at each start.

mod life;
mod people;
mod pilot;

use std::{fs, net::SocketAddr, path::PathBuf};

use anyhow::Context;
use clap::Args;

use super::{serve, start};
use crate::{
    clock::Clock,
    config::{Config, Values},
};

/// Lies in the folder of a demo, so that no other folder is ever emptied.
const MARK: &str = "this-is-a-demo";

#[derive(Args)]
pub struct Demo {
    /// Address and port to serve on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Folder of the demo; emptied at each start.
    #[arg(long, default_value = "./demo-data")]
    data: PathBuf,
}

impl Demo {
    pub async fn run(self) -> anyhow::Result<()> {
        serve::log_to_stderr();
        empty(&self.data)?;
        let app = start::app(self.config()?, Clock::system(), true).await?;
        let moved = pilot::load(&app).await?;
        let people = people::invite(&app).await?;
        life::begin(&app, &people).await?;
        println!("Brobyg's demo: everybody in it is invented. It was filled with the pilot, moved {moved} days.");
        println!("\nOpen {} and sign in with the password \"{}\" as", app.config.base_url, people::PASSWORD);
        for (role, email) in &people.shown {
            println!("  {role:<24} {email}");
        }
        serve::serve(app).await
    }

    /// Settings of its own: whatever the environment says, a demo never touches real data.
    fn config(&self) -> anyhow::Result<Config> {
        let mut values = Values::read(std::iter::empty())?;
        values.set("DATA", self.data.display().to_string());
        values.set("LISTEN", self.listen.to_string());
        values.set("HELP_CONTACT", people::COORDINATOR.to_owned());
        Ok(Config::from_values(&values)?)
    }
}

/// Makes the folder of a demo, or empties it when it is one.
fn empty(folder: &PathBuf) -> anyhow::Result<()> {
    if folder.exists() {
        let is_demo = folder.join(MARK).exists();
        anyhow::ensure!(is_demo, "{} is not the folder of a demo. Choose another with --data.", folder.display());
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::write(folder.join(MARK), "Made by `brobyg demo`, and emptied at its next start.\n")?;
    Ok(())
}
