//! Single-purpose links sent to somebody; only a hash of the token is kept.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What a single-purpose link may be used for; its subject is the id of what it is about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(32))")]
#[serde(rename_all = "snake_case")]
pub enum LinkPurpose {
    #[sea_orm(string_value = "first_administrator")]
    FirstAdministrator,
    #[sea_orm(string_value = "invitation")]
    Invitation,
    #[sea_orm(string_value = "password_reset")]
    PasswordReset,
    #[sea_orm(string_value = "confirm_mentor_email")]
    ConfirmMentorEmail,
    #[sea_orm(string_value = "mentee_answer")]
    MenteeAnswer,
    /// A proposal, for the mentor to answer; about the proposal. It ends when that is answered.
    #[sea_orm(string_value = "proposal")]
    Proposal,
    /// Whether a mentor is still wanted; about a referral.
    #[sea_orm(string_value = "interest")]
    Interest,
    /// Who the mentor is; about a course, read as often as the young person likes.
    #[sea_orm(string_value = "my_mentor")]
    MyMentor,
    /// The mentor's own page of a course, where a meeting is written down at any time.
    #[sea_orm(string_value = "my_course")]
    MyCourse,
    /// The same page for whoever stands in; about their period.
    #[sea_orm(string_value = "my_course_stand_in")]
    MyCourseStandIn,
    #[sea_orm(string_value = "survey")]
    Survey,
    /// Whether messages still reach a young person; about the survey that is to come.
    #[sea_orm(string_value = "quiet_test")]
    QuietTest,
    /// Opens the public enquiry in the name of a partner; used as often as the partner's colleagues like.
    #[sea_orm(string_value = "partner_enquiry")]
    PartnerEnquiry,
    /// Shows the young person what is agreed; about a planned meeting. It spends nothing.
    #[sea_orm(string_value = "planned_meeting")]
    PlannedMeeting,
    /// Whether the two have met, asked of the mentor; about a question.
    #[sea_orm(string_value = "met_mentor")]
    MetMentor,
    /// The same, asked of whoever stands in for the mentor.
    #[sea_orm(string_value = "met_stand_in")]
    MetStandIn,
    /// The same, asked of the young person.
    #[sea_orm(string_value = "met_mentee")]
    MetMentee,
    /// Whether a young person who fell silent is still there; about a step.
    #[sea_orm(string_value = "silence_mentee")]
    SilenceMentee,
    /// Whether whoever referred can reach them; about a step.
    #[sea_orm(string_value = "silence_referrer")]
    SilenceReferrer,
    /// What the two have agreed, for the mentor to confirm; about a version. It goes on showing it.
    #[sea_orm(string_value = "agreement_mentor")]
    AgreementMentor,
    /// The same for the young person, who has their copy by it.
    #[sea_orm(string_value = "agreement_mentee")]
    AgreementMentee,
    /// How a course is stepped down and what comes after, asked of the mentor; about the course.
    #[sea_orm(string_value = "onward")]
    Onward,
    /// How a course went, asked of the young person once it is over; about a questionnaire. It opens as often as they like, until
    /// that closes.
    #[sea_orm(string_value = "questionnaire_mentee")]
    QuestionnaireMentee,
    /// The same, asked of the mentor.
    #[sea_orm(string_value = "questionnaire_mentor")]
    QuestionnaireMentor,
    /// The same, asked of whoever referred.
    #[sea_orm(string_value = "questionnaire_referrer")]
    QuestionnaireReferrer,
    /// Whether somebody who was drawn may be interviewed; about an interviewee.
    #[sea_orm(string_value = "interview")]
    Interview,
    /// What a mentor asked and was answered; about what they asked. It goes on showing it.
    #[sea_orm(string_value = "advice")]
    Advice,
    /// What a mentor course is and is not; about a referral, read as often as the young person likes.
    #[sea_orm(string_value = "preparation")]
    Preparation,
    /// The meetings of somebody who signs in, for their calendar; read as often as it likes.
    #[sea_orm(string_value = "calendar_feed")]
    CalendarFeed,
}

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "links")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub purpose: LinkPurpose,
    pub subject_id: Uuid,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
    /// The message that carries it; nothing for one that was handed on by hand.
    pub message_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
