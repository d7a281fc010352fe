//! The forms of a page: where they post to, and what they ask.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use lol_html::{RewriteStrSettings, element, errors::RewritingError, html_content::Element, rewrite_str, text};

use super::read;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One line or several: whatever is typed has a place.
    Text,
    /// A radio button, a checkbox, or an answer of a list: chosen or not.
    Choice,
    Hidden,
    Button,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Control {
    pub name: String,
    pub kind: Kind,
    pub value: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    /// The paths that it and its buttons post to.
    pub actions: Vec<String>,
    pub id: Option<String>,
    pub controls: Vec<Control>,
    /// The folded parts of the page around it, by their number.
    pub folds: Vec<usize>,
}

/// Where in the page a walk stands. Shared with what happens at the ends of elements.
#[derive(Clone, Default)]
pub(super) struct Place {
    form: Rc<Cell<Option<usize>>>,
    forms: Rc<Cell<usize>>,
    folds: Rc<RefCell<Vec<usize>>>,
    folds_seen: Rc<Cell<usize>>,
    /// The list whose answers follow, by the name and the form that it belongs to.
    list: Rc<RefCell<Option<(String, Owner)>>>,
}

/// Whose a control is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Number(usize),
    /// It stands elsewhere and names its form.
    Id(String),
    Nobody,
}

impl Place {
    /// Goes into a form and returns its number. Only forms that post are counted.
    pub fn enter_form(&self, form: &mut Element) -> Option<usize> {
        let posts = form.get_attribute("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
        if !posts {
            return None;
        }
        let number = self.forms.get();
        self.forms.set(number + 1);
        self.form.set(Some(number));
        let at_end = Rc::clone(&self.form);
        at_the_end(form, move || at_end.set(None));
        Some(number)
    }

    /// Goes into a folded part and returns its number.
    pub fn enter_fold(&self, fold: &mut Element) -> usize {
        let number = self.folds_seen.get();
        self.folds_seen.set(number + 1);
        self.folds.borrow_mut().push(number);
        let at_end = Rc::clone(&self.folds);
        at_the_end(fold, move || {
            at_end.borrow_mut().pop();
        });
        number
    }

    pub fn enter_list(&self, list: &mut Element) {
        let of = (name(list), self.owner(list));
        *self.list.borrow_mut() = Some(of);
        let at_end = Rc::clone(&self.list);
        at_the_end(list, move || *at_end.borrow_mut() = None);
    }

    /// The name and the form of the list that an answer is of.
    pub fn list(&self) -> Option<(String, Owner)> {
        self.list.borrow().clone()
    }

    pub fn owner(&self, control: &Element) -> Owner {
        match (control.get_attribute("form"), self.form.get()) {
            (Some(id), _) => Owner::Id(read(&id)),
            (None, Some(number)) => Owner::Number(number),
            (None, None) => Owner::Nobody,
        }
    }
}

fn at_the_end(element: &mut Element, then: impl FnOnce() + 'static) {
    if let Some(handlers) = element.end_tag_handlers() {
        handlers.push(Box::new(move |_| {
            then();
            Ok(())
        }));
    }
}

pub(super) fn name(element: &Element) -> String {
    element.get_attribute("name").map(|name| read(&name)).unwrap_or_default()
}

/// What an input, a text of several lines or a button is; nothing for passwords, files and buttons that do not send.
pub(super) fn kind(element: &Element) -> Option<Kind> {
    let kind = element.get_attribute("type").unwrap_or_default();
    match (element.tag_name().as_str(), kind.as_str()) {
        ("textarea", _) => Some(Kind::Text),
        ("button", "button" | "reset") | ("input", "password" | "file" | "image" | "reset" | "button") => None,
        ("button", _) | ("input", "submit") => Some(Kind::Button),
        ("input", "radio" | "checkbox") => Some(Kind::Choice),
        ("input", "hidden") => Some(Kind::Hidden),
        ("input", _) => Some(Kind::Text),
        _ => None,
    }
}

/// The elements that both walks stop at.
pub(super) const STOPS: &str = "main, form, details, input, textarea, select, option, button";

/// Every form of the page that posts, in its order.
pub(super) fn forms(html: &str, path: &str) -> Result<Vec<Form>, RewritingError> {
    let place = Place::default();
    let forms: RefCell<Vec<Form>> = RefCell::default();
    let controls: RefCell<Vec<(Owner, Control, Option<String>)>> = RefCell::default();
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(STOPS, |element: &mut Element| {
            match element.tag_name().as_str() {
                "form" if place.enter_form(element).is_some() => forms.borrow_mut().push(form(element, &place, path)),
                "details" => drop(place.enter_fold(element)),
                "select" => place.enter_list(element),
                "main" | "form" => {}
                _ => controls.borrow_mut().extend(control(element, &place)),
            }
            Ok(())
        }))
        .append_element_content_handler(text!("textarea", |text| {
            if let Some((_, control, _)) = controls.borrow_mut().last_mut() {
                control.value.push_str(&read(text.as_str()));
            }
            Ok(())
        }));
    rewrite_str(html, settings)?;
    let mut forms = forms.into_inner();
    for (owner, control, action) in controls.into_inner() {
        let owner = match owner {
            Owner::Number(number) => forms.get_mut(number),
            Owner::Id(id) => forms.iter_mut().find(|form| form.id.as_deref() == Some(&id)),
            Owner::Nobody => None,
        };
        if let Some(form) = owner {
            form.actions.extend(action);
            form.controls.push(control);
        }
    }
    Ok(forms)
}

fn form(element: &Element, place: &Place, path: &str) -> Form {
    let action = element.get_attribute("action").map(|action| path_of(&read(&action)));
    Form {
        actions: vec![action.filter(|action| !action.is_empty()).unwrap_or_else(|| path.to_owned())],
        id: element.get_attribute("id").map(|id| read(&id)),
        controls: Vec::new(),
        folds: place.folds.borrow().clone(),
    }
}

fn path_of(address: &str) -> String {
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// A control with its form, and where it posts to by itself.
fn control(element: &Element, place: &Place) -> Option<(Owner, Control, Option<String>)> {
    let value = element.get_attribute("value").map(|value| read(&value)).unwrap_or_default();
    if element.tag_name() == "option" {
        let (name, owner) = place.list()?;
        return Some((owner, Control { name, kind: Kind::Choice, value }, None));
    }
    let control = Control { name: name(element), kind: kind(element)?, value };
    Some((place.owner(element), control, element.get_attribute("formaction").map(|action| path_of(&read(&action)))))
}
