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
            let bounds = setting.bounds.as_ref().map(|bounds| format!(" {} to {}.", bounds.start(), bounds.end()));
            let bounds = bounds.unwrap_or_default();
            println!("BROBYG_{} = {value}\n    {}{bounds} ({origin})", setting.key, setting.meaning);
        }
        for warning in Config::from_values(&values)?.warnings() {
            eprintln!("Warning: {warning}");
        }
        Ok(())
    }
}
