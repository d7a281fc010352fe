//! The page with the words for firms.

use askama::Template;

use super::Row;
use crate::{page::Ctx, record::reveals_nobody, shortage::Letter};

/// The words for firms about one industry.
#[derive(Template)]
#[template(path = "shortage/recruit.html")]
pub struct RecruitPage {
    pub ctx: Ctx,
    pub industry: String,
    /// As the list of mentors takes it in its address.
    pub code: String,
    /// The filters of the radar, to come back to it.
    pub back: String,
    /// Nothing when nobody waits for the industry.
    pub found: Option<(Row, Letter)>,
}

reveals_nobody!(RecruitPage);
