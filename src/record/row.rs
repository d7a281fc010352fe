//! What a form fills in of a row, listed once: its columns, the names of those that changed, and what a page says of it.

use chrono::NaiveDate;

use crate::language::Tr;

/// What `row!` writes of each list.
pub trait Row: Sized {
    type Model;
    type Columns;

    /// As it is kept; what lies beside the row is empty.
    fn of(kept: Self::Model) -> Self;

    fn columns(&self) -> Self::Columns;

    /// The names of the columns that differ from those of a row, for the change log.
    fn changed(&self, kept: &Self::Model) -> Vec<&'static str>;

    /// Each field that says something, in words.
    fn said(&self, tr: Tr, today: NaiveDate) -> Vec<(&'static str, String)>;
}

/// For a field that no page says, or says in a place of its own.
pub fn unsaid<T>(_: Tr, _: NaiveDate, _: &T) -> Option<String> {
    None
}

/// Lists the fields of a row in groups: `columns` are written and named when they change, under their own name or another
/// one; those that `follow` from another column are only written; and what lies `beside` is written elsewhere. Either all
/// tell how they are said, `=> words`, by a function of the reader's language, the day and the value; or none is.
macro_rules! row {
    ($(#[$about:meta])* $seen:vis struct $list:ident of $table:ident {
        $($group:ident {
            $($(#[$note:meta])* $field:ident $(as $name:literal)?: $value:ty),+ $(,)?
        })+
    }) => {
        $crate::record::row! {
            $(#[$about])* $seen struct $list of $table {
                $($group { $($(#[$note])* $field $(as $name)?: $value => $crate::record::unsaid),+ })+
            }
        }
    };
    ($(#[$about:meta])* $seen:vis struct $list:ident of $table:ident {
        $($group:ident {
            $($(#[$note:meta])* $field:ident $(as $name:literal)?: $value:ty => $words:path),+ $(,)?
        })+
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        $seen struct $list { $($($(#[$note])* pub $field: $value,)+)+ }

        impl $crate::record::Row for $list {
            type Model = entity::$table::Model;
            type Columns = entity::$table::ActiveModel;

            fn of(kept: Self::Model) -> Self {
                Self { $($($field: $crate::record::row!(@of $group, kept.$field),)+)+ }
            }

            fn columns(&self) -> Self::Columns {
                let mut row = <Self::Columns as Default>::default();
                $($($crate::record::row!(@write $group, row.$field, self.$field);)+)+
                row
            }

            fn changed(&self, kept: &Self::Model) -> Vec<&'static str> {
                let mut changed = Vec::new();
                $($($crate::record::row!(@compare $group, kept.$field, self.$field, changed, $field $($name)?);)+)+
                changed
            }

            fn said(&self, tr: $crate::language::Tr, today: chrono::NaiveDate) -> Vec<(&'static str, String)> {
                let all = [$($((stringify!($field), $words(tr, today, &self.$field)),)+)+];
                let said = all.into_iter().filter_map(|(field, words)| Some((field, words?)));
                said.filter(|(_, words)| !words.is_empty()).collect()
            }
        }
    };
    (@of beside, $kept:expr) => { Default::default() };
    (@of $group:ident, $kept:expr) => { $kept };
    (@write beside, $column:expr, $value:expr) => {};
    (@write $group:ident, $column:expr, $value:expr) => { $column = sea_orm::ActiveValue::Set($value.clone()) };
    (@compare columns, $kept:expr, $value:expr, $changed:ident, $field:ident $($name:literal)?) => {
        if $kept != $value {
            $changed.push($crate::record::row!(@name $field $($name)?));
        }
    };
    (@compare $group:ident, $kept:expr, $value:expr, $changed:ident, $field:ident $($name:literal)?) => {};
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
}
pub(crate) use row;
