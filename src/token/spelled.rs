//! Bits as text that survives being read off a small screen, read aloud, and typed again.

/// Digits and small letters without those that look like another: `i`, `l`, `o`, `u`.
const SIGNS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Signs of the token of a short link.
pub const SHORT_TOKEN: usize = 21;

/// Five bits a sign; the last sign is filled with noughts.
pub fn spell(bytes: &[u8]) -> String {
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| (byte >> (7 - at % 8)) & 1);
    let sign = |at: usize| (0..5).fold(0, |bits, next| (bits << 1) | bit(at * 5 + next));
    (0..(bytes.len() * 8).div_ceil(5)).map(|at| char::from(SIGNS[usize::from(sign(at))])).collect()
}

/// The bytes of what was spelled, also in capitals and with an `O` for a nought. Nothing where a sign is none of ours.
pub fn read_spelled(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0u16, 0);
    for sign in text.bytes() {
        bits = (bits << 5) | value(sign)?;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

fn value(sign: u8) -> Option<u16> {
    let sign = match sign.to_ascii_lowercase() {
        b'o' => b'0',
        b'i' | b'l' => b'1',
        other => other,
    };
    SIGNS.iter().position(|known| *known == sign).and_then(|at| u16::try_from(at).ok())
}
