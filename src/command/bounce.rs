//! `brobyg bounce < mail`.

use std::io::{Read, stdin};

use super::start;
use crate::{
    clock::Clock,
    message::{
        self, Taken, Told,
        bounce::{LONGEST_BOUNCE, Named, read_bounce},
    },
};

/// Reads one mail that came back, and says on a line each what it tells of.
pub async fn run() -> anyhow::Result<()> {
    let config = start::config()?;
    let db = start::platform(&config).await?;
    let mut mail = Vec::new();
    stdin().take(LONGEST_BOUNCE as u64).read_to_end(&mut mail)?;
    // The rest is read and thrown away: a mail server whose pipe breaks sends the mail back once more.
    std::io::copy(&mut stdin(), &mut std::io::sink())?;
    let clock = Clock::system();
    let bounces = read_bounce(&mail, clock.today());
    if bounces.is_empty() {
        println!("The mail tells of no letter that came back.");
    }
    for bounce in bounces {
        let taken = message::take_in(&db, clock.now(), Told::Bounce(&bounce)).await?;
        let letter = match &bounce.letter {
            Some(Named::ById(id)) => format!("letter {id}"),
            Some(Named::ByReturnKey(key)) => format!("letter b+{key}"),
            None => "no letter of ours".to_owned(),
        };
        let became = match taken {
            Taken::Noted => "noted",
            Taken::Known => "nothing to note",
            Taken::Unknown => "not known",
        };
        println!("{letter}: {:?} {} ({became})", bounce.class, bounce.status);
    }
    Ok(())
}
