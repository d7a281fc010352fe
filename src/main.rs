//! The command line: `brobyg --help`.

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

use brobyg::command::{self, Command};

/// Brobyg: the platform of a volunteer business-mentor scheme.
#[derive(Parser)]
#[command(name = "brobyg", version, about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

// Pages make many small pieces of text in many threads; see docs/adr/0013-allocator.md.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match command::run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
