//! The coordinator's first page: what needs them today.

use poem::{Response, handler, web::Data};

use super::{
    pages::{Kind, TodayPage},
    queries::{self, SHOWN},
};
use crate::{
    account::Staff,
    app::App,
    enquiry,
    error::AppResult,
    referral::State,
    survey,
    web::{self, Ctx},
};

#[handler]
pub async fn today(Data(app): Data<&App>, _: Staff, ctx: Ctx) -> AppResult<Response> {
    let (db, day, tr) = (&app.db, app.clock.today(), ctx.tr);
    let undecided = queries::referrals(db, State::AwaitingAnswer).await?;
    let waiting = queries::referrals(db, State::Waiting).await?;
    let proposals = queries::proposals(db).await?;
    let courses = queries::courses(db, &app.config.rules, day).await?;
    let surveys = survey::due(db, day, SHOWN as u64 + 1).await?;
    let enquiries = enquiry::waiting(db, SHOWN as u64 + 1).await?;
    let kinds = [
        Kind::of_enquiries(tr, enquiries),
        Kind::new(tr, "today-undecided", "/referrals", "/referrals?state=awaiting-answer", undecided),
        Kind::new(tr, "today-waiting", "/referrals", "/referrals?state=waiting", waiting),
        Kind::new(tr, "today-proposals", "/proposals", "/referrals?state=proposed", proposals),
        Kind::new(tr, "today-courses", "/courses", "/courses", courses),
        Kind::of_surveys(tr, surveys),
    ];
    web::page(&TodayPage { date: tr.date(&day), kinds: kinds.into_iter().flatten().collect(), ctx })
}
