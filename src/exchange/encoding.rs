//! From the bytes of a file to its text.

use std::borrow::Cow;

/// The text of a CSV file, without a byte order mark: UTF-8, or UTF-16 as Excel saves "Unicode text". The error is the
/// rest of a sentence about the whole file: what else it is encoded as cannot be known, and a guess spoils names.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, String> {
    if is_workbook(bytes) {
        return Err("is a workbook and no CSV file; save it as CSV UTF-8, or give it a name that ends in .xlsx".into());
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => utf_8(bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes)),
    }
}

/// A packed workbook, or one of the old kind.
fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&OLD_WORKBOOK)
}

/// How the workbooks of Excel begin that end in `.xls`, and those of any age that have a password.
pub const OLD_WORKBOOK: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'static, str>, String> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    match String::from_utf16(&units) {
        Ok(text) if odd.is_empty() => Ok(Cow::Owned(text)),
        _ => Err("begins as UTF-16 and is damaged; save it as CSV UTF-8".into()),
    }
}

fn utf_8(bytes: &[u8]) -> Result<Cow<'_, str>, String> {
    let error = match str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    let (before, rest) = bytes.split_at(error.valid_up_to());
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let byte = rest.first().copied().unwrap_or_default();
    let line = format!("holds the byte {byte:#04x} on line {line}");
    Err(format!("is not encoded as UTF-8 ({line}); save it as CSV UTF-8, as Excel calls it"))
}
