//! The return address of a letter: what cannot be delivered comes back to it, and it says which letter it was.
//!
//! `b+` and sixteen signs that the platform makes of the letter with its key: whoever gets one letter learns nothing with
//! which to speak of another, and a made-up one is no letter's.

/// Signs that 80 bits are spelled with.
const KEY: usize = 16;

/// The return key in an address, if it is one of ours. Mail servers write it in capitals at times.
pub(super) fn return_key(address: &str) -> Option<String> {
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local).to_lowercase();
    let key = local.strip_prefix("b+").filter(|key| key.len() == KEY)?;
    key.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'2'..=b'7')).then(|| key.to_owned())
}
