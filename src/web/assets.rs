//! Files that the pages need.
