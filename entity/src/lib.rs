//! One file per table, plural like the table, with its named filters; no rules.
