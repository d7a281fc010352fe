//! Notes of staff: who reads them, those on top, and their versions.

use brobyg::note::{self, NewNote};
use entity::{notes, notes::NoteReaders, users::Role};
use sea_orm::EntityTrait;

use super::path;
use crate::{
    course::{Pair, amira_and_jonas},
    support::{Browser, forms::forms, today, viewer_of},
};

async fn written(pair: &Pair, staff: &Browser, text: &str, readers: &str) {
    let fields = [("text", text), ("readers", readers)];
    staff.submit(&format!("{}/notes", path(pair)), &fields).await.assert_goes_to(&path(pair));
}

async fn all(pair: &Pair) -> Vec<entity::Note> {
    notes::Entity::find().all(pair.app.db()).await.unwrap()
}

#[tokio::test]
async fn a_note_for_staff_alone_is_not_for_the_mentor_and_one_for_the_mentor_says_so() {
    let pair = amira_and_jonas().await;
    let (staff, mentor) = (pair.app.staff().await, pair.app.mentor_browser(&pair.mentor).await);
    staff.get(&format!("{}/notes/new", path(&pair))).await.assert_shows("står den på forløbets side");
    written(&pair, &staff, "Moren er syg", "staff").await;
    written(&pair, &staff, "Svarer bedst på sms", "mentor").await;

    mentor.get(&pair.path("")).await.assert_ok().assert_shows("Svarer bedst på sms").assert_hides("Moren er syg");
    let timeline = staff.get(&path(&pair)).await;
    timeline.assert_shows("Moren er syg").assert_shows("Kun medarbejdere").assert_shows("Også mentoren");

    pair.change(|row| {
        row.ended_on = sea_orm::ActiveValue::Set(Some(today()));
        row.seat_hold_id = sea_orm::ActiveValue::Set(None);
    })
    .await;
    mentor.get(&pair.path("")).await.assert_ok().assert_hides("Svarer bedst på sms");
}

#[tokio::test]
async fn what_is_left_out_is_said() {
    let pair = amira_and_jonas().await;
    let answer = pair.app.staff().await.submit(&format!("{}/notes", path(&pair)), &[]).await;
    answer.assert_refused_with("Skriv noten").assert_shows("Vælg, hvem der må læse noten");
}

#[tokio::test]
async fn a_correction_is_a_new_version_and_the_old_one_stays() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    written(&pair, &staff, "Bor hos sin far", "staff").await;
    let note = format!("{}/notes/{}", path(&pair), all(&pair).await[0].thread_id);

    let fields = [("text", "Bor hos sin mor"), ("readers", "staff")];
    staff.submit(&note, &fields).await.assert_goes_to(&path(&pair));

    let page = staff.get(&path(&pair)).await;
    page.assert_shows("Bor hos sin mor").assert_shows("Bor hos sin far").assert_shows("rettet senere");
    let mut versions: Vec<_> = all(&pair).await.iter().map(|row| (row.version, row.superseded_at.is_some())).collect();
    versions.sort_unstable();
    assert_eq!(versions, [(1, true), (2, false)]);
}

#[tokio::test]
async fn whoever_corrects_what_another_corrected_meanwhile_is_told() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    written(&pair, &staff, "Bor hos sin far", "staff").await;
    let address = format!("{}/notes/{}", path(&pair), all(&pair).await[0].thread_id);
    let page = staff.get(&address).await;
    let form = forms(&page.body, &address).into_iter().find(|form| form.action == address).unwrap();
    staff.submit(&address, &[("text", "Bor alene"), ("readers", "staff")]).await.assert_taken();

    let typed = form.with_text(|_| "Bor hos sin mor".into());
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let late = staff.post(&address, &typed).await;

    assert_eq!(late.status, 409);
    assert_eq!(all(&pair).await.len(), 2);
}

#[tokio::test]
async fn those_on_top_stand_above_and_are_taken_down_again() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    let fields = [("text", "Må ikke ringes op i skoletiden"), ("readers", "staff"), ("pinned", "yes")];
    staff.submit(&format!("{}/notes", path(&pair)), &fields).await.assert_taken();
    let pin = format!("{}/notes/{}/pin", path(&pair), all(&pair).await[0].thread_id);

    staff.get(&format!("{}?kind=meeting", path(&pair))).await.assert_shows("Må ikke ringes op i skoletiden");
    staff.submit(&pin, &[("pinned", "no")]).await.assert_goes_to(&path(&pair));

    let page = staff.get(&format!("{}?kind=meeting", path(&pair))).await;
    page.assert_ok().assert_hides("Må ikke ringes op i skoletiden");
}

#[tokio::test]
async fn of_two_who_correct_one_at_once_the_database_keeps_one_version_that_holds() {
    let pair = amira_and_jonas().await;
    let sanne = viewer_of(&pair.app.user("Sanne Holm", Role::Staff, None).await);
    let (db, now, person) = (pair.app.db(), pair.app.app.clock.now(), pair.referral.young_person_id);
    let new = |text: &str| NewNote { text: text.into(), readers: NoteReaders::Staff, is_pinned: false };
    note::write(db, now, &sanne, person, new("Først")).await.unwrap();
    let ids = (person, all(&pair).await[0].thread_id);

    let both = tokio::join!(
        note::correct(db, now, &sanne, ids, new("Den ene"), |_| Ok(())),
        note::correct(db, now, &sanne, ids, new("Den anden"), |_| Ok(())),
    );

    assert!(both.0.is_ok() || both.1.is_ok());
    assert_eq!(all(&pair).await.iter().filter(|row| row.superseded_at.is_none()).count(), 1);
}
