//! SQLite knows no time zones: the day in Denmark that a migration writes beside a moment follows a rule of its own.

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};
use chrono_tz::Europe::Copenhagen;
use entity::onward_plans;
use migration::{Migrator, MigratorTrait};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::support;

/// The last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> NaiveDate {
    let last = NaiveDate::from_ymd_opt(year, month, 31).unwrap();
    last - Duration::days(last.weekday().days_since(Weekday::Sun).into())
}

/// Around each change of the clocks in these years, and around the midnights of the days beside it and of midwinter and midsummer.
fn moments() -> Vec<DateTime<Utc>> {
    let years = 2020..=2031;
    let days = years.flat_map(|year| {
        let of = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        [last_sunday(year, 3), last_sunday(year, 10), of(1, 1), of(6, 21), of(12, 31)]
    });
    let hours = days.flat_map(|day| {
        let noon = day.and_hms_opt(12, 0, 0).unwrap().and_utc();
        (-40..=40).map(move |hour| noon + Duration::hours(hour))
    });
    hours.flat_map(|hour| [hour - Duration::seconds(1), hour]).collect()
}

#[tokio::test]
async fn the_day_in_denmark_is_that_of_its_clocks_also_around_each_change() {
    let app = support::start().await;
    let course = app.course(&app.referral("Amira").await, &app.mentor("Jonas").await).await;
    let moments = moments();
    let row = |told_at: &DateTime<Utc>| onward_plans::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        step_down: Set(None),
        onward: Set(Some("Videre".into())),
        none_because: Set(None),
        told_at: Set(*told_at),
        told_on: Set(NaiveDate::default()),
        told_by: Set(None),
        by_mentor: Set(true),
    };
    for chunk in moments.chunks(500) {
        onward_plans::Entity::insert_many(chunk.iter().map(row)).exec_without_returning(app.db()).await.unwrap();
    }
    let db = sea_orm::Database::connect(&app.app.config.database_url).await.unwrap();
    let names = Migrator::migrations().into_iter().map(|migration| migration.name().to_owned());
    let since = names.skip_while(|own| own != "m0072_onward_plans_told_on").count();

    Migrator::down(&db, Some(u32::try_from(since).unwrap())).await.unwrap();
    Migrator::up(&db, None).await.unwrap();

    let rows = onward_plans::Entity::find().all(app.db()).await.unwrap();
    assert_eq!(rows.len(), moments.len());
    let wrong = rows.iter().filter(|row| row.told_on != row.told_at.with_timezone(&Copenhagen).date_naive());
    assert_eq!(wrong.map(|row| (row.told_at, row.told_on)).collect::<Vec<_>>(), []);
}
