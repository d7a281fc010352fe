//! The lines of a plan in their order, with what is counted of them.

use sea_orm_migration::prelude::*;

use crate::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_index(index("planned_pairs", &["meeting_id", "position", "mentor_id", "proposal_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = "ix_planned_pairs_meeting_id_position_mentor_id_proposal_id";
        manager.drop_index(Index::drop().name(name).table("planned_pairs").to_owned()).await
    }
}
