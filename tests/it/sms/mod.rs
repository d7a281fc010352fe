//! Text messages: what they cost, how they leave, and what is told of them.

mod gateway;
pub mod length;
mod page;
mod presets;
mod receipts;
mod settings;
mod short_links;
mod stop;
mod stop_page;
mod words;

use std::path::Path;

use brobyg::message::sms::{Sms, SmsSettings};
use chrono::{DateTime, Utc};

use crate::support::{gateway::GatewayServer, today};

pub const SECRET: &str = "gatewaysTellThisInTheirAddress0123456789";

/// When every test happens.
pub fn now() -> DateTime<Utc> {
    today().and_hms_opt(9, 30, 0).unwrap().and_utc()
}

/// The way out through a preset, to a stand-in for its gateway.
pub fn through(preset: &str, server: &GatewayServer) -> Sms {
    Sms::open(&settings(preset, &server.url), "https://brobyg.example", Path::new(".")).unwrap()
}

pub fn settings(preset: &str, url: &str) -> SmsSettings {
    SmsSettings {
        preset: preset.into(),
        url: url.into(),
        user: "brobygs-user".into(),
        key: "k3y".into(),
        values: "partner=4711, gate=Gate1".into(),
        sender: "Brobyg".into(),
        secret: SECRET.into(),
    }
}
