//! The settings of text messages, and the command that tries them.

use std::process::{Command, Output};

use brobyg::config::{Config, Values};
use serde_json::json;

use super::SECRET;
use crate::support::gateway::{AUTHORITY, GatewayServer, Mood};

fn config(values: &[(&str, &str)]) -> Result<Config, String> {
    let values = values.iter().map(|(key, value)| (format!("BROBYG_{key}"), (*value).to_owned()));
    Config::from_values(&Values::read(values).unwrap()).map_err(|errors| errors.to_string())
}

#[test]
fn no_text_message_leaves_when_nobody_says_so() {
    let config = config(&[]).unwrap();

    assert!(config.sms.preset.is_empty() && !config.sms.leaves());
}

#[test]
fn what_is_wrong_with_them_is_told_with_all_the_rest_and_repeats_no_secret() {
    let told = config(&[
        ("SMS_PRESET", "gatewayapi"),
        ("SMS_SECRET", "kort"),
        ("MAIL_BOUNCES_SECRET", "a/b"),
        ("LISTEN", "x"),
    ]);
    let told = told.unwrap_err();

    for sentence in [
        "BROBYG_SMS_SECRET must be at least 32",
        "BROBYG_MAIL_BOUNCES_SECRET must be",
        "BROBYG_LISTEN",
        "BROBYG_SMS_KEY as well",
    ] {
        assert!(told.contains(sentence), "{told}");
    }
    assert!(!told.contains("kort") && !told.contains("a/b"), "{told}");
}

#[test]
fn a_gateway_that_can_tell_nothing_is_warned_of() {
    let gateway = [("SMS_PRESET", "gatewayapi"), ("SMS_KEY", "k3y")];
    let warned = |config: Config| config.warnings().iter().filter(|told| told.contains("SMS")).count();

    assert_eq!(warned(config(&gateway).unwrap()), 2);
    let open = [("SMS_SECRET", SECRET), ("BASE_URL", "https://brobyg.example")];
    assert_eq!(warned(config(&[&gateway[..], &open].concat()).unwrap()), 0);
    assert_eq!(warned(config(&[("SMS_PRESET", "folder")]).unwrap()), 0);
}

async fn brobyg_sms(settings: Vec<(&'static str, String)>, arguments: [&'static str; 2]) -> (Output, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_brobyg"));
    command.env_clear().env("BROBYG_DATA", folder.path()).arg("sms").args(arguments);
    for (key, value) in &settings {
        // Those whom the machine trusts to vouch for names.
        let key = if *key == "VOUCHED" { "SSL_CERT_FILE".to_owned() } else { format!("BROBYG_{key}") };
        command.env(key, value);
    }
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let said = String::from_utf8([output.stdout.clone(), output.stderr.clone()].concat()).unwrap();
    (output, said)
}

#[tokio::test]
async fn the_command_tries_a_gateway_with_one_message_and_says_how_long_it_is() {
    let server = GatewayServer::open(Mood::Says(202, json!({ "msg_id": "01JNN" }))).await;
    let settings = || {
        vec![("SMS_PRESET", "gatewayapi".to_owned()), ("SMS_KEY", "k3y".to_owned()), ("SMS_URL", server.url.clone())]
    };

    let (output, said) = brobyg_sms(settings(), ["12 34 56 78", "Prøve – “hej”"]).await;

    assert!(output.status.success(), "{said}");
    assert_eq!(
        said,
        "7-bit, units 13, messages 1.\nNobody can stop messages by answering this one.\nHanded over, as 01JNN.\n"
    );
    assert_eq!(server.asked()[0].json()["message"], "Prøve - \"hej\"");
    server.turns(Mood::Says(401, json!({ "code": "0x0211" })));
    let (output, said) = brobyg_sms(settings(), ["12345678", "Prøve"]).await;
    assert!(
        !output.status.success() && said.contains("look at the key, the credit and the sender (401 0x0211)."),
        "{said}"
    );
    assert!(!said.contains("k3y"), "{said}");
}

#[tokio::test]
async fn the_command_says_when_nothing_leaves_and_when_a_number_is_none() {
    let (_, said) = brobyg_sms(Vec::new(), ["12345678", "Prøve"]).await;
    assert!(said.contains("BROBYG_SMS_PRESET is empty"), "{said}");
    let (_, said) = brobyg_sms(vec![("SMS_PRESET", "folder".into())], ["1234", "Prøve"]).await;
    assert!(said.contains("This is no phone number."), "{said}");
}

#[tokio::test]
async fn a_gateway_is_told_the_key_only_where_somebody_vouches_for_its_name() {
    let server = GatewayServer::open_with_tls(Mood::Says(202, json!({ "msg_id": "01JNN" }))).await;
    let to =
        |url: String| vec![("SMS_PRESET", "gatewayapi".to_owned()), ("SMS_KEY", "k3y".to_owned()), ("SMS_URL", url)];
    let elsewhere = server.url.replace("localhost", "127.0.0.1");
    let vouched = |url| [to(url), vec![("VOUCHED", AUTHORITY.to_owned())]].concat();

    for settings in [to(server.url.clone()), vouched(elsewhere)] {
        let (output, said) = brobyg_sms(settings, ["12345678", "Prøve"]).await;
        assert!(!output.status.success() && said.contains("(no TLS)"), "{said}");
    }
    assert!(server.asked().is_empty());
    let (output, said) = brobyg_sms(vouched(server.url.clone()), ["12345678", "Prøve"]).await;

    assert!(output.status.success(), "{said}");
    assert_eq!(server.asked()[0].head("authorization"), "Token k3y");
}
