//! Word to staff that somebody is worried. Neither what was said nor any name stands in it.

use entity::{Concern, User, concerns, users};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, prelude::Uuid};

use crate::{
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, Writing, letters},
};

letters! {
    RAISED = "concern_raised", "/concerns", raised
        when "somebody around a course says that they are worried, and each week as long as nobody has taken it",
        so that "whoever sees to the course acts at once",
        says { Mail to [User]: "concern-letter-subject", "concern-letter-raised", "concern-letter-open"; },
        as Case, unsubscribe Never,
        quiet AtOnce, useless after Never, if unknown Again;
    PASSED_ON = "concern_passed_on", "/concerns", passed_on
        when "nobody has taken a concern for a day, and each week after that",
        so that "somebody else of staff does",
        says { Mail to [User]: "concern-letter-subject", "concern-letter-passed-on", "concern-letter-open"; },
        as Case, unsubscribe Never,
        quiet AtOnce, useless after Never, if unknown Again;
}

/// To whoever sees to the course now; while nobody is responsible, to whom everything falls at last.
async fn raised(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(concern) = untaken(&desk, id).await? else { return Ok(None) };
    let user = duty::hears(&desk.db, Thing::Course, concern.course_id, desk.clock.today()).await?;
    user.map(|user| written(&desk, id, &user, "concern-letter-raised")).transpose()
}

async fn passed_on(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(concern) = untaken(&desk, id).await? else { return Ok(None) };
    let user = match concern.passed_to {
        Some(id) => at_work(&desk.db, id).await?,
        None => None,
    };
    user.map(|user| written(&desk, id, &user, "concern-letter-passed-on")).transpose()
}

fn written(desk: &Desk, id: Uuid, user: &User, key: &str) -> anyhow::Result<Letter> {
    Writing::to(desk, Addressee::user(user.id), &user.email, &user.language)
        .about_no_case()
        .subject("concern-letter-subject")
        .greet(&user.name)
        .say(key)
        .link("concern-letter-open", desk.url(format!("/concerns/{id}")))
        .finish()
}

/// The concern, while nobody has taken it.
async fn untaken(desk: &Desk, id: Uuid) -> Result<Option<Concern>, DbErr> {
    let found = concerns::Entity::find_by_id(id).filter(concerns::open());
    found.filter(concerns::Column::TakenAt.is_null()).one(&desk.db).await
}

async fn at_work(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<User>, DbErr> {
    users::Entity::find_by_id(id).filter(users::at_work()).one(db).await
}
