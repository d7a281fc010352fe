//! One sign-in for each kind of user of the demo.

use anyhow::Context;
use entity::{
    User, mentors, partners,
    users::{self, Role},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::{account, app::App, viewer::Viewer};

/// Everybody's password in the demo.
pub const PASSWORD: &str = "to unge bygger bro";

/// The partner whose housing social worker one can be; the pilot's largest.
const PARTNER: &str = "Helhedsplan Aarhus";
const REFERRER: &str = "aarhus@partner.example";

/// The mentor whom one can be: one who makes apps, with a course under way and a seat free.
const MENTOR: &str = "M101";

/// The address of the project staff, who also answer questions.
pub const COORDINATOR: &str = "koordinator@brobyg.example";

/// Who works with them, and is away this week.
const COLLEAGUE: &str = "kollega@brobyg.example";

/// Who can sign in.
pub struct People {
    /// Kind of user and address.
    pub shown: Vec<(&'static str, String)>,
    pub staff: Viewer,
    /// Who is away this week.
    pub colleague: Viewer,
    pub mentor: Viewer,
}

/// Makes the sign-ins.
pub async fn invite(app: &App) -> anyhow::Result<People> {
    let hash = account::hash_password(PASSWORD).await?;
    let tx = app.db.begin().await?;
    let partner = partners::Entity::find().filter(partners::Column::Name.eq(PARTNER)).one(&tx).await?;
    let partner = partner.context("The demo's partner is missing")?;
    let mentor = mentors::Entity::find().filter(mentors::Column::Reference.eq(MENTOR)).one(&tx).await?;
    let mentor = mentor.context("The demo's mentor is missing")?;
    let now = app.clock.now();
    let user = |name: &str, email: &str, role: Role, partner_id| users::ActiveModel {
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
    let called =
        |person: users::ActiveModel, phone: &str| users::ActiveModel { phone: Set(Some(phone.to_owned())), ..person };
    user("Rikke Rådgiver", REFERRER, Role::Referrer, Some(partner.id)).insert(&tx).await?;
    let mentor_user = user(&mentor.name, &mentor.email, Role::Mentor, None).insert(&tx).await?;
    let staff = called(user("Karen Koordinator", COORDINATOR, Role::Staff, None), "+4560000011").insert(&tx).await?;
    let colleague = called(user("Bent Brobygger", COLLEAGUE, Role::Staff, None), "+4560000012").insert(&tx).await?;
    user("Anders Administrator", "administrator@brobyg.example", Role::Administrator, None).insert(&tx).await?;
    let linked = mentors::ActiveModel { id: Set(mentor.id), user_id: Set(Some(mentor_user.id)), ..Default::default() };
    linked.update(&tx).await?;
    tx.commit().await?;
    Ok(People {
        shown: vec![
            ("housing social worker", REFERRER.to_owned()),
            ("mentor", mentor.email),
            ("project staff", staff.email.clone()),
            ("project staff, away", colleague.email.clone()),
            ("administrator", "administrator@brobyg.example".to_owned()),
        ],
        staff: viewer(staff, None),
        colleague: viewer(colleague, None),
        mentor: viewer(mentor_user, Some(mentor.id)),
    })
}

fn viewer(user: User, mentor_id: Option<Uuid>) -> Viewer {
    Viewer { user_id: user.id, name: user.name, role: user.role, partner_id: None, mentor_id }
}
