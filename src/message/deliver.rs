//! Composes and sends the messages that are due.
//!
//! Each is claimed, and before its first byte leaves that is committed. So a message that nobody had begun to hand over is
//! sent again after a crash, and one that was being handed over is known to be one that may have arrived.

use std::time::Duration;

use entity::Message as Row;
use sea_orm::DbErr;
use tokio::{task::JoinSet, time::timeout};

use super::{Desk, MessageKind, Post, attempt::attempt, claim::claim, settle::settle};

/// Messages sent at the same time.
const AT_ONCE: usize = 4;
/// How often it is looked for what has come while something is on its way.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// Messages sent before the job ends its turn, so that the platform can stop.
const A_TURN: usize = 200;

/// Sends what is due now, four at a time, and returns how many messages it took up. Safe to run anywhere at any time.
pub async fn deliver_due(desk: &Desk, post: &Post, kinds: &'static [&'static [MessageKind]]) -> Result<usize, DbErr> {
    let (mut taken, mut sending) = (0, JoinSet::new());
    loop {
        if taken < A_TURN && sending.len() < AT_ONCE {
            let claimed = claim(desk, post.lease(), AT_ONCE - sending.len()).await?;
            taken += claimed.len();
            for row in claimed {
                sending.spawn(deliver(desk.clone(), post.clone(), kinds, row));
            }
        }
        match timeout(LOOK_AGAIN, sending.join_next()).await {
            // A composer that panicked leaves its claim to run out.
            Ok(Some(done)) => done.unwrap_or(Ok(()))?,
            Ok(None) => return Ok(taken),
            // Whatever a slow server is thinking about holds up nothing that has come meanwhile.
            Err(_) => {}
        }
    }
}

async fn deliver(desk: Desk, post: Post, kinds: &'static [&'static [MessageKind]], row: Row) -> Result<(), DbErr> {
    let kind = kinds.iter().copied().flatten().find(|kind| kind.name == row.kind);
    let tried = attempt(&desk, &post, kind, &row).await?;
    settle(&desk, kind, &row, tried).await
}
