//! The absences of one of staff, as two pages show them.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::forms::AbsenceForm;
use crate::{
    duty::{self, Away},
    word::Choice,
};

pub struct Absences {
    pub form: AbsenceForm,
    /// Those that hold or come.
    pub coming: Vec<Away>,
    /// Who can step in.
    pub colleagues: Vec<Choice>,
    /// Where a new one is posted to.
    pub path: String,
}

impl Absences {
    pub async fn of(db: &impl ConnectionTrait, user: Uuid, today: NaiveDate, path: String) -> Result<Self, DbErr> {
        let coming = duty::coming(db, user, today).await?;
        let colleagues = duty::colleagues(db, Some(user)).await?;
        Ok(Self { form: AbsenceForm::default(), coming, colleagues, path })
    }
}
