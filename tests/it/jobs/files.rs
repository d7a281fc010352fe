//! Whoever a file brought in is not written to about what was due before, until staff say so.

use brobyg::{backlog, jobs};
use chrono::Days;
use entity::{Referral, held_letters, imports, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::House;
use crate::support::today;

const JOB: &str = "interest-questions";

impl House {
    async fn waiting(&self, name: &str, days: u64) -> Referral {
        let referral = self.app.referral(name).await;
        let referred_on = Set(today() - Days::new(days));
        referrals::ActiveModel { id: Set(referral.id), referred_on, ..Default::default() }
            .update(self.app.db())
            .await
            .unwrap()
    }

    /// Goes on to the next morning, and does what is due then.
    async fn wakes(&self) {
        let asking = || jobs::jobs().into_iter().filter(|job| job.name == JOB).collect();
        self.does(asking()).await;
        self.turns_to_next_day(8);
        self.does(asking()).await;
    }

    async fn was_asked(&self, referral: &Referral) -> bool {
        let row = referrals::Entity::find_by_id(referral.id).one(self.app.db()).await.unwrap().unwrap();
        row.interest_asked_on.is_some()
    }
}

/// One who had waited long when the file came, one who had not quite, and one whom staff wrote down themselves.
async fn brought() -> (House, [Referral; 3]) {
    let house = House::new().await;
    let rules = &house.app.app.config.rules;
    let long = rules.interest_days.unsigned_abs();
    let people = [
        house.waiting("Længe Ventet", long + 50).await,
        house.waiting("Næsten Længe", long - 1).await,
        house.waiting("Skrevet Selv", long + 50).await,
    ];
    let tx = house.app.db().begin().await.unwrap();
    backlog::brought(&tx, house.now(), &[people[0].id, people[1].id]).await.unwrap();
    tx.commit().await.unwrap();
    (house, people)
}

#[tokio::test]
async fn what_was_due_before_a_file_came_is_held_and_what_is_due_later_is_not() {
    let (house, [long, nearly, own]) = brought().await;

    house.wakes().await;
    house.wakes().await;

    assert!(!house.was_asked(&long).await, "was due before the file came");
    assert!(house.was_asked(&nearly).await && house.was_asked(&own).await);
    let held = held_letters::Entity::find().one(house.app.db()).await.unwrap().unwrap();
    assert_eq!((held.job.as_str(), held.count), (JOB, 1));
}

#[tokio::test]
async fn staff_see_how_many_before_they_say_yes_and_then_the_clock_writes() {
    let (house, [long, ..]) = brought().await;
    house.wakes().await;
    let staff = house.app.staff().await;
    staff
        .get("/today")
        .await
        .assert_shows("Filer, hvis mennesker venter")
        .assert_shows("Sager, der skulle være skrevet om før den dag: 1")
        .assert_hides("Længe Ventet");
    staff.get("/referrals?unsure=yes").await.assert_ok().assert_hides("Længe Ventet");
    staff
        .get("/imports")
        .await
        .assert_ok()
        .assert_shows("en mentor stadig er ønsket: 1 sag")
        .assert_shows("Tallene er sager, ikke beskeder")
        .assert_shows("Skriv til dem");
    let import = imports::Entity::find().one(house.app.db()).await.unwrap().unwrap().id;

    staff.submit(&format!("/imports/{import}/decision"), &[("writes", "yes")]).await.assert_goes_to("/imports");

    house.wakes().await;
    assert!(house.was_asked(&long).await);
    house.app.staff().await.get("/today").await.assert_hides("Filer, hvis mennesker venter");
}

#[tokio::test]
async fn a_no_holds_and_can_become_a_yes() {
    let (house, [long, ..]) = brought().await;
    house.wakes().await;
    let import = imports::Entity::find().one(house.app.db()).await.unwrap().unwrap().id;
    let (staff, path) = (house.app.staff().await, format!("/imports/{import}/decision"));

    staff.submit(&path, &[("writes", "no")]).await.assert_goes_to("/imports");

    house.wakes().await;
    assert!(!house.was_asked(&long).await);
    let staff = house.app.staff().await;
    staff.get("/today").await.assert_hides("Filer, hvis mennesker venter");
    staff.get("/imports").await.assert_shows("sagde nej").assert_shows("Skriv til dem alligevel");
    staff.submit(&path, &[("writes", "yes")]).await.assert_goes_to("/imports");
    house.wakes().await;
    assert!(house.was_asked(&long).await);
}
