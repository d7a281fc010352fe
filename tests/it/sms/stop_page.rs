//! Stopping text messages without answering one: from the page of a short link, with one press and no sign-in.

use std::sync::Arc;

use brobyg::{
    jobs::LETTERS,
    message::{self, Addressee, sms::Sms},
};

use crate::reach::scene::{Scene, Young};

/// Somebody whose texts come from a name that nobody can answer.
async fn unanswerable() -> Scene {
    let mut scene = Scene::set_with_texts(Young::Phone).await;
    let mut config = (*scene.app.app.config).clone();
    config.sms.sender = "Brobyg".into();
    scene.app.app.sms = Sms::open(&config.sms, &config.base_url, scene.app.data.path()).unwrap();
    scene.app.app.config = Arc::new(config);
    assert!(!scene.app.app.sms.can_be_answered());
    scene
}

async fn text(scene: &Scene, kind: message::MessageKind) -> String {
    let subject = scene.subject(kind.name).await;
    scene.queue(&kind, subject).await;
    message::deliver_due(&scene.app.app.desk(), &scene.app.app.post, LETTERS).await.unwrap();
    scene.app.app.sms.folder().unwrap().all().await.unwrap().remove(0).text
}

#[tokio::test]
async fn where_no_answer_comes_in_the_text_says_so_and_one_press_stops_them() {
    let scene = unanswerable().await;
    let told = text(&scene, brobyg::referral::interest::letters::INTEREST).await;
    assert!(told.contains("kan du sige det på siden") && !told.contains("STOP"), "{told}");
    let (_, path) = told.split_once(&scene.app.app.config.base_url).unwrap();
    let path = path.split_whitespace().next().unwrap();
    let visitor = scene.app.visitor();
    let page = visitor.get(path).await;
    page.assert_ok().assert_shows("Vil du ikke have flere sms-beskeder?");
    let (_, link) = page.body.split_once("/unsubscribe/texts/").unwrap();
    let stop = format!("/unsubscribe/texts/{}", link.split('"').next().unwrap());
    let whom = Addressee::young_person(scene.referral().young_person_id);

    // Whoever looks changes nothing.
    visitor.get(&stop).await.assert_ok().assert_shows("Ja, send ikke flere");
    assert!(!message::has_stopped_texts(scene.app.db(), whom).await.unwrap());
    visitor.submit(&stop, &[]).await.assert_goes_to(&stop);

    assert!(message::has_stopped_texts(scene.app.db(), whom).await.unwrap());
    visitor.get(&stop).await.assert_shows("Vi sender dig ikke flere påmindelser og spørgsmål på sms.");
    visitor.submit(&format!("{stop}/return"), &[]).await.assert_goes_to(&stop);
    assert!(!message::has_stopped_texts(scene.app.db(), whom).await.unwrap());
}

#[tokio::test]
async fn a_text_that_has_to_come_says_nothing_of_stopping_and_a_link_of_nobody_stops_nothing() {
    let scene = unanswerable().await;
    let told = text(&scene, brobyg::matching::letters::MENTEE_ASKED).await;
    assert!(!told.contains("på siden") && !told.contains("STOP"), "{told}");
    let visitor = scene.app.visitor();

    let page = visitor.get("/unsubscribe/texts/000000000000000000000").await;

    page.assert_ok().assert_shows("Linket virker ikke").assert_hides("Ja, send ikke flere");
}
