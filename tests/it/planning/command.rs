//! `brobyg match plan`.

use std::process::Command;

use super::waiting;
use crate::support::{self, TestApp};

fn run(app: &TestApp, format: &str) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_brobyg"))
        .args(["match", "plan", "--format", format])
        .env("BROBYG_DATA", app.data.path())
        .env("BROBYG_DATABASE_URL", &app.app.config.database_url)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_prints_the_plan_by_references_and_changes_nothing() {
    let app = support::start().await;
    let (amira, bilal) = (waiting(&app, "Amira", 40).await, waiting(&app, "Bilal", 10).await);
    let jonas = app.mentor("Jonas").await;

    let printed = run(&app, "json");
    let plan: serde_json::Value = serde_json::from_str(&printed).unwrap();

    assert_eq!(plan["waiting"], 2);
    assert_eq!(plan["pairs"][0]["referral_id"], amira.reference);
    assert_eq!(plan["pairs"][0]["mentor_id"], jonas.reference);
    assert!(plan["pairs"][0]["for"].as_array().is_some_and(|reasons| !reasons.is_empty()));
    assert_eq!(plan["left"][0]["referral_id"], bilal.reference);
    assert_eq!(
        (&plan["left"][0]["why"], &plan["left"][0]["near"][0]["mentor_id"]),
        (&"taken".into(), &plan["pairs"][0]["mentor_id"])
    );
    assert!(!printed.contains("Amira") && !printed.contains("Jonas"));
    assert!(plan["total"].as_u64().is_some_and(|total| total > 20_000));
    let text = run(&app, "text");
    assert!(text.contains("1 of 2 have a mentor in the plan") && text.contains("is left out"), "{text}");
}
