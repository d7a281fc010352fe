//! One of each thing that happens around a course stands on the timeline, dated as it happened.

use super::{path, scene::pair_with_everything, stand_in_order};
use crate::support::Browser;

/// What the page says, the newest first: each from another day, but for a line and its words.
const SAID: [&str; 25] = [
    "De to må have kontakt igen",
    "Kontakten mellem de to blev stoppet",
    "Forlænget til",
    "Sidste dag i pausen",
    "Rejser til sin farmor",
    "Set til: Den unge blev spurgt",
    "Vil gerne holde pause",
    "Den unge havde glemt det",
    "Den unge om",
    "Jeg glemte det",
    "Mentoren om",
    "Vi svarede mentoren:",
    "Mentoren bad om råd:",
    "Taget tilbage igen:",
    "Hvordan går det med hende?",
    "Sagt til den, der henviste:",
    "Opgivet, ikke fået kontakt: Den unge",
    "Forsøgt: Den unge. Nej, intet svar",
    "Næste skridt er gjort",
    "Talte sammen: Mentoren. Det går: Lidt op og ned",
    "Den unge bekræftede aftalen, udgave 1",
    "Mentoren bekræftede aftalen, udgave 1",
    "En læreplads inden sommer",
    "Den unge har fortalt om sine forventninger",
    "Den unge er forberedt. Det siger: henviseren",
];

#[tokio::test]
async fn one_of_each_thing_stands_there_in_the_order_in_which_it_happened() {
    let (pair, sanne) = pair_with_everything().await;

    let page = Browser::signed_in(&pair.app, sanne).await.get(&path(&pair)).await;

    page.assert_ok().assert_shows("Bekymring. Fra: En medarbejder");
    assert!(stand_in_order(&page, &SAID), "{}", page.body);
}

#[tokio::test]
async fn each_kind_is_read_by_itself() {
    let (pair, sanne) = pair_with_everything().await;
    let sanne = Browser::signed_in(&pair.app, sanne).await;
    let kinds = [
        ("follow-up", "Talte sammen: Mentoren"),
        ("silence", "Vil gerne holde pause"),
        ("question", "Jeg glemte det"),
        ("update", "Hvordan går det med hende?"),
        ("advice", "Må jeg give ham et lift?"),
        ("preparation", "Den unge er forberedt"),
        ("expectations", "Den unge har fortalt om sine forventninger"),
        ("agreement", "En læreplads inden sommer"),
        ("stop", "Kontakten mellem de to blev stoppet"),
        ("schedule", "Rejser til sin farmor"),
    ];
    for (kind, said) in kinds {
        let page = sanne.get(&format!("{}?kind={kind}", path(&pair))).await;
        page.assert_ok().assert_shows(said);
        for (_, other) in kinds.iter().filter(|(other, _)| *other != kind) {
            page.assert_hides(other);
        }
    }
}

#[tokio::test]
async fn what_few_may_read_is_not_there_for_others() {
    let (pair, _) = pair_with_everything().await;

    let page = pair.app.staff().await.get(&path(&pair)).await;
    page.assert_ok().assert_shows("Kontakten mellem de to blev stoppet");
    for few in ["Bekymring. Fra", "Han råber", "Det var en misforståelse", "Et håb som er hendes eget"] {
        page.assert_hides(few);
    }

    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    assert!(!mentor.get(&path(&pair)).await.status.is_success());
    let course = mentor.get(&pair.path("")).await;
    course.assert_ok().assert_hides("De har svært ved at finde en dag").assert_hides("Lidt op og ned");
    assert!(!pair.app.visitor().get(&path(&pair)).await.status.is_success());
}
