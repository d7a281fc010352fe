//! `brobyg bounce < mail`.

use std::io::{Read, stdin};

use super::start;
use crate::{
    callback::{Came, take_mail},
    clock::Clock,
    message::{
        Taken,
        bounce::{LONGEST_BOUNCE, Named},
    },
};

/// Reads one mail that came back, or in which a calendar answers, and says on a line each what it tells of.
pub async fn run() -> anyhow::Result<()> {
    let config = start::config()?;
    let db = start::platform(&config).await?;
    let mut mail = Vec::new();
    stdin().take(LONGEST_BOUNCE as u64).read_to_end(&mut mail)?;
    // The rest is read and thrown away: a mail server whose pipe breaks sends the mail back once more.
    std::io::copy(&mut stdin(), &mut std::io::sink())?;
    let came = take_mail(&db, Clock::system().now(), &mail).await?;
    if came.is_empty() {
        println!("The mail tells of no letter that came back, and no calendar answers in it.");
    }
    for one in &came {
        println!("{}", told(one));
    }
    Ok(())
}

/// What came in, without whom it is about.
fn told(came: &Came) -> String {
    let became = match came {
        Came::Back(_, taken) | Came::Answer(_, taken) => match taken {
            Taken::Noted => "noted",
            Taken::Known => "nothing to note",
            Taken::Unknown => "not known",
        },
    };
    match came {
        Came::Answer(answer, _) => format!("meeting {}: {:?} ({became})", answer.reply.id, answer.reply.says),
        Came::Back(bounce, _) => {
            let letter = match &bounce.letter {
                Some(Named::ById(id)) => format!("letter {id}"),
                Some(Named::ByReturnKey(key)) => format!("letter b+{key}"),
                None => "no letter of ours".to_owned(),
            };
            format!("{letter}: {:?} {} ({became})", bounce.class, bounce.status)
        }
    }
}
