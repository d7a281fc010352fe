//! The courses in which an onward plan is missing, for queries on courses.

use chrono::{Duration, NaiveDate};
use entity::{courses::Column, onward_plans};
use sea_orm::{ColumnTrait, Condition, sea_query::ExprTrait};

use crate::{
    config::Rules,
    course::{Class, is_of_class},
};

/// Days after its ending in which a course without a plan is something for staff. After that the young person is asked how it
/// went by the surveys.
const LATELY_DAYS: i64 = 60;

/// Those that run without a plan although the planned end is near. Once it is past, ending the course asks for the plan.
pub fn missing(rules: &Rules, today: NaiveDate) -> Condition {
    Condition::all()
        .add(Column::EndedOn.is_null())
        .add(Column::OnwardPlan.is_null())
        .add(Column::PlannedEndOn.gte(today))
        .add(Column::PlannedEndOn.lte(today + Duration::days(rules.onward_plan_days)))
}

/// Those that ended lately after three meetings or more without a plan, and of which nobody has said that none is needed.
pub fn ended_without(today: NaiveDate) -> Condition {
    let have_met = Condition::any().add(is_of_class(Class::Completed)).add(is_of_class(Class::EndedEarly));
    Condition::all()
        .add(Column::OnwardPlan.is_null())
        .add(Column::EndedOn.gte(today - Duration::days(LATELY_DAYS)))
        .add(have_met)
        .add(onward_plans::is_waived().not())
}
