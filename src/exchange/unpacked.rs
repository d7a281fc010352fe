//! What a workbook unpacks to, looked at before anybody reads it. The parts go by in small pieces; nothing is kept.

use std::io::{Cursor, Read};

use zip::{ZipArchive, read::ZipFile, result::ZipError};

use super::limits::{ELEMENTS, PARTS, UNPACKED_BYTES, mib};

/// The mark before each entry in the list of parts.
const ENTRY: &[u8] = b"PK\x01\x02";
/// Says how many shared texts follow; who reads them makes room for so many at once.
const COUNT: &[u8] = b"uniqueCount";
/// A count, with all that may stand around it.
const COUNT_ENDS_WITHIN: usize = 64;

/// Refuses a workbook that is small only as long as it is packed. The error is the rest of a sentence.
pub fn check(bytes: &[u8]) -> Result<(), String> {
    if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count() > PARTS {
        return Err(format!("consists of more than {PARTS} parts; {SAVE_AGAIN}"));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(not_one)?;
    let (mut left, mut elements) = (UNPACKED_BYTES, 0);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(not_one)?;
        // What a part says of its size may be wrong, so it is counted as well.
        if part.size() > left {
            return Err(too_much());
        }
        let went_by = go_by(part, left)?;
        left = left.checked_sub(went_by.bytes).ok_or_else(too_much)?;
        elements += went_by.elements;
        if elements > ELEMENTS {
            return Err(format!("holds more than {ELEMENTS} texts and formats beside its cells; {SAVE_AGAIN}"));
        }
    }
    Ok(())
}

const SAVE_AGAIN: &str = "save it again with a spreadsheet program, or split it";

/// What was seen of a part, or of a few bytes more than are left.
#[derive(Default)]
struct WentBy {
    bytes: u64,
    /// How many elements begin, in a part that is kept whole by whoever reads it. A sheet is read cell by cell.
    elements: usize,
}

fn go_by<R: Read>(part: ZipFile<'_, R>, left: u64) -> Result<WentBy, String> {
    let is_kept = !part.name().is_ok_and(|name| is_sheet(&name));
    let (mut part, mut seen, mut kept) = (part.take(left + 1), WentBy::default(), Vec::new());
    loop {
        let mut piece = [0; 16 * 1024];
        let read = part.read(&mut piece).map_err(|error| format!("is damaged: {error}"))?;
        seen.bytes += read as u64;
        if is_kept {
            kept.extend_from_slice(&piece[..read]);
            seen.elements += count_elements(&mut kept, read == 0)?;
        }
        if read == 0 || seen.elements > ELEMENTS {
            return Ok(seen);
        }
    }
}

/// Whether a part can be nothing but a sheet, wherever a workbook puts its parts.
fn is_sheet(name: &str) -> bool {
    let name = name.to_lowercase();
    let others = ["sharedstrings.xml", "styles.xml", "workbook.xml", ".rels"];
    name.contains("worksheets/") && !others.iter().any(|other| name.ends_with(other))
}

/// How many elements begin in what has come. What may go on in the next piece is kept.
fn count_elements(kept: &mut Vec<u8>, is_last: bool) -> Result<usize, String> {
    let whole = if is_last { kept.len() } else { kept.len().saturating_sub(COUNT_ENDS_WITHIN) };
    let mut elements = 0;
    for (start, byte) in kept[..whole].iter().enumerate() {
        elements += usize::from(*byte == b'<');
        if *byte == COUNT[0] && kept[start..].starts_with(COUNT) && !is_small_count(&kept[start + COUNT.len()..]) {
            return Err(format!("announces more texts than it may hold; {SAVE_AGAIN}"));
        }
    }
    kept.drain(..whole);
    Ok(elements)
}

/// Whether `="123"` follows, and the number is one that we take.
fn is_small_count(rest: &[u8]) -> bool {
    let rest = &rest[..rest.len().min(COUNT_ENDS_WITHIN - COUNT.len())];
    let value = rest.trim_ascii_start().strip_prefix(b"=").map(<[u8]>::trim_ascii_start);
    let digits = value.and_then(|value| value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")));
    let digits = digits.and_then(|digits| digits.split(|sign| matches!(sign, b'"' | b'\'')).next());
    let number = digits.and_then(|digits| str::from_utf8(digits).ok()?.parse::<usize>().ok());
    number.is_some_and(|number| number <= ELEMENTS)
}

fn not_one(error: ZipError) -> String {
    format!("is not an XLSX workbook: {error}")
}

fn too_much() -> String {
    format!("unpacks to more than {}; split it", mib(UNPACKED_BYTES))
}
