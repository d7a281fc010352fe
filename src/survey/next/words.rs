//! The next step in words.

use chrono::NaiveDate;
use entity::ContactWay;

use super::{Line, Next, Routes, Step};
use crate::{form::typed::readable_phone, language::Tr, word::Worded};

/// The step with its day and whom to ring: `number` is the young person's own, `others` are those who pass a word on.
pub(in crate::survey) fn told(
    (tr, today): (Tr, NaiveDate),
    next: &Next,
    (routes, number): (&Routes, &str),
    others: &[ContactWay],
) -> String {
    let day = if next.on == today { tr.t("survey-next-today") } else { tr.short_date(&next.on) };
    let say = |key: &str, more: [(&'static str, String); 2]| {
        let [one, other] = more.map(|(name, value)| (name, value.into()));
        tr.with(key, [("day", day.clone().into()), one, other])
    };
    let number = readable_phone(number);
    match next.step {
        Step::Call(slot) => {
            let key = if routes.phone == Some(Line::Dead) { "survey-next-call-dead" } else { "survey-next-call" };
            say(key, [("slot", slot.label_as(tr, "survey-in-slot")), ("number", number)])
        }
        Step::CallBack(None) => say("survey-next-call-back", [("number", number), ("hour", String::new())]),
        Step::CallBack(Some(at)) => {
            say("survey-next-call-back-at", [("number", number), ("hour", at.format("%H.%M").to_string())])
        }
        Step::SecondRoute => {
            let first = others.first().map(|way| (way.name.clone(), readable_phone(&way.value)));
            let (name, number) = first.unwrap_or_default();
            let key = if number.is_empty() { "survey-next-second-route-in-person" } else { "survey-next-second-route" };
            say(key, [("name", name), ("number", number)])
        }
        Step::Wait => tr.t1("survey-next-wait", "day", day),
        Step::GiveUp => tr.t1("survey-next-give-up", "day", day),
    }
}
