//! An old and a new version beside each other.

use entity::jobs;

use super::*;

#[tokio::test]
async fn a_job_that_only_one_of_two_versions_knows_is_kept_and_shown_by_the_other_and_done_by_the_one() {
    let house = House::new().await;
    let of_next_year = || finding("of-next-year", vec![thing(1)], |_| Ok(()));
    let failing = finding("of-next-year", vec![thing(1)], |_| anyhow::bail!("not yet"));
    let (old, new) = (house.runner(vec![tidying()]), house.runner(vec![tidying(), failing.clone()]));
    for runner in [&old, &new, &old] {
        runner.register().await.unwrap();
    }
    house.does(vec![failing]).await;
    house.passes(TimeDelta::minutes(2));
    let waiting = house.row_of(thing(1)).await;

    // The old one does its own and leaves the other alone, however often it starts.
    house.does(vec![tidying()]).await;
    old.register().await.unwrap();
    assert_eq!(house.row_of(thing(1)).await, waiting);
    let known = jobs::Entity::find_by_id("of-next-year").one(house.app.db()).await.unwrap();
    assert!(known.is_some());
    let page = house.app.administrator().await.get("/admin/jobs").await;
    page.assert_shows("of-next-year").assert_shows("Hører til en anden udgave af Brobyg");

    house.does(vec![tidying(), of_next_year()]).await;
    let done: Vec<_> = house.effects().await.into_iter().map(|effect| effect.job).collect();
    assert_eq!(done, ["of-next-year", "tidying"]);
}
