//! What the import does with sound files.

use brobyg::exchange::{self, Counts, File, How, Table};
use chrono::NaiveDate;
use entity::{
    courses::{self, CourseClass},
    imported_things, imports, index_changes, mentors, partners, referrals, seat_holds, young_people,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::how;
use crate::support::{self, scheme::folder};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn file(name: &str, text: &str) -> Vec<File> {
    vec![File { name: name.into(), bytes: text.into() }]
}

#[tokio::test]
async fn the_pilot_is_read_whole() {
    let app = support::start().await;

    let outcome = app.import(&folder("pilot")).await.unwrap();

    let new = |table, read| Counts { table, read, new: read, changed: 0, unchanged: 0 };
    assert_eq!(outcome.warnings, []);
    assert_eq!(
        outcome.counts,
        [
            new(Table::Partners, 6),
            new(Table::HousingAreas, 16),
            new(Table::Mentors, 73),
            new(Table::Referrals, 90),
            new(Table::Courses, 88),
            new(Table::Meetings, 724),
            new(Table::Surveys, 100),
            new(Table::ContactAttempts, 243),
        ]
    );
    assert_eq!(courses::open().count(app.db()).await.unwrap(), 11);
    assert_eq!(seat_holds::Entity::find().count(app.db()).await.unwrap(), 11);
}

#[tokio::test]
async fn what_is_read_again_is_found_again() {
    let app = support::start().await;
    app.import(&folder("pilot")).await.unwrap();
    let told = index_changes::Entity::find().count(app.db()).await.unwrap();

    let outcome = app.import(&folder("pilot")).await.unwrap();

    for counts in outcome.counts {
        assert_eq!((counts.new, counts.changed), (0, 0), "{:?}", counts.table);
    }
    // To whoever came with the first file nobody writes unasked about what was due before; with the second nobody came.
    assert_eq!(imports::Entity::find().count(app.db()).await.unwrap(), 1);
    assert_eq!(imported_things::Entity::find().count(app.db()).await.unwrap(), 73 + 90 + 88);
    assert_eq!(mentors::Entity::find().count(app.db()).await.unwrap(), 73);
    assert_eq!(index_changes::Entity::find().count(app.db()).await.unwrap(), told);
}

#[tokio::test]
async fn a_dry_run_writes_nothing() {
    let app = support::start().await;

    let dry = How { dry_run: true, ..how() };
    let outcome = exchange::import(app.db(), &folder("pilot"), &dry, &mut |_, _, _| ()).await.unwrap();

    assert_eq!(outcome.counts[3].new, 90);
    assert_eq!(referrals::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_row_that_differs_is_updated_and_columns_that_are_missing_stay() {
    let app = support::start().await;
    app.import(&folder("sound")).await.unwrap();

    let rows = "partner,town\r\nHelhedsplan Vest,Herfølge\r\nHelhedsplan Øst,Aarhus\r\n";
    let outcome = app.import(&file("partners.csv", rows)).await.unwrap();

    assert_eq!(outcome.counts, [Counts { table: Table::Partners, read: 2, new: 0, changed: 1, unchanged: 1 }]);
    let vest = partners::Entity::find().filter(partners::Column::Name.eq("Helhedsplan Vest"));
    let vest = vest.one(app.db()).await.unwrap().unwrap();
    assert_eq!((vest.town.as_deref(), vest.postcode.as_deref()), (Some("Herfølge"), Some("4600")));
}

#[tokio::test]
async fn an_empty_cell_means_that_the_value_is_no_longer_known() {
    let app = support::start().await;
    app.import(&folder("sound")).await.unwrap();

    let row = "R1,Helhedsplan Vest,Vesterparken,2024-01-02,Y1,Amira Nour,2004-05-06,,vil være tømrer,started";
    let header = "referral_id,partner,housing_area,referred_on,youth_id,youth_name,birth_date,phone,wish,status";
    app.import(&file("referrals.csv", &format!("{header}\n{row}\n"))).await.unwrap();

    let amira = young_people::Entity::find().filter(young_people::Column::Reference.eq("Y1"));
    let amira = amira.one(app.db()).await.unwrap().unwrap();
    assert_eq!((amira.phone, amira.email.as_deref()), (None, Some("amira@ung.example")));
}

#[tokio::test]
async fn a_course_that_ends_frees_its_seat_for_one_that_begins() {
    let app = support::start().await;
    app.import(&folder("sound")).await.unwrap();
    let before = seat_holds::Entity::find().all(app.db()).await.unwrap();

    let rows = "course_id,referral_id,mentor_id,matched_on,ended_on,status,interruption_reason,rematch_of\n\
         C3,R2,M1,2024-03-05,2024-07-01,interrupted,no_contact,C2\n\
         C4,R3,M1,2024-07-01,,active,,\n";
    app.import(&file("courses.csv", rows)).await.unwrap();

    let after = seat_holds::Entity::find().all(app.db()).await.unwrap();
    assert_eq!((before.len(), after.len()), (1, 1));
    assert_ne!(before[0].id, after[0].id);
    assert_eq!(courses::open().one(app.db()).await.unwrap().unwrap().reference, "C4");
}

#[tokio::test]
async fn a_running_course_may_get_another_mentor_and_seats_may_grow_and_shrink() {
    let app = support::start().await;
    app.import(&folder("sound")).await.unwrap();

    let moved = "course_id,referral_id,mentor_id,matched_on,status\nC3,R2,M2,2024-03-05,active\n";
    app.import(&file("courses.csv", moved)).await.unwrap();
    let fewer = app.export().await[2].1.replace(",2,lytter", ",1,lytter");
    app.import(&file("mentors.csv", &fewer)).await.unwrap();

    let hold = seat_holds::Entity::find().one(app.db()).await.unwrap().unwrap();
    let poul =
        mentors::Entity::find().filter(mentors::Column::Reference.eq("M2")).one(app.db()).await.unwrap().unwrap();
    assert_eq!(hold.mentor_id, poul.id);
    assert!(app.export().await[2].1.contains(",1,lytter"));
}

#[tokio::test]
async fn a_class_against_the_rule_stands_as_an_override() {
    let app = support::start().await;
    app.import(&folder("sound")).await.unwrap();
    app.import(&folder("odd/class-rule")).await.unwrap();

    let course = courses::Entity::find().filter(courses::Column::Reference.eq("C1"));
    let course = course.one(app.db()).await.unwrap().unwrap();

    assert_eq!(course.class_override, Some(CourseClass::Interrupted));
    assert!(course.override_reason.is_some());
}

#[tokio::test]
async fn dates_may_be_moved_as_in_a_demo() {
    let app = support::start().await;

    let later = How { moved_days: 366, ..how() };
    exchange::import(app.db(), &folder("sound"), &later, &mut |_, _, _| ()).await.unwrap();

    assert_eq!(imports::Entity::find().count(app.db()).await.unwrap(), 0, "a demo holds nothing back");
    let course = courses::Entity::find().filter(courses::Column::Reference.eq("C1"));
    let course = course.one(app.db()).await.unwrap().unwrap();
    assert_eq!((course.matched_on, course.ended_on), (day("2025-01-10"), Some(day("2025-06-11"))));
}
