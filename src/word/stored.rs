//! The words of the database: their codes are those of their columns.

use std::borrow::Cow;

use entity::Stored;

use crate::word::Worded;

impl<E: Stored> Worded for E {
    const KEY: &'static str = <E as Stored>::KEY;

    fn all() -> impl Iterator<Item = Self> {
        E::iter()
    }

    fn code(self) -> Cow<'static, str> {
        self.to_value().into()
    }

    fn read(code: &str) -> Option<Self> {
        E::try_from_value(&code.to_owned()).ok()
    }
}
