//! `brobyg config`.

use clap::Args;

use crate::config::{Config, Origin, Values, example};

#[derive(Args)]
pub struct ConfigCommand {
    /// Print the text of .env.example instead.
    #[arg(long)]
    example: bool,
}

impl ConfigCommand {
    pub fn run(self) -> anyhow::Result<()> {
        if self.example {
            print!("{}", example());
            return Ok(());
        }
        let values = Values::read(std::env::vars())?;
        for (setting, value, origin) in values.shown() {
            let origin = match origin {
                Origin::Default => "default",
                Origin::File => "settings file",
                Origin::Environment => "environment",
            };
            println!("BROBYG_{} = {value}\n    {} ({origin})", setting.key, setting.meaning);
        }
        Config::from_values(&values)?;
        Ok(())
    }
}
