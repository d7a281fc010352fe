//! How long a text message is: which alphabet it needs, how many units, and how many messages it is sent as.

use std::fmt;

/// What a text is written in on its way to a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// The seven-bit alphabet of phones, GSM 03.38.
    SevenBit,
    /// Two bytes a sign: one sign that is not in the alphabet makes the whole text so.
    Ucs2,
}

impl Coding {
    /// Units of one message alone, and of each part where there are several.
    fn room(self) -> (usize, usize) {
        match self {
            Self::SevenBit => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }
}

/// What a text costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    pub coding: Coding,
    /// Seven-bit signs, or pairs of bytes.
    pub units: usize,
    /// Messages that it is sent and paid as.
    pub segments: usize,
}

/// The signs of one unit; the escape to the second table is none.
const ONE_UNIT: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                        ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Those of the second table, each behind an escape.
const TWO_UNITS: &str = "\u{c}^{}\\[~]|€";

/// The length of a text as it stands; [`super::plain`] makes it shorter first.
pub fn length(text: &str) -> Length {
    let seven_bit: Option<Vec<usize>> = text.chars().map(seven_bit_units).collect();
    let (coding, signs) = match seven_bit {
        Some(signs) => (Coding::SevenBit, signs),
        None => (Coding::Ucs2, text.chars().map(char::len_utf16).collect()),
    };
    let units = signs.iter().sum();
    let (alone, part) = coding.room();
    let segments = if units <= alone { 1 } else { parts(&signs, part) };
    Length { coding, units, segments }
}

/// The most messages that a text of ours is sent as, by its language: letters that are none of the alphabet of phones make a
/// text take twice the room.
pub fn most_segments(language: &str) -> usize {
    if matches!(language, "ar" | "fa" | "uk") { 3 } else { 2 }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let coding = match self.coding {
            Coding::SevenBit => "7-bit",
            Coding::Ucs2 => "UCS-2",
        };
        write!(f, "{coding}, units {}, messages {}", self.units, self.segments)
    }
}

/// Units of a sign in the alphabet of phones; none for what is not in it.
fn seven_bit_units(sign: char) -> Option<usize> {
    match sign {
        _ if ONE_UNIT.contains(sign) => Some(1),
        _ if TWO_UNITS.contains(sign) => Some(2),
        _ => None,
    }
}

/// A sign of two units never stands half in one part and half in the next, so that dividing would be one too few at times.
fn parts(signs: &[usize], room: usize) -> usize {
    let (mut parts, mut taken) = (1, 0);
    for units in signs {
        if taken + units > room {
            parts += 1;
            taken = 0;
        }
        taken += units;
    }
    parts
}
