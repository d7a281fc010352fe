//! Secrets that stand in an address.

use sha2::{Digest, Sha256};

/// Whether two texts are the same, in a time that says nothing of how much of them is. No empty text is a secret.
pub fn is_secret_of(secret: &str, said: &str) -> bool {
    let [secret_sum, said_sum] = [secret, said].map(|text| Sha256::digest(text.as_bytes()));
    let difference = secret_sum.iter().zip(said_sum.iter()).fold(0, |so_far, (one, other)| so_far | (one ^ other));
    !secret.is_empty() && difference == 0
}
