//! A link that opens a mail in the reader's own mail program, written and not addressed.

/// The address of such a link. Lines end as mails want them.
pub fn mail_link(subject: &str, text: &str) -> String {
    format!("mailto:?subject={}&body={}", encoded(subject), encoded(&text.replace('\n', "\r\n")))
}

/// Everything but letters, digits and `-._~` as `%20`. Mail programs do not read a plus as a space, as forms write it.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
