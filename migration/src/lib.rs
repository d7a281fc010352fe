//! One file per change of the database; runs on SQLite and PostgreSQL and imports nothing of ours.

pub use sea_orm_migration::prelude::{MigratorTrait, SchemaManager};

use sea_orm_migration::prelude::*;

mod m0001_people;
mod m0002_mentors;
mod m0003_referrals;
mod m0004_matching;
mod m0005_courses;
mod m0006_surveys;
mod m0007_records;
mod m0008_enquiries;
mod m0009_planning;
mod m0010_reasons;
mod m0011_interest;
mod m0013_kept_forms;
mod m0014_steady;
mod m0015_consent_answers;
mod m0016_addresses;
mod m0017_security_events;
mod m0018_readings;
mod m0019_agreements;
mod m0020_search;
mod m0021_agreements_in_files;
mod m0022_noun_addresses;
mod m0023_draft_tabs;
mod m0024_logs_stay;
mod m0025_reach;
mod m0026_must_wishes;
mod m0027_plans;
mod m0028_log_seals;
mod m0029_messages;
mod m0030_planned_meetings;
mod m0031_duty;
mod m0032_jobs_by_the_clock;
mod m0033_contact_ways;
mod m0034_follow_ups;
mod m0035_status_updates;
mod m0036_mentor_support;
mod m0037_rhythm;
mod m0038_did_you_meet;
mod m0039_course_agreements;
mod m0040_today;
mod m0042_concerns;
mod m0043_notes;
mod m0044_preparation;
mod m0046_history;
mod m0047_attempts;
mod m0048_onward_plans;
mod m0049_year_letters;
mod m0050_digests;
mod m0051_link_drafts;
mod m0052_baseline;
mod m0053_stand_ins;
mod m0054_questionnaires;
mod m0055_answers_by_machine;
mod m0056_waves;
mod m0059_question_switch;
mod m0060_interviews;
mod m0061_what_counts;
mod m0062_told_and_held;
mod m0064_follow_ups_not_reached;
mod m0068_search_texts;
mod m0069_course_order;
mod m0070_interview_letters;
mod m0072_onward_plans_told_on;
mod m0073_who_found_ways_dead;
mod m0074_trigrams;
mod m0075_whose_link_read;
mod m0076_plan_order;
mod m0077_planned_by_links;
mod m0078_text_answers;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let mut all = until_0049();
        all.extend(from_0050());
        all
    }
}

fn until_0049() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m0001_people::Migration),
        Box::new(m0002_mentors::Migration),
        Box::new(m0003_referrals::Migration),
        Box::new(m0004_matching::Migration),
        Box::new(m0005_courses::Migration),
        Box::new(m0006_surveys::Migration),
        Box::new(m0007_records::Migration),
        Box::new(m0008_enquiries::Migration),
        Box::new(m0009_planning::Migration),
        Box::new(m0010_reasons::Migration),
        Box::new(m0011_interest::Migration),
        Box::new(m0013_kept_forms::Migration),
        Box::new(m0014_steady::Migration),
        Box::new(m0015_consent_answers::Migration),
        Box::new(m0016_addresses::Migration),
        Box::new(m0017_security_events::Migration),
        Box::new(m0018_readings::Migration),
        Box::new(m0019_agreements::Migration),
        Box::new(m0020_search::Migration),
        Box::new(m0021_agreements_in_files::Migration),
        Box::new(m0022_noun_addresses::Migration),
        Box::new(m0023_draft_tabs::Migration),
        Box::new(m0024_logs_stay::Migration),
        Box::new(m0025_reach::Migration),
        Box::new(m0026_must_wishes::Migration),
        Box::new(m0027_plans::Migration),
        Box::new(m0028_log_seals::Migration),
        Box::new(m0029_messages::Migration),
        Box::new(m0030_planned_meetings::Migration),
        Box::new(m0031_duty::Migration),
        Box::new(m0032_jobs_by_the_clock::Migration),
        Box::new(m0033_contact_ways::Migration),
        Box::new(m0034_follow_ups::Migration),
        Box::new(m0035_status_updates::Migration),
        Box::new(m0036_mentor_support::Migration),
        Box::new(m0037_rhythm::Migration),
        Box::new(m0038_did_you_meet::Migration),
        Box::new(m0039_course_agreements::Migration),
        Box::new(m0040_today::Migration),
        Box::new(m0042_concerns::Migration),
        Box::new(m0043_notes::Migration),
        Box::new(m0044_preparation::Migration),
        Box::new(m0046_history::Migration),
        Box::new(m0047_attempts::Migration),
        Box::new(m0048_onward_plans::Migration),
        Box::new(m0049_year_letters::Migration),
    ]
}

fn from_0050() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m0050_digests::Migration),
        Box::new(m0051_link_drafts::Migration),
        Box::new(m0052_baseline::Migration),
        Box::new(m0053_stand_ins::Migration),
        Box::new(m0054_questionnaires::Migration),
        Box::new(m0055_answers_by_machine::Migration),
        Box::new(m0056_waves::Migration),
        Box::new(m0059_question_switch::Migration),
        Box::new(m0060_interviews::Migration),
        Box::new(m0061_what_counts::Migration),
        Box::new(m0062_told_and_held::Migration),
        Box::new(m0064_follow_ups_not_reached::Migration),
        Box::new(m0068_search_texts::Migration),
        Box::new(m0069_course_order::Migration),
        Box::new(m0070_interview_letters::Migration),
        Box::new(m0072_onward_plans_told_on::Migration),
        Box::new(m0073_who_found_ways_dead::Migration),
        Box::new(m0074_trigrams::Migration),
        Box::new(m0075_whose_link_read::Migration),
        Box::new(m0076_plan_order::Migration),
        Box::new(m0077_planned_by_links::Migration),
        Box::new(m0078_text_answers::Migration),
    ]
}

/// A foreign key that refuses to orphan its rows.
fn reference(from: (&'static str, &'static str), to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{}_{}", from.0, from.1))
        .from(from.0, from.1)
        .to(to, "id")
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}

/// A plain index on one or more columns.
fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// Drops the tables of one change, the youngest first.
async fn drop_tables(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager.drop_table(Table::drop().table(*table).to_owned()).await?;
    }
    Ok(())
}
