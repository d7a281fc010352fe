//! What people without a sign-in have written.

use entity::{enquiries::AskerRelation, mentors::ContactPreference};
use sea_orm::prelude::Uuid;

use super::Stage;
use crate::enquiry::{self, Asker, NewEnquiry};

/// Three enquiries from the public page: from somebody, from a teacher, and in English.
pub async fn send(stage: &Stage<'_>) -> anyhow::Result<()> {
    let yusuf = yusuf();
    let sara = NewEnquiry {
        id: Uuid::now_v7(),
        asker: Some(Asker {
            name: "Tove Lind".into(),
            relation: AskerRelation::Teacher,
            phone: None,
            email: Some("tove@skole.example".into()),
        }),
        first_name: "Sara".into(),
        age: 16,
        phone: None,
        contact_preference: Some(ContactPreference::ThroughPartner),
        place: "8000".into(),
        wish: "drømmer om at arbejde med dyr".into(),
        guardian_later: true,
        ..yusuf.clone()
    };
    let blessing = NewEnquiry {
        id: Uuid::now_v7(),
        first_name: "Blessing".into(),
        age: 22,
        phone: Some("+4550200002".into()),
        place: "Vollsmose".into(),
        wish: "I want to become a nurse. I was a nursing student before we moved here, and I am still learning Danish."
            .into(),
        language: "en".into(),
        ..yusuf.clone()
    };
    for (days, new) in [(4, blessing), (1, yusuf), (0, sara)] {
        enquiry::send(&stage.app.db, stage.calendar.days_ago(days), new, "demo").await?;
    }
    Ok(())
}

fn yusuf() -> NewEnquiry {
    NewEnquiry {
        id: Uuid::now_v7(),
        asker: None,
        first_name: "Yusuf".into(),
        age: 18,
        phone: Some("+4550200001".into()),
        email: None,
        contact_preference: Some(ContactPreference::Sms),
        place: "8220".into(),
        wish: "vil gerne være mekaniker, men ved ikke, hvordan man får en læreplads".into(),
        guardian_name: None,
        guardian_phone: None,
        guardian_later: false,
        language: "da".into(),
        partner_id: None,
    }
}
