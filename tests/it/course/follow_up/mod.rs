//! Follow-ups: when they are due, what is told of them, and who sees it.

mod calling;
mod corrected;
mod days;
mod list;
mod unreached;

use chrono::{Days, NaiveDate};
use entity::{FollowUp, FollowUpTry, follow_up_tries, follow_ups, follow_ups::Side};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Pair, amira_and_jonas};
use crate::support::{Browser, today};

/// Amira and Jonas, whose follow-ups are planned.
async fn planned() -> Pair {
    let pair = amira_and_jonas().await;
    pair.app.plan_follow_ups().await;
    pair
}

impl Pair {
    /// The follow-ups of a side, in their order.
    async fn follow_ups(&self, side: Side) -> Vec<FollowUp> {
        let own = follow_ups::Entity::find().filter(follow_ups::Column::CourseId.eq(self.course.id));
        let own = own.filter(follow_ups::Column::Side.eq(side)).order_by_asc(follow_ups::Column::Number);
        own.all(self.app.db()).await.unwrap()
    }

    /// The one that is to be done next.
    async fn next(&self, side: Side) -> FollowUp {
        let open = |row: &FollowUp| row.reached_on.is_none() && row.not_reached_on.is_none();
        self.follow_ups(side).await.into_iter().find(open).unwrap()
    }

    async fn due_on(&self, side: Side) -> NaiveDate {
        self.next(side).await.due_on
    }

    async fn tries(&self) -> Vec<FollowUpTry> {
        let all = follow_up_tries::Entity::find().order_by_asc(follow_up_tries::Column::Id);
        all.all(self.app.db()).await.unwrap()
    }

    /// Whoever rings says that it goes well, and nothing else.
    async fn talked(&self, staff: &Browser, side: Side) {
        let path = format!("/follow-ups/{}", self.next(side).await.id);
        staff.submit(&path, &[("mood", "good")]).await.assert_goes_to(&path);
    }
}

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

fn ahead(days: u64) -> NaiveDate {
    today() + Days::new(days)
}
