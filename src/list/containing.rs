//! Looking for what somebody typed in the text of columns, in any script (docs/adr/0032).

use std::collections::HashMap;

use sea_orm::{
    Condition, IntoSimpleExpr,
    sea_query::{BinOper, Expr, ExprTrait, Func},
};

use unicode_normalization::UnicodeNormalization;

use super::signs::{RARE, is_unseen, pattern, plain, rare};

/// The most letters that are looked for.
const LONGEST: usize = 100;
/// The most words that are looked for by themselves.
const MOST_WORDS: usize = 8;
/// The most places in which what was typed may be spelled both ways.
const MOST_SPELLED: usize = 3;
/// One letter and two for it.
const SPELLED: [(char, &str); 4] = [('æ', "ae"), ('ø', "oe"), ('å', "aa"), ('ß', "ss")];

/// Whether these columns contain each word of what was typed, whatever the case and the marks of its letters; nothing
/// when nothing was typed. What means "anything" to the database means itself.
pub fn containing<C: IntoSimpleExpr>(columns: impl IntoIterator<Item = C>, typed: &str) -> Option<Condition> {
    let columns = columns.into_iter().map(|column| {
        let text = Func::coalesce([column.into_simple_expr(), Expr::cust("''")]);
        Expr::from(text)
    });
    let parted = |text: Expr, next| text.binary(CONCAT, Expr::cust("'\u{1f}'")).binary(CONCAT, next);
    let text = columns.reduce(parted)?;
    let words = words(typed);
    let all = Condition::all();
    (!words.is_empty()).then(|| words.iter().fold(all, |all, word| all.add(holds(&text, word))))
}

const CONCAT: BinOper = BinOper::Custom("||");

/// Whether a text holds a word; one with rare signs also when these are left out or written as others are.
fn holds(text: &Expr, word: &str) -> Condition {
    let patterns: Vec<String> = spellings(word).iter().map(|spelled| pattern(spelled)).collect();
    let any = |text: &Expr| patterns.iter().fold(Condition::any(), |any, pattern| any.add(glob(pattern, text)));
    let rare = rare(word);
    if rare.is_empty() {
        return any(text);
    }
    let plain = rare.iter().fold(text.clone(), |text, (sign, written)| {
        Func::cust("replace").args([text, Expr::val(sign.to_string()), Expr::val(*written)]).into()
    });
    any(text).add(Condition::all().add(glob(RARE, text)).add(any(&plain)))
}

/// SQLite has this function; a migration gives it to PostgreSQL.
fn glob(pattern: &str, text: &Expr) -> Expr {
    Func::cust("glob").args([Expr::val(pattern), text.clone()]).into()
}

/// The same of a text that is in memory.
pub fn contains(text: &str, typed: &str) -> bool {
    let spelled = |text: &str| {
        let plain: String = written(text).chars().map(plain).collect();
        SPELLED.iter().fold(plain, |text, (one, two)| text.replace(two, &one.to_string()))
    };
    let text = spelled(text);
    words(typed).iter().all(|word| text.contains(&spelled(word)))
}

/// The words of what was typed, in small letters, each with its marks in one sign; those that are left over are left out.
fn words(typed: &str) -> Vec<String> {
    let seen: String = typed.nfc().filter(|sign| !is_unseen(*sign)).take(LONGEST).collect();
    let mut words: Vec<String> = seen.split_whitespace().map(written).filter(|word| !word.is_empty()).collect();
    if words.len() > MOST_WORDS {
        let rest = words.split_off(MOST_WORDS - 1);
        words.push(rest.join(" "));
    }
    words
}

/// In small letters, without rare signs.
fn written(text: &str) -> String {
    let small: String = text.nfc().flat_map(char::to_lowercase).collect();
    let rare: HashMap<char, &str> = rare(&small).into_iter().collect();
    let written = small.chars().map(|sign| rare.get(&sign).map_or(sign.to_string(), |written| (*written).to_owned()));
    written.collect()
}

/// What was typed, with æ and ae, ø and oe, å and aa in each place as the one and as the other.
fn spellings(typed: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let (mut rest, mut spelled) = (typed, 0);
    while let Some(letter) = rest.chars().next() {
        let both = SPELLED.iter().find(|(one, two)| plain(letter) == *one || rest.starts_with(two));
        match both.filter(|_| spelled < MOST_SPELLED) {
            Some((one, two)) => {
                let doubled = found.iter().map(|text| format!("{text}{two}")).collect::<Vec<_>>();
                found.iter_mut().for_each(|text| text.push(*one));
                found.extend(doubled);
                rest = rest.strip_prefix(two).or_else(|| rest.strip_prefix(letter)).unwrap_or_default();
                spelled += 1;
            }
            None => {
                found.iter_mut().for_each(|text| text.push(letter));
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    found
}
