//! The public form, and from there to an enquiry.

use entity::{enquiries::AskerRelation, mentors::ContactPreference};

use crate::{
    enquiry::{Asker, NewEnquiry},
    form::{self, Email, FieldErrors, Line, Name, Phone, Pick, Text, form, typed},
    referral::intake::AGES,
};

form! {
    /// What somebody without a sign-in typed.
    pub struct EnquiryForm {
        /// Made with the empty form.
        id: String,
        /// `other` when somebody writes for a young person; anything else is the young person.
        asking: String,
        asker_name: Name<120>,
        asker_relation: Pick<AskerRelation>,
        asker_phone: Phone,
        asker_email: Email,

        first_name: Name<80>,
        age: Line<20>,
        phone: Phone,
        email: Email,
        contact_preference: Pick<ContactPreference>,
        place: Line<80>,
        wish: Text<2000>,
        guardian_name: Name<120>,
        guardian_phone: Phone,
        guardian_later: String,
        consent: String,
        /// Hidden from people: whoever fills it in is a program.
        website: String,
    }
}

impl EnquiryForm {
    pub fn is_for_other(&self) -> bool {
        self.asking == "other"
    }

    /// What was typed as an enquiry in the language `da` or `en`.
    pub fn parse(&self, language: &str) -> Result<NewEnquiry, FieldErrors> {
        form::read(|errors| {
            let asker = if self.is_for_other() { self.asker(errors) } else { None };
            let contact_preference = self.contact_preference.read(errors);
            self.reachable(contact_preference, errors);
            let age = self.age(errors);
            self.guarded(age, errors);
            let first_name = self.first_name.needed(errors, "enquiry-first-name-missing");
            let place = self.place.needed(errors, "enquiry-place-missing");
            let wish = self.wish.needed(errors, "enquiry-wish-missing");
            errors.refuse_if("consent", self.consent != "yes", "enquiry-consent-missing");
            let id = self.id.parse().ok();
            errors.refuse_if("", id.is_none(), "enquiry-form-old");
            Some(NewEnquiry {
                asker,
                phone: self.phone.read(errors),
                email: self.email.read(errors),
                contact_preference,
                guardian_name: self.guardian_name.read(errors),
                guardian_phone: self.guardian_phone.read(errors),
                guardian_later: self.guardian_later == "yes",
                language: language.to_owned(),
                partner_id: None,
                id: id?,
                first_name: first_name?,
                age: age?,
                place: place?,
                wish: wish?,
            })
        })
    }

    /// Whoever writes for somebody tells who they are and how to reach them.
    fn asker(&self, errors: &mut FieldErrors) -> Option<Asker> {
        let name = self.asker_name.needed(errors, "enquiry-asker-name-missing");
        let relation = self.asker_relation.needed(errors, "enquiry-relation-missing");
        let is_unreachable = self.asker_phone.is_blank() && self.asker_email.is_blank();
        self.asker_phone.refuse_if(errors, is_unreachable, "enquiry-asker-unreachable");
        let (phone, email) = (self.asker_phone.read(errors), self.asker_email.read(errors));
        Some(Asker { name: name?, relation: relation?, phone, email })
    }

    /// The young person can be reached in the way that was chosen, or through the one who writes.
    fn reachable(&self, preference: Option<ContactPreference>, errors: &mut FieldErrors) {
        use ContactPreference::{Email, Phone, Sms, ThroughPartner};
        let (no_phone, no_email) = (self.phone.is_blank(), self.email.is_blank());
        match preference {
            Some(Phone | Sms) => self.phone.refuse_if(errors, no_phone, "enquiry-phone-needed"),
            Some(Email) => self.email.refuse_if(errors, no_email, "enquiry-email-needed"),
            Some(ThroughPartner) | None => {
                let is_unreachable = !self.is_for_other() && no_phone && no_email;
                self.phone.refuse_if(errors, is_unreachable, "enquiry-unreachable");
            }
        }
    }

    fn age(&self, errors: &mut FieldErrors) -> Option<u32> {
        let age = self.age.read(errors).and_then(|age| u32::try_from(typed::whole(&age)?).ok());
        self.age.refuse_if(errors, age.is_none(), "enquiry-age-missing");
        let age = age?;
        self.age.refuse_if(errors, age < *AGES.start(), "enquiry-too-young");
        self.age.refuse_if(errors, age > *AGES.end(), "enquiry-too-old");
        Some(age)
    }

    /// Under 18 a guardian is named, unless the young person wants to be spoken to first.
    fn guarded(&self, age: Option<u32>, errors: &mut FieldErrors) {
        let is_minor = age.is_some_and(|age| (*AGES.start()..18).contains(&age));
        let is_needed = is_minor && self.guardian_later != "yes";
        self.guardian_name.refuse_if(errors, is_needed && self.guardian_name.is_blank(), "enquiry-guardian-missing");
        self.guardian_phone.refuse_if(errors, is_needed && self.guardian_phone.is_blank(), "enquiry-guardian-missing");
    }
}
