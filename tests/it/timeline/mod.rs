//! Everything that has happened around one young person, and the notes of staff.

mod ahead;
mod notes;
mod scene;
mod unnamed;
mod whole;

use brobyg::course::concern::{self, NewConcern, Raiser};
use chrono::Days;
use entity::{
    consents::ConsentPurpose, meetings, meetings::Attendance, readings, readings::ReadingPurpose, users::Role,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};

use crate::{
    course::{Pair, amira_and_jonas},
    few_reads::reads,
    support::{Page, today, viewer_of},
};

fn path(pair: &Pair) -> String {
    format!("/young-people/{}", pair.referral.young_person_id)
}

async fn met(pair: &Pair, days_ago: u64, note: &str) {
    let row = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        held_on: Set(today() - Days::new(days_ago)),
        minutes: Set(Some(60)),
        channel: Set(None),
        attendance: Set(Attendance::Held),
        note: Set(Some(note.into())),
        logged_by: Set(None),
        logged_by_mentor: Set(None),
        logged_at: Set(pair.app.app.clock.now()),
        known_on: Set(None),
    };
    row.insert(pair.app.db()).await.unwrap();
}

/// Whether these stand on the page in this order.
fn stand_in_order(page: &Page, said: &[&str]) -> bool {
    let places: Vec<_> =
        said.iter().map(|said| page.body.find(said).unwrap_or_else(|| panic!("{said} is missing"))).collect();
    places.is_sorted()
}

#[tokio::test]
async fn it_tells_of_everything_the_newest_first() {
    let pair = amira_and_jonas().await;
    pair.app.agreed(&pair.referral, ConsentPurpose::MentorCourse).await;
    met(&pair, 20, "Så på et værksted").await;
    met(&pair, 3, "Skrev en ansøgning").await;

    let page = pair.app.staff().await.get(&path(&pair)).await;

    page.assert_ok().assert_shows("Amira Hassan");
    let order = ["Skrev en ansøgning", "Henvist", "Så på et værksted", "Forløbet med Jonas begyndte"];
    assert!(stand_in_order(&page, &order), "{}", page.body);
    page.assert_shows("Ja: ");
    pair.app.staff().await.get(&format!("/referrals/{}", pair.referral.id)).await.assert_shows(&path(&pair));
}

#[tokio::test]
async fn it_is_read_by_kind_and_by_period() {
    let pair = amira_and_jonas().await;
    met(&pair, 100, "Længe siden").await;
    met(&pair, 3, "Skrev en ansøgning").await;
    let staff = pair.app.staff().await;

    let page = staff.get(&format!("{}?kind=meeting", path(&pair))).await;
    page.assert_ok().assert_shows("Længe siden").assert_shows("Skrev en ansøgning").assert_hides("Forløbet med Jonas");

    let page = staff.get(&format!("{}?kind=meeting&days=30", path(&pair))).await;
    page.assert_ok().assert_hides("Længe siden").assert_shows("Skrev en ansøgning");
}

#[tokio::test]
async fn it_comes_in_pages_and_all_on_one_to_print() {
    let pair = amira_and_jonas().await;
    for days in 1..=60 {
        met(&pair, days, &format!("Møde nummer {days}.")).await;
    }
    let (staff, meetings) = (pair.app.staff().await, format!("{}?kind=meeting", path(&pair)));

    let first = staff.get(&meetings).await;
    first.assert_ok().assert_shows("Møde nummer 50.").assert_hides("Møde nummer 51.").assert_shows("Ældre");
    let second = staff.get(&format!("{meetings}&page=2")).await;
    second.assert_shows("Møde nummer 51.").assert_hides("Møde nummer 50.").assert_shows("Nyere");
    staff.get(&format!("{meetings}&all=yes")).await.assert_shows("Møde nummer 1.").assert_shows("Møde nummer 60.");
}

#[tokio::test]
async fn a_concern_stands_there_for_those_who_may_read_it_and_without_its_words() {
    let pair = amira_and_jonas().await;
    let sanne = pair.app.user("Sanne Holm", Role::Staff, None).await;
    pair.app.sees_to(&sanne, brobyg::duty::Thing::Course, pair.course.id).await;
    let new = NewConcern { said: "Han råber".into(), wants_stop: false };
    let (now, viewer) = (pair.app.app.clock.now(), viewer_of(&sanne));
    concern::raise(pair.app.db(), now, Raiser::Signed(&viewer), pair.course.id, new).await.unwrap();

    let as_sanne = crate::support::Browser::signed_in(&pair.app, sanne).await;
    as_sanne.get(&path(&pair)).await.assert_shows("Bekymring. Fra: En medarbejder").assert_hides("Han råber");
    pair.app.staff().await.get(&path(&pair)).await.assert_ok().assert_hides("Bekymring. Fra");
}

#[tokio::test]
async fn whoever_reads_it_stands_in_the_log_and_on_the_next_timeline() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    staff.get(&path(&pair)).await.assert_ok();

    let read = readings::Entity::find().filter(readings::Column::Purpose.eq(ReadingPurpose::Journal));
    assert_eq!(read.count(pair.app.db()).await.unwrap(), 1);
    let name = staff.user.as_ref().unwrap().name.clone();
    staff.get(&format!("{}?kind=reading", path(&pair))).await.assert_shows(&format!("{name}: Tidslinje"));
}

#[tokio::test]
async fn it_takes_as_many_statements_for_much_as_for_little() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    met(&pair, 1, "Første").await;
    let little = reads(&staff, &path(&pair)).await;

    for days in 2..=20 {
        met(&pair, days, "Flere").await;
    }

    assert_eq!(reads(&staff, &path(&pair)).await, little);
}
