//! A little life: a proposal waits for the demo's mentor, another one for somebody else, and two people have written.

use entity::{Referral, enquiries::AskerRelation, mentors::ContactPreference, proposals::ProposalMethod, seats};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, prelude::Uuid,
};

use super::people::People;
use crate::{
    app::App,
    enquiry::{self, Asker, NewEnquiry},
    matching::{self, NewProposal, Wanted, suggest},
    mentor, referral,
};

/// Proposes mentors to the first two who wait.
pub async fn begin(app: &App, people: &People) -> anyhow::Result<()> {
    make_room(app, people.mentor_id).await?;
    let waiting = referral::waiting().all(&app.db).await?;
    let mut waiting = waiting.iter();
    if let Some(first) = waiting.next() {
        propose(app, people, first, people.mentor_id).await?;
    }
    if let Some(second) = waiting.next() {
        let wanted = Wanted::of_referral(&app.db, &app.config.rules, second).await?;
        let found = suggest(&app.db, &app.search, app.clock.today(), &wanted).await?;
        let other = found.fits.iter().map(|fit| fit.mentor.mentor.id).find(|id| *id != people.mentor_id);
        if let Some(best) = other {
            propose(app, people, second, best).await?;
        }
    }
    ask(app).await
}

/// Two enquiries from the public page.
async fn ask(app: &App) -> anyhow::Result<()> {
    let yusuf = NewEnquiry {
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
    };
    let tove = Asker {
        name: "Tove Lind".into(),
        relation: AskerRelation::Teacher,
        phone: None,
        email: Some("tove@skole.example".into()),
    };
    let sara = NewEnquiry {
        id: Uuid::now_v7(),
        asker: Some(tove),
        first_name: "Sara".into(),
        age: 16,
        phone: None,
        contact_preference: Some(ContactPreference::ThroughPartner),
        place: "8000".into(),
        wish: "drømmer om at arbejde med dyr".into(),
        guardian_later: true,
        ..yusuf.clone()
    };
    for new in [yusuf, sara] {
        enquiry::send(&app.db, app.clock.now(), new, "demo").await?;
    }
    Ok(())
}

/// The demo's mentor can take one more.
async fn make_room(app: &App, mentor_id: Uuid) -> anyhow::Result<()> {
    let tx = app.db.begin().await?;
    let offered = offered(&tx, mentor_id).await?;
    let seat = seats::ActiveModel { mentor_id: Set(mentor_id), number: Set(offered + 1) };
    seats::Entity::insert(seat).exec_without_returning(&tx).await?;
    mentor::changed(&tx, mentor_id).await?;
    tx.commit().await?;
    Ok(())
}

async fn offered(tx: &impl ConnectionTrait, mentor_id: Uuid) -> anyhow::Result<i32> {
    let own = seats::Entity::find().filter(seats::Column::MentorId.eq(mentor_id));
    Ok(i32::try_from(own.count(tx).await?)?)
}

async fn propose(app: &App, people: &People, referral: &Referral, mentor_id: Uuid) -> anyhow::Result<()> {
    let new = NewProposal {
        referral_id: referral.id,
        mentor_id,
        method: ProposalMethod::Suggested,
        facts: serde_json::json!({}),
    };
    matching::propose(&app.db, app.clock.now(), &app.config.rules, &people.staff, new).await?;
    Ok(())
}
