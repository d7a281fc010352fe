//! Random tokens, their hashes, and the token that a form must bring back.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use rand::Rng;
use sea_orm::prelude::Uuid;
use sha2::{Digest, Sha256};

use super::spell;

/// The characters of a token.
pub const TOKEN_LENGTH: usize = 43;

/// 256 random bits as URL-safe text.
pub fn new_token() -> String {
    let mut bytes = [0u8; 32];
    rand::rng().fill_bytes(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What is stored of a token.
pub fn token_hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}

/// The bytes that bind a form token to a cookie; then follow, where it is made for somebody, those of the person and a proof.
const BOUND: usize = 32;
const PERSON: usize = 16;
const PROOF: usize = 16;

/// Makes and checks the token in forms: it belongs to one browser and to one sign-in of it, and names whose sign-in that is.
#[derive(Clone)]
pub struct CsrfKey(Vec<u8>);

impl CsrfKey {
    pub fn new(secret: &str) -> Self {
        Self(secret.as_bytes().to_vec())
    }

    /// The form token that belongs to the cookie of a browser, on a page that is made for this person or for a visitor.
    pub fn token(&self, cookie: &str, person: Option<Uuid>) -> String {
        let mut token = self.mac(cookie).finalize().into_bytes().to_vec();
        if let Some(person) = person {
            token.extend_from_slice(person.as_bytes());
            let proof = self.naming(&token).finalize().into_bytes();
            token.extend_from_slice(&proof[..PROOF]);
        }
        URL_SAFE_NO_PAD.encode(token)
    }

    /// Whether a form brought back the token of this cookie; takes the same time either way.
    pub fn is_token_of(&self, cookie: &str, token: &str) -> bool {
        let bound = |token: &[u8]| token.get(..BOUND).is_some_and(|bound| self.mac(cookie).verify_slice(bound).is_ok());
        URL_SAFE_NO_PAD.decode(token).is_ok_and(|token| bound(&token) && (token.len() == BOUND || self.names(&token)))
    }

    /// The person for whom the page of this token was made, also when the sign-in is over or another's by now.
    pub fn person_of(&self, token: &str) -> Option<Uuid> {
        let token = URL_SAFE_NO_PAD.decode(token).ok().filter(|token| self.names(token))?;
        Uuid::from_slice(&token[BOUND..BOUND + PERSON]).ok()
    }

    fn names(&self, token: &[u8]) -> bool {
        let (Some(named), Some(proof)) = (token.get(..BOUND + PERSON), token.get(BOUND + PERSON..)) else {
            return false;
        };
        proof.len() == PROOF && self.naming(named).verify_truncated_left(proof).is_ok()
    }

    fn naming(&self, named: &[u8]) -> Hmac<Sha256> {
        let mut mac = self.keyed("person:");
        mac.update(named);
        mac
    }

    /// A name for these texts that nobody can make or guess back without the key.
    pub fn name_of<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let mut mac = self.keyed("name:");
        for text in texts {
            // With their lengths, so that no other texts run together to the same.
            mac.update(&text.len().to_be_bytes());
            mac.update(text.as_bytes());
        }
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }

    /// 64 bits that only the platform can tell of a word.
    pub fn proof_of(&self, word: &str) -> u64 {
        let mut mac = self.keyed("proof:");
        mac.update(word.as_bytes());
        mac.finalize().into_bytes().iter().take(8).fold(0, |proof, byte| (proof << 8) | u64::from(*byte))
    }

    /// The token of the link that a message carries for a purpose: 256 bits that follow from the message, so that every
    /// copy has the same link and none has to be kept.
    pub fn link_token(&self, purpose: &str, message: Uuid) -> String {
        URL_SAFE_NO_PAD.encode(self.linking("link:", purpose, message))
    }

    /// The same for a link that is short, as 104 bits are enough for nobody to guess.
    pub fn short_link_token(&self, purpose: &str, message: Uuid) -> String {
        const SHORT: usize = 13;
        spell(&self.linking("short-link:", purpose, message)[..SHORT])
    }

    fn linking(&self, sort: &str, purpose: &str, message: Uuid) -> [u8; 32] {
        let mut mac = self.keyed(sort);
        mac.update(purpose.as_bytes());
        mac.update(message.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// Names a message and proves that whoever has it was sent that message.
    pub fn unsubscribe_token(&self, message: Uuid) -> String {
        let mut token = message.as_bytes().to_vec();
        let proof = self.unsubscribing(&token).finalize().into_bytes();
        token.extend_from_slice(&proof[..PROOF]);
        URL_SAFE_NO_PAD.encode(token)
    }

    /// The message of such a token.
    pub fn unsubscribed(&self, token: &str) -> Option<Uuid> {
        let token = URL_SAFE_NO_PAD.decode(token).ok().filter(|token| token.len() == PERSON + PROOF)?;
        let (message, proof) = token.split_at(PERSON);
        self.unsubscribing(message).verify_truncated_left(proof).ok()?;
        Uuid::from_slice(message).ok()
    }

    fn unsubscribing(&self, message: &[u8]) -> Hmac<Sha256> {
        let mut mac = self.keyed("unsubscribe:");
        mac.update(message);
        mac
    }

    /// Sixteen signs of a return address, 80 bits that nobody else can tell of a message.
    pub fn return_key(&self, message: Uuid) -> String {
        const SIGNS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        let mut mac = self.keyed("return:");
        mac.update(message.as_bytes());
        let proof = mac.finalize().into_bytes();
        let bits = proof.iter().take(10).fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
        (0..16).rev().map(|place| char::from(SIGNS[(bits >> (place * 5)) as usize % 32])).collect()
    }

    fn mac(&self, cookie: &str) -> Hmac<Sha256> {
        let mut mac = self.keyed("form:");
        mac.update(cookie.as_bytes());
        mac
    }

    fn keyed(&self, purpose: &str) -> Hmac<Sha256> {
        // HMAC takes a key of any length, so the fallback is never reached.
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).unwrap_or_else(|_| Hmac::new(&Default::default()));
        mac.update(purpose.as_bytes());
        mac
    }
}

/// The one form token that is right for a request.
#[derive(Clone)]
pub struct Expected {
    key: CsrfKey,
    cookie: String,
    person: Option<Uuid>,
}

impl Expected {
    pub fn new(key: CsrfKey, cookie: String, person: Option<Uuid>) -> Self {
        Self { key, cookie, person }
    }

    pub fn token(&self) -> String {
        self.key.token(&self.cookie, self.person)
    }

    pub fn is(&self, token: &str) -> bool {
        self.key.is_token_of(&self.cookie, token)
    }
}
