//! Who is written to: by kind and id, so that no address waits in a queue.

use entity::messages::AddresseeKind;
use sea_orm::prelude::Uuid;

/// Somebody who is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addressee {
    pub kind: AddresseeKind,
    pub id: Uuid,
}

impl Addressee {
    pub fn user(id: Uuid) -> Self {
        Self { kind: AddresseeKind::User, id }
    }

    pub fn mentor(id: Uuid) -> Self {
        Self { kind: AddresseeKind::Mentor, id }
    }

    pub fn young_person(id: Uuid) -> Self {
        Self { kind: AddresseeKind::YoungPerson, id }
    }

    /// Somebody of a partner of whom only the address is known.
    pub fn partner(id: Uuid) -> Self {
        Self { kind: AddresseeKind::Partner, id }
    }
}
