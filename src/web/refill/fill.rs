//! Writes a page with forms filled in.

use std::{cell::RefCell, collections::HashMap};

use lol_html::{
    RewriteStrSettings, element,
    errors::RewritingError,
    html_content::{ContentType, Element},
    rewrite_str,
};

use super::{
    Filling,
    seen::{Form, Kind, Owner, Place, STOPS, kind, name},
    written,
};

/// The id by which a link leads to the form.
pub(super) fn form_id(form: &Form, number: usize) -> String {
    form.id.clone().unwrap_or_else(|| format!("kept-{number}"))
}

/// The page with these forms filled in, and `told` at the beginning of `<main>`.
pub(super) fn fill(
    html: &str,
    forms: &[Form],
    taken: &[(usize, Filling)],
    stored: &str,
    told: &str,
) -> Result<String, RewritingError> {
    let place = Place::default();
    let hand = RefCell::new(Hand { forms, taken, stored, lines: HashMap::new() });
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!(STOPS, |element: &mut Element| {
            match element.tag_name().as_str() {
                "main" => element.prepend(told, ContentType::Html),
                "form" => {
                    if let Some(number) = place.enter_form(element) {
                        hand.borrow().mark(element, number)?;
                    }
                }
                "details" => {
                    let number = place.enter_fold(element);
                    hand.borrow().unfold(element, number)?;
                }
                "select" => place.enter_list(element),
                "option" => {
                    if let Some((name, owner)) = place.list() {
                        hand.borrow().choose(element, &owner, &name, "selected")?;
                    }
                }
                _ => hand.borrow_mut().write(element, &place.owner(element))?,
            }
            Ok(())
        }));
    rewrite_str(html, settings)
}

type Written = Result<(), lol_html::errors::AttributeNameError>;

/// What is written where, and how far it has come.
struct Hand<'a> {
    forms: &'a [Form],
    taken: &'a [(usize, Filling<'a>)],
    stored: &'a str,
    /// How many lines of one name each form has had.
    lines: HashMap<(usize, String), usize>,
}

impl<'a> Hand<'a> {
    fn filling(&self, owner: &Owner) -> Option<(usize, &'a Filling<'a>)> {
        let number = match owner {
            Owner::Number(number) => *number,
            Owner::Id(id) => self.forms.iter().position(|form| form.id.as_deref() == Some(id))?,
            Owner::Nobody => return None,
        };
        self.taken.iter().find(|(at, _)| *at == number).map(|(at, filling)| (*at, filling))
    }

    /// Says where the form posts to, as the page may be an answer at another address; and gives it an id for a link.
    fn mark(&self, element: &mut Element, number: usize) -> Written {
        if !element.has_attribute("action") {
            element.set_attribute("action", &written(&self.forms[number].actions[0]))?;
        }
        let is_taken = self.taken.iter().any(|(at, _)| *at == number);
        if is_taken { element.set_attribute("id", &written(&form_id(&self.forms[number], number))) } else { Ok(()) }
    }

    /// A part that is folded over what was typed stands open.
    fn unfold(&self, element: &mut Element, number: usize) -> Written {
        let hides = self.taken.iter().any(|(at, _)| self.forms[*at].folds.contains(&number));
        if hides { element.set_attribute("open", "") } else { Ok(()) }
    }

    fn write(&mut self, element: &mut Element, owner: &Owner) -> Written {
        let Some((number, filling)) = self.filling(owner) else { return Ok(()) };
        let name = name(element);
        match kind(element) {
            Some(Kind::Text) => self.write_text(element, number, filling, &name),
            Some(Kind::Choice) => self.choose(element, owner, &name, "checked"),
            Some(Kind::Hidden) if filling.restores_hidden && !name.starts_with('_') => {
                self.write_text(element, number, filling, &name)
            }
            Some(Kind::Hidden) if name == "_once" && !filling.once.is_empty() => {
                element.set_attribute("value", &written(filling.once))
            }
            _ => Ok(()),
        }
    }

    fn write_text(&mut self, element: &mut Element, number: usize, filling: &Filling, name: &str) -> Written {
        let line = self.lines.entry((number, name.to_owned())).or_default();
        let at = *line;
        *line += 1;
        let typed = filling.pairs.iter().filter(|(known, _)| known == name).nth(at).map(|(_, value)| value.as_str());
        let Some(typed) = typed else { return Ok(()) };
        if filling.shows_stored {
            self.tell_stored(element, number, name, at, typed);
        }
        if element.tag_name() == "textarea" {
            // A browser takes the first line break for the end of the tag.
            element.set_inner_content(&format!("\n{}", written(typed)), ContentType::Html);
            return Ok(());
        }
        element.set_attribute("value", &written(typed))
    }

    fn tell_stored(&self, element: &mut Element, number: usize, name: &str, at: usize, typed: &str) {
        let controls = self.forms[number].controls.iter();
        let Some(now) = controls.filter(|c| c.name == name && c.kind == Kind::Text).nth(at) else { return };
        let now = now.value.trim();
        if now != typed.replace("\r\n", "\n").trim() && !now.is_empty() {
            let told = format!(r#"<p class="form-hint kept-stored">{} {}</p>"#, written(self.stored), written(now));
            element.after(&told, ContentType::Html);
        }
    }

    /// Chosen if it was. Where nothing of the name was posted, a box was left empty, and a list was not there.
    fn choose(&self, element: &mut Element, owner: &Owner, name: &str, chosen: &str) -> Written {
        let Some((_, filling)) = self.filling(owner) else { return Ok(()) };
        if chosen == "selected" && !filling.pairs.iter().any(|(known, _)| known == name) {
            return Ok(());
        }
        let value = element.get_attribute("value").map(|value| super::read(&value)).unwrap_or_default();
        if filling.pairs.iter().any(|(known, typed)| known == name && *typed == value) {
            return element.set_attribute(chosen, "");
        }
        element.remove_attribute(chosen);
        Ok(())
    }
}
