//! The forms of a page, as a browser finds them, and what it would post.

use std::{cell::RefCell, rc::Rc};

use lol_html::{RewriteStrSettings, element, html_content::Element, rewrite_str, text};

/// A form that posts.
#[derive(Clone, Debug, Default)]
pub struct PageForm {
    pub action: String,
    pub fields: Vec<Field>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    /// `text` for every field of one line, `textarea`, `hidden`, `password`, `radio`, `checkbox` or `option`.
    pub kind: String,
    pub value: String,
    /// Whether a browser would post it as it stands.
    pub is_sent: bool,
}

impl Field {
    pub fn is_text(&self) -> bool {
        self.kind == "text" || self.kind == "textarea"
    }
}

impl PageForm {
    /// What a browser would post, with this text in each field for text.
    pub fn with_text(&self, text: impl Fn(&Field) -> String) -> Vec<(String, String)> {
        let sent = self.fields.iter().filter(|field| field.is_sent);
        sent.map(|field| (field.name.clone(), if field.is_text() { text(field) } else { field.value.clone() }))
            .collect()
    }

    /// What a browser would post if nobody touched it.
    pub fn untouched(&self) -> Vec<(String, String)> {
        self.with_text(|field| field.value.clone())
    }

    pub fn has_text(&self) -> bool {
        self.fields.iter().any(Field::is_text)
    }

    pub fn value(&self, name: &str) -> &str {
        &self.fields.iter().find(|field| field.name == name).unwrap_or_else(|| panic!("{self:?} has no {name}")).value
    }
}

/// Every form of the page that posts. Fields that name another form by `form=` are left out.
pub fn forms(html: &str, path: &str) -> Vec<PageForm> {
    let found: RefCell<Vec<PageForm>> = RefCell::default();
    let (inside, list) = (Rc::new(RefCell::new(false)), RefCell::new(String::new()));
    let seen = |element: &mut Element| {
        let text = |name: &str| unescaped(&element.get_attribute(name).unwrap_or_default());
        match element.tag_name().as_str() {
            "form" => {
                let posts = text("method") == "post";
                *inside.borrow_mut() = posts;
                if posts {
                    let action = Some(text("action")).filter(|action| !action.is_empty());
                    let action = action.unwrap_or_else(|| path.split('?').next().unwrap().to_owned());
                    found.borrow_mut().push(PageForm { action, fields: Vec::new() });
                }
                let at_end = Rc::clone(&inside);
                let ended: lol_html::EndTagHandler<'static> = Box::new(move |_| {
                    *at_end.borrow_mut() = false;
                    Ok(())
                });
                element.end_tag_handlers().unwrap().push(ended);
            }
            "select" => *list.borrow_mut() = text("name"),
            tag if *inside.borrow() && !element.has_attribute("form") => {
                let field = field(element, tag, &text, &list.borrow());
                found.borrow_mut().last_mut().unwrap().fields.extend(field);
            }
            _ => {}
        }
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("form, select, option, input, textarea", seen))
        .append_element_content_handler(text!("textarea", |chunk| {
            if !*inside.borrow() {
                return Ok(());
            }
            if let Some(field) = found.borrow_mut().last_mut().and_then(|form| form.fields.last_mut()) {
                field.value.push_str(&unescaped(chunk.as_str()));
            }
            Ok(())
        }));
    rewrite_str(html, settings).unwrap();
    let mut found = found.into_inner();
    for field in found.iter_mut().flat_map(|form| &mut form.fields).filter(|field| field.kind == "textarea") {
        field.value = field.value.strip_prefix('\n').unwrap_or(&field.value).to_owned();
    }
    found
}

fn field(element: &Element, tag: &str, text: &dyn Fn(&str) -> String, list: &str) -> Option<Field> {
    let kind = match (tag, text("type").as_str()) {
        ("input", kind @ ("hidden" | "password" | "radio" | "checkbox")) => kind.to_owned(),
        ("input", "submit" | "button") => return None,
        ("input", _) => "text".into(),
        (tag, _) => tag.to_owned(),
    };
    let is_sent = match kind.as_str() {
        "radio" | "checkbox" => element.has_attribute("checked"),
        "option" => element.has_attribute("selected"),
        _ => true,
    };
    let name = if kind == "option" { list.to_owned() } else { text("name") };
    Some(Field { name, kind, value: text("value"), is_sent })
}

fn unescaped(html: &str) -> String {
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&quot;", "\""), ("&#38;", "&")];
    signs.into_iter().fold(html.to_owned(), |text, (written, sign)| text.replace(written, sign))
}
