//! Which passwords are taken.

use brobyg::account::{PasswordError, check_password as check};

const OWN: [&str; 2] = ["karla.ostergaard@people.example", "Karla Østergaard"];

#[test]
fn common_passwords_are_refused_however_long_they_are_made() {
    for common in [
        "passwordpassword",
        "Password12345678",
        "P4ssw0rd!P4ssw0rd!",
        "123456789012345",
        "qwertyuiopasdfgh",
        "1q2w3e4r5t6y7u8i9o",
        "aaaaaaaaaaaaaaaaaaaa",
        "abababababababab",
        "iloveyouiloveyou",
        "Sommer2026Sommer2026",
        "adgangskode12345",
        "Adgangskode!2026",
        "hemmelighed1234",
        "kodeordkodeord1",
        "brobygbrobyg2026",
        "københavn202612",
        "jegelskerdig1234",
        "karlaøstergaard1",
        "Østergaard.Karla1",
        "karla.ostergaard@people.example",
        "Sommer2026 sommer2026",
        "Karla Karla Karla Karla",
        "karla-østergaard-2026-brobyg",
        "Brobyg! Karla! 2026!",
        "hest hest hest hest hest",
    ] {
        assert_eq!(check(common, &OWN), Err(PasswordError::TooCommon), "{common}");
    }
}

#[test]
fn keys_that_lie_beside_each_other_are_refused_in_whatever_pattern() {
    for walk in [
        "1q2w3e4r5t6y7u8i9o0p",
        "1qaz2wsx3edc4rfv",
        "1QAZ2wsx#EDC4rfv",
        "zaq12wsxcde34rfv",
        "zaq1xsw2cde3vfr4",
        "!QAZxsw2#EDCvfr4",
        "4rfv3edc2wsx1qaz",
        "0okm9ijn8uhb7ygv",
        "1a2s3d4f5g6h7j8k",
        "qpwoeirutyalskdj",
        "qawsedrftgyhujik",
        "poiuytrewqlkjhgfdsa",
        "åpoiuytrewqøælk",
        "asdfghjklæøåpoiu",
        "øælkjhgfdsa<zxcv",
        "½1234567890+´qw",
        "zxcvbnm,.-øælkj",
        "ZXCVBNM;:_ÆLKJH",
        "!\"#¤%&/()=?`QWER",
        "!@#$%^&*()_+QWER",
        "qazwsxedcrfvtgbyhn",
        "qweasdzxcqweasdzxc",
        "qwe123qwe123qwe123",
        "asd asd asd asd asd",
        "q w e r t y u i o p",
        "741852963741852963",
        "159753159753159753",
        "fghjfghjfghjfghj",
        "hest1q2w3e4r5t6y7u",
        "Sommer2026zaqxswcde",
        "1q2w3e4r5t6y7ukarla",
    ] {
        assert_eq!(check(walk, &OWN), Err(PasswordError::TooCommon), "{walk}");
    }
}

#[test]
fn four_words_and_any_characters_will_do() {
    for good in [
        "fire heste på en bakke",
        "grøn cykel mod vest",
        "deres redere tror det",
        "mormors blå kaffekande",
        "syv ænder over åen",
        "lampe tiger sky nøgle",
        "hestekastanjebuffetvogn",
        "vi spiser sent hver dag",
        "to unge bygger bro",
        "correct horse battery staple",
        "det regner igen i dag",
        "qvxj wplt mzkd rbnh",
        "عشرة خيول على التل",
        "🐴🐴🐴 på 🏔️ ved søen",
        &"a long sentence of many words ".repeat(8),
    ] {
        assert_eq!(check(good, &OWN), Ok(()), "{good}");
    }
}

#[test]
fn length_is_counted_in_characters() {
    assert_eq!(check("fjorten tegn æ", &OWN), Err(PasswordError::TooShort));
    assert_eq!(check(&"æ".repeat(257), &OWN), Err(PasswordError::TooLong));
}
