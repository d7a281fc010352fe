//! The settings as one writes them: what is refused, what is warned of, and what is printed of them.

use std::fs;

use brobyg::config::{Config, ConfigErrors, SETTINGS, Values, example};

use super::{answer, brobyg};

#[test]
fn a_setting_that_does_not_exist_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = brobyg(folder.path(), &["config"]);
    command.env("BROBYG_LISTENN", "127.0.0.1:1");

    answer(command).assert_refused_with("BROBYG_LISTENN");
}

#[test]
fn the_settings_are_printed_with_their_origin_and_without_their_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = brobyg(folder.path(), &["config"]);
    command.env("BROBYG_SECRET", "hemmelighed, som ingen gætter på en dag");
    command.env("BROBYG_DATABASE_URL", "postgres://brobyg:adgangskode@localhost/brobyg");
    command.env("BROBYG_MAIL_URL", "smtps://brobyg:brevhemmelighed@mail.example");

    let answer = answer(command);

    let printed = &answer.assert_worked().printed;
    assert!(printed.contains("(environment)") && printed.contains("(default)"));
    for secret in ["hemmelighed", "adgangskode"] {
        assert!(!printed.contains(secret), "{printed}");
    }
}

#[test]
fn the_example_of_the_settings_is_made_from_the_settings() {
    assert_eq!(fs::read_to_string(".env.example").unwrap(), example(), "run: brobyg config --example > .env.example");
}

#[test]
fn every_setting_that_is_wrong_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = [
        ("LISTEN", "8080", "BROBYG_LISTEN is \"8080\", which is not an address and a port"),
        ("BASE_URL", "javascript:alert(1)", "BROBYG_BASE_URL is \"javascript:alert(1)\", which is not http:// or"),
        ("MAIL_FROM", "nobody", "BROBYG_MAIL_FROM must be an e-mail address"),
        ("MAIL_PLAIN", "perhaps", "BROBYG_MAIL_PLAIN is \"perhaps\", which is not yes or no."),
        ("SECRET", "kort", "BROBYG_SECRET must be at least 32 characters, made by chance."),
        ("TRUSTED_PROXIES", "10.0.0.0/8,proxy", "BROBYG_TRUSTED_PROXIES is \"proxy\""),
        (
            "PROPOSAL_DAYS",
            "999999999",
            "BROBYG_PROPOSAL_DAYS is \"999999999\", which is not a whole number from 2 to 365.",
        ),
        ("COURSE_MONTHS", "-1", "BROBYG_COURSE_MONTHS is \"-1\", which is not a whole number from 3 to 6."),
        ("REACH_KM", "0", "BROBYG_REACH_KM is \"0\", which is not a whole number from 5 to 500."),
        ("HELP_CONTACT", "en\nto", "BROBYG_HELP_CONTACT is"),
        ("DATABASE_URL", "mysql://root:hemmeligt@db", "BROBYG_DATABASE_URL must be empty or postgres://"),
    ];
    for arguments in [&["config"][..], &["serve"]] {
        let mut command = brobyg(folder.path(), arguments);
        for (key, value, _) in wrong {
            command.env(format!("BROBYG_{key}"), value);
        }
        let answer = answer(command);
        assert!(!answer.worked);
        for (key, _, sentence) in wrong {
            assert!(answer.said.contains(sentence), "{key}: {}", answer.said);
        }
        assert!(!answer.said.contains("hemmeligt") && !answer.said.contains("kort"), "{}", answer.said);
    }
}

#[test]
fn every_number_has_bounds_that_no_date_can_fall_out_of() {
    for setting in SETTINGS.iter().filter(|setting| setting.default.parse::<i64>().is_ok()) {
        let bounds = setting.bounds.clone().unwrap();
        assert!(*bounds.start() > 0 && *bounds.end() < 10_000, "{}", setting.key);
        for beyond in [bounds.start() - 1, bounds.end() + 1, i64::MAX] {
            let values = [(format!("BROBYG_{}", setting.key), beyond.to_string())];
            let values = Values::read(values.into_iter()).unwrap();
            let error = Config::from_values(&values).err().unwrap().to_string();
            assert!(error.starts_with(&format!("BROBYG_{} is \"{beyond}\"", setting.key)), "{error}");
        }
    }
}

#[test]
fn settings_that_do_not_go_together_are_refused() {
    for (given, sentence) in [
        ([("PROPOSAL_DAYS", "5"), ("PROPOSAL_REMINDER_DAYS", "5")], "a reminder comes before the end"),
        ([("SESSION_HOURS", "1"), ("SESSION_IDLE_MINUTES", "61")], "longer than the 1 hours of BROBYG_SESSION_HOURS"),
    ] {
        let given = given.map(|(key, value)| (format!("BROBYG_{key}"), value.to_owned()));
        let error = Config::from_values(&Values::read(given.into_iter()).unwrap()).err().unwrap().to_string();
        assert!(error.contains(sentence), "{error}");
    }
}

