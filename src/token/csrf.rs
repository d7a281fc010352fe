//! Random tokens, their hashes, and the token that a form must bring back.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use rand::Rng;
use sha2::{Digest, Sha256};

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

/// Makes and checks the token in forms: it belongs to one browser, and to one sign-in of it.
#[derive(Clone)]
pub struct CsrfKey(Vec<u8>);

impl CsrfKey {
    pub fn new(secret: &str) -> Self {
        Self(secret.as_bytes().to_vec())
    }

    /// The form token that belongs to the cookie of a browser.
    pub fn token(&self, cookie: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(cookie).finalize().into_bytes())
    }

    /// Whether a form brought back the token of this cookie; takes the same time either way.
    pub fn is_token_of(&self, cookie: &str, token: &str) -> bool {
        URL_SAFE_NO_PAD.decode(token).is_ok_and(|token| self.mac(cookie).verify_slice(&token).is_ok())
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
}

impl Expected {
    pub fn new(key: CsrfKey, cookie: String) -> Self {
        Self { key, cookie }
    }

    pub fn token(&self) -> String {
        self.key.token(&self.cookie)
    }

    pub fn is(&self, token: &str) -> bool {
        self.key.is_token_of(&self.cookie, token)
    }
}
