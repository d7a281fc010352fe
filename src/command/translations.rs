//! `brobyg translations`.

use std::{io::Write, path::PathBuf};

use anyhow::Context;
use clap::{Args, Subcommand};

use crate::{language::Tr, questionnaire::review};

#[derive(Args)]
pub struct Translations {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Print the Danish words and their translations, for whoever reads them in a spreadsheet.
    Export(Export),
    /// Take in what came back: print what is other than before and, where a file is named, write the data file.
    Import(Import),
}

#[derive(Args)]
struct Export {
    /// ar, so, tr, uk or fa.
    #[arg(long)]
    language: String,
}

#[derive(Args)]
struct Import {
    /// ar, so, tr, uk or fa.
    #[arg(long)]
    language: String,
    /// The file that came back.
    #[arg(value_name = "FILE")]
    from: PathBuf,
    /// The data file to write, such as src/questionnaire/data/translations/ar.toml.
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
    /// The file of sentences to write, such as locales/ar/young.ftl.
    #[arg(long, value_name = "FILE")]
    sentences_into: Option<PathBuf>,
}

impl Translations {
    pub fn run(self) -> anyhow::Result<()> {
        let mut out = std::io::stdout();
        match self.what {
            What::Export(Export { language }) => out.write_all(review::file(translated(&language)?)?.as_bytes())?,
            What::Import(Import { language, from, into, sentences_into }) => {
                let tr = translated(&language)?;
                let text =
                    std::fs::read_to_string(&from).with_context(|| format!("{} was not read", from.display()))?;
                let taken = review::take(tr, &text)?;
                for change in &taken.changes {
                    writeln!(out, "{change}")?;
                }
                writeln!(out, "{} changed.", taken.changes.len())?;
                for (into, text) in [(into, taken.file), (sentences_into, taken.sentences)] {
                    let Some(into) = into else { continue };
                    let written = std::fs::write(&into, text);
                    written.with_context(|| format!("{} was not written", into.display()))?;
                }
            }
        }
        Ok(())
    }
}

fn translated(code: &str) -> anyhow::Result<Tr> {
    let known = Tr::spoken(code).filter(|tr| !tr.is_of_the_interface());
    known.with_context(|| format!("Nothing is translated into {code}."))
}