fn config_with(given: &[(&str, &str)]) -> Result<Config, ConfigErrors> {
    let given = given.iter().map(|(key, value)| (format!("BROBYG_{key}"), (*value).to_owned()));
    Config::from_values(&Values::read(given)?)
}

#[test]
fn a_base_url_is_a_scheme_and_a_name() {
    for (typed, kept) in [
        ("https://brobyg.example", "https://brobyg.example"),
        ("https://Brobyg.example/", "https://brobyg.example"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443"),
    ] {
        assert_eq!(config_with(&[("BASE_URL", typed)]).unwrap().base_url, kept);
    }
    for typed in [
        "brobyg.example",
        "//brobyg.example",
        "ftp://brobyg.example",
        "javascript://brobyg.example",
        "data:text/html,a",
        "https://",
        "https:///brobyg.example",
        "https:brobyg.example",
        "https://brobyg.example/unge",
        "https://brobyg.example?a",
        "https://brobyg.example#a",
        "https://karla:word@brobyg.example",
        "https://brobyg.example@other.example",
        "https://bro byg.example",
        "https://brobyg.example:99999",
    ] {
        assert!(config_with(&[("BASE_URL", typed)]).is_err(), "{typed}");
    }
}

#[test]
fn what_the_settings_let_others_read_is_warned_of() {
    let warned = |given: &[(&str, &str)]| config_with(given).unwrap().warnings().join("\n");

    assert_eq!(warned(&[]), "");
    assert_eq!(warned(&[("LISTEN", "[::1]:80")]), "");
    assert_eq!(warned(&[("BASE_URL", "https://a.example"), ("TRUSTED_PROXIES", "::1")]), "");
    assert!(warned(&[("BASE_URL", "https://a.example")]).contains("TRUSTED_PROXIES is empty"));
    assert!(warned(&[("LISTEN", "192.0.2.1:80")]).contains("can be read on the way"));
    assert!(warned(&[("LISTEN", "[::]:80"), ("BASE_URL", "http://a.example")]).contains("can be read on the way"));
    assert!(warned(&[("LISTEN", "0.0.0.0:80")]).contains("links in mails lead nowhere"));
    for public in ["http://a.example", "http://192.0.2.1:8080", "http://[2001:db8::1]", "http://localhost.a.example"] {
        assert!(warned(&[("BASE_URL", public)]).contains("can be read on the way"), "{public} behind a proxy");
    }
    for own in ["http://localhost:8080", "http://127.0.0.2", "http://[::1]:80", "http://brobyg.localhost"] {
        assert_eq!(warned(&[("BASE_URL", own)]), "", "{own}");
    }
    assert!(warned(&[("MAIL_PLAIN", "yes")]).contains("unencrypted"));
}

#[test]
fn who_reads_answers_and_where_mails_come_back_to_is_warned_of_where_nobody_says_so() {
    let server = ("MAIL_URL", "smtp://localhost");
    let warned = |given: &[(&str, &str)]| config_with(given).unwrap().warnings().join("\n");

    assert!(warned(&[server]).contains("MAIL_REPLY_TO") && warned(&[server]).contains("MAIL_RETURN_DOMAIN"));
    let told = [
        server,
        ("HELP_CONTACT", "Ring 12 34 56 78, eller skriv til Hjaelp@Brobyg.example."),
        ("MAIL_RETURN_DOMAIN", "a.example"),
    ];
    assert_eq!(warned(&told), "");
    assert_eq!(config_with(&told).unwrap().mail_reply_to, "hjaelp@brobyg.example");
    assert_eq!(config_with(&[server, ("HELP_CONTACT", "12 34 56 78")]).unwrap().mail_reply_to, "");
    for wrong in [("MAIL_REPLY_TO", "kontoret"), ("MAIL_RETURN_DOMAIN", "b@a.example")] {
        assert!(config_with(&[server, wrong]).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_kept_secret_that_is_short_or_one_letter_or_one_word_is_refused() {
    for kept in ["kort", &"a".repeat(40), &"changeme".repeat(4)] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("secret"), kept).unwrap();

        answer(brobyg(folder.path(), &["serve"])).assert_refused_with("must hold at least 32 characters");
    }
}

#[test]
fn a_word_that_is_repeated_is_no_secret_however_often() {
    for (word, times) in [("changeme", 4), ("changeme-", 4), ("hemmelighed", 9), ("korrekt hest batteri hæfte", 2)] {
        assert!(config_with(&[("SECRET", &word.repeat(times))]).is_err(), "{word}, {times} times");
        let begun_anew = format!("{}{}", word.repeat(times), word.chars().next().unwrap());
        assert!(config_with(&[("SECRET", &begun_anew)]).is_err(), "{begun_anew}");
    }
    for made in
        ["0123456789abcdef0123456789abcde0", "4f7e0d92c1b8a6534f7e1d92c1b8a653", "Vi drikker kaffe, vi går en tur."]
    {
        assert!(config_with(&[("SECRET", made)]).is_ok(), "{made}");
    }
}
