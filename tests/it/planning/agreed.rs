//! What is sent is what was agreed, and after a decision one is where one was.

use super::{
    line_of,
    meeting::{decide, opened},
    waiting,
};
use crate::support;

/// The ids of the pairs whose box on the page is ticked, or is not.
fn boxes(page: &str, ticked: bool) -> Vec<String> {
    let boxes = page.split("<input ").filter(|input| input.contains("name=\"pairs\""));
    let wanted = boxes.filter(|input| input[..input.find('>').unwrap()].ends_with(" checked") == ticked);
    wanted.map(|input| input.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn nothing_is_ticked_but_what_people_locked() {
    let app = support::start().await;
    let (amira, bilal) = (waiting(&app, "Amira", 40).await, waiting(&app, "Bilal", 10).await);
    app.mentor_in("Jonas", "it-udvikler", "62", 3).await;
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    let page = staff.get(&path).await.body;
    assert_eq!((boxes(&page, true).len(), boxes(&page, false).len()), (0, 2));

    let jonas = line_of(&app, &bilal).await.mentor_id.unwrap();
    decide(&staff, &path, bilal.id, jonas, "lock").await.assert_taken();

    let page = staff.get(&path).await.body;
    assert_eq!(boxes(&page, true), [line_of(&app, &bilal).await.id.to_string()]);
    assert_eq!(boxes(&page, false), [line_of(&app, &amira).await.id.to_string()]);
    let agreed = staff.get(&format!("{path}?show=agreed")).await;
    agreed.assert_ok().assert_shows("Bilal").assert_hides("Amira").assert_shows("I er enige om (1)");
}

#[tokio::test]
async fn after_a_decision_one_stays_on_the_page_and_at_the_line_or_at_the_next_when_it_is_gone() {
    let app = support::start().await;
    let (amira, bilal) = (waiting(&app, "Amira", 40).await, waiting(&app, "Bilal", 10).await);
    let jonas = app.mentor_in("Jonas", "it-udvikler", "62", 3).await;
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;
    let decided = async |page: &str, decision: &str| {
        let (amira, bilal, jonas) = (amira.id.to_string(), bilal.id.to_string(), jonas.id.to_string());
        let fields = [
            ("referral_id", amira.as_str()),
            ("mentor_id", &jonas),
            ("decision", decision),
            ("next", &bilal),
            ("_page", page),
        ];
        staff.submit(&format!("{path}/decisions"), &fields).await
    };

    let sorted = format!("{path}?sort=name&q=amira");
    decided(&sorted, "lock").await.assert_goes_to(&format!("{sorted}#line-{}", amira.id));
    staff.get(&sorted).await.assert_shows(&format!("id=\"line-{}\" tabindex=\"-1\"", amira.id)).assert_hides("Bilal");
    let agreed = format!("{path}?show=agreed");
    decided(&agreed, "release").await.assert_goes_to(&format!("{agreed}#line-{}", bilal.id));
    let refused = decided("https://elsewhere.example/", "lock").await;
    refused.assert_goes_to(&format!("{path}#line-{}", amira.id));
}

#[tokio::test]
async fn a_plan_is_sorted_by_mentor_and_by_partner_and_whoever_has_none_stands_last() {
    let app = support::start().await;
    waiting(&app, "Amira", 40).await;
    waiting(&app, "Bilal", 10).await;
    app.mentor("Jonas").await;
    let staff = app.staff().await;
    let path = opened(&app, &staff).await;

    for order in ["mentor", "partner"] {
        let page = staff.get(&format!("{path}?sort={order}")).await;
        page.assert_ok();
        assert!(page.body.find(">Amira<").unwrap() < page.body.find(">Bilal<").unwrap());
    }
}
