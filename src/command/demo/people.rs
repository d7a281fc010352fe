//! One sign-in for each kind of user of the demo.

use anyhow::Context;
use entity::{
    User, courses, mentors, partners,
    users::{self, Role},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    prelude::Uuid,
};

use crate::{account, app::App, viewer::Viewer};

/// Everybody's password in the demo.
pub const PASSWORD: &str = "to unge bygger bro";

/// The partner whose housing social worker one can be; the pilot's largest.
const PARTNER: &str = "Helhedsplan Aarhus";
const REFERRER: &str = "aarhus@partner.example";

/// The address of the project staff, who also answer questions.
pub const COORDINATOR: &str = "koordinator@brobyg.example";

/// Who can sign in.
pub struct People {
    /// Kind of user and address.
    pub shown: Vec<(&'static str, String)>,
    pub staff: Viewer,
    pub mentor_id: Uuid,
}

/// Makes the sign-ins.
pub async fn invite(app: &App) -> anyhow::Result<People> {
    let hash = account::hash_password(PASSWORD).await?;
    let tx = app.db.begin().await?;
    let partner = partners::Entity::find().filter(partners::Column::Name.eq(PARTNER)).one(&tx).await?;
    let partner = partner.context("The demo's partner is missing")?;
    let mentor = busy_mentor(&tx).await?;
    let now = app.clock.now();
    let user = |name: &str, email: &str, role, partner_id| users::ActiveModel {
        id: Set(Uuid::now_v7()),
        email: Set(email.to_owned()),
        name: Set(name.to_owned()),
        role: Set(role),
        password_hash: Set(Some(hash.clone())),
        partner_id: Set(partner_id),
        language: Set("da".into()),
        created_at: Set(now),
        ..Default::default()
    };
    user("Rikke Rådgiver", REFERRER, Role::Referrer, Some(partner.id)).insert(&tx).await?;
    let mentor_user = user(&mentor.name, &mentor.email, Role::Mentor, None).insert(&tx).await?;
    let staff = user("Karen Koordinator", COORDINATOR, Role::Staff, None).insert(&tx).await?;
    user("Anders Administrator", "administrator@brobyg.example", Role::Administrator, None).insert(&tx).await?;
    let linked = mentors::ActiveModel { id: Set(mentor.id), user_id: Set(Some(mentor_user.id)), ..Default::default() };
    linked.update(&tx).await?;
    tx.commit().await?;
    Ok(People {
        shown: vec![
            ("housing social worker", REFERRER.to_owned()),
            ("mentor", mentor.email),
            ("project staff", staff.email.clone()),
            ("administrator", "administrator@brobyg.example".to_owned()),
        ],
        staff: viewer(staff),
        mentor_id: mentor.id,
    })
}

fn viewer(user: User) -> Viewer {
    Viewer { user_id: user.id, name: user.name, role: user.role, partner_id: None, mentor_id: None }
}

/// A mentor with a running course, so that there is something to see.
async fn busy_mentor(tx: &impl ConnectionTrait) -> anyhow::Result<entity::Mentor> {
    let running = courses::Entity::find()
        .filter(courses::Column::EndedOn.is_null())
        .order_by_asc(courses::Column::Reference)
        .one(tx)
        .await?
        .context("The demo has no running course")?;
    mentors::Entity::find_by_id(running.mentor_id).one(tx).await?.context("The demo's mentor is missing")
}
