//! A year walked day by day: whatever happens, each thing is in the hands of one person who is there, and the database says the
//! same of lists as the page of a thing does.

use std::collections::{BTreeMap, HashMap};

use brobyg::duty::{self, Asking, Thing, Whose};
use chrono::{Days, NaiveDate};
use entity::{User, responsibilities, users::Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid};

use super::in_days;
use crate::support::{self, TestApp, viewer_of};

/// The same numbers at each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// What was entered, kept beside the platform.
#[derive(Default)]
struct Known {
    responsible: BTreeMap<Uuid, Uuid>,
    /// Who is away, from when until when, and whose deputy steps in.
    away: Vec<(Uuid, NaiveDate, NaiveDate, Uuid)>,
}

impl Known {
    /// As the rule says it in words: on to the deputy of whoever is away, and from a circle to the first administrator who is there.
    fn hand(&self, responsible: Uuid, day: NaiveDate, administrators: &[Uuid]) -> Uuid {
        let deputies: HashMap<Uuid, Uuid> = self
            .away
            .iter()
            .filter(|(_, from, until, _)| (*from..=*until).contains(&day))
            .map(|(who, _, _, deputy)| (*who, *deputy))
            .collect();
        let (mut at, mut passed) = (responsible, Vec::new());
        while let Some(deputy) = deputies.get(&at) {
            if passed.contains(&at) {
                let there = administrators.iter().find(|one| !deputies.contains_key(*one));
                return *there.unwrap_or(&administrators[0]);
            }
            passed.push(at);
            at = *deputy;
        }
        at
    }
}

async fn lists(app: &TestApp, staff: &[User], day: NaiveDate) -> BTreeMap<Uuid, Vec<Uuid>> {
    let mut seen_by: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for user in staff {
        let asking = Asking { me: user.id, today: day };
        let mine = Whose::Mine.is(responsibilities::Column::ThingId.into_expr(), asking);
        let of_mine = responsibilities::Entity::find().filter(responsibilities::current()).filter(mine);
        let ids: Vec<Uuid> =
            of_mine.select_only().column(responsibilities::Column::ThingId).into_tuple().all(app.db()).await.unwrap();
        ids.into_iter().for_each(|id| seen_by.entry(id).or_default().push(user.id));
    }
    seen_by
}

async fn something_happens(
    app: &TestApp,
    dice: &mut Dice,
    staff: &[User],
    things: &[(Thing, Uuid)],
    known: &mut Known,
) {
    let (now, day) = (app.app.clock.now(), app.app.clock.today());
    let (one, other) = (&staff[dice.below(staff.len())], &staff[dice.below(staff.len())]);
    if dice.below(3) == 0 {
        let thing = things[dice.below(things.len())];
        let handed = duty::hand_over(app.db(), now, &viewer_of(one), &[thing], other.id).await;
        assert!(handed.is_ok() || known.responsible[&thing.1] == other.id);
        known.responsible.insert(thing.1, other.id);
    } else {
        let from_on = day + Days::new(dice.below(10) as u64);
        let until_on = from_on + Days::new(dice.below(15) as u64);
        let new = duty::NewAbsence { user_id: one.id, deputy_id: other.id, from_on, until_on };
        let overlaps =
            known.away.iter().any(|(who, from, until, _)| *who == one.id && *from <= until_on && from_on <= *until);
        let entered = duty::be_away(app.db(), now, &viewer_of(one), new).await;
        assert_eq!(entered.is_ok(), !overlaps && one.id != other.id);
        if entered.is_ok() {
            known.away.push((one.id, from_on, until_on, other.id));
        }
    }
}

#[tokio::test]
async fn in_a_year_of_absences_everything_is_always_in_the_hands_of_exactly_one_person() {
    let app = support::start().await;
    let mut staff = Vec::new();
    for (number, name) in ["Asta", "Bo", "Carl", "Dorthe", "Else"].iter().enumerate() {
        let role = if number < 2 { Role::Administrator } else { Role::Staff };
        staff.push(app.user(name, role, None).await);
    }
    let administrators = [staff[0].id, staff[1].id];
    let (mut known, mut dice, mut things) = (Known::default(), Dice(7), Vec::new());
    for (number, thing) in
        [Thing::Partner, Thing::Referral, Thing::Course, Thing::Mentor].into_iter().cycle().take(8).enumerate()
    {
        let id = Uuid::now_v7();
        app.sees_to(&staff[number % 5], thing, id).await;
        known.responsible.insert(id, staff[number % 5].id);
        things.push((thing, id));
    }

    for number in 0..365 {
        let day = in_days(number);
        something_happens(&app, &mut dice, &staff, &things, &mut known).await;
        let seen_by = lists(&app, &staff, day).await;
        for (thing, id) in &things {
            let expected = known.hand(known.responsible[id], day, &administrators);
            assert_eq!(app.hand(*thing, *id).await, Some(expected), "{day}");
            assert_eq!(seen_by.get(id), Some(&vec![expected]), "{day}: once, and in one list");
        }
        app.days_pass(1);
    }
    assert!(known.away.len() > 60, "{}", known.away.len());
}
