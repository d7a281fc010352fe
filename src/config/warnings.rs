//! What the settings allow and nobody should want: said at every start.

use url::{Host, Url};

use super::Config;

impl Config {
    fn sends_to_a_server(&self) -> bool {
        !self.mail_url.starts_with("file:")
    }

    /// A sentence for each.
    pub fn warnings(&self) -> Vec<&'static str> {
        let listens_to_all = self.listen.ip().is_unspecified();
        let is_public = !self.listen.ip().to_canonical().is_loopback();
        [
            (
                self.is_https() && self.trusted_proxies.is_empty(),
                "BROBYG_BASE_URL is https, but BROBYG_TRUSTED_PROXIES is empty: everybody seems to come from the \
                 proxy's address, and a few wrong passwords of one keep all others out.",
            ),
            (
                !self.is_https() && (is_public || !leads_to_own_machine(&self.base_url)),
                "BROBYG_BASE_URL is not https, and it or BROBYG_LISTEN is an address that others reach: passwords and \
                 all that is said of people can be read on the way.",
            ),
            (
                listens_to_all && self.base_url == format!("http://{}", self.listen),
                "BROBYG_BASE_URL is empty, and BROBYG_LISTEN is no address that people can open: links in mails lead \
                 nowhere.",
            ),
            (
                self.sends_to_a_server() && self.mail_return_domain.is_empty(),
                "BROBYG_MAIL_RETURN_DOMAIN is empty: mails that cannot be delivered come back to the sender's box, and \
                 the platform does not learn of them.",
            ),
            (
                self.sends_to_a_server() && self.mail_reply_to.is_empty(),
                "BROBYG_MAIL_REPLY_TO is empty and BROBYG_HELP_CONTACT has no mail address: answers to mails come to the \
                 sender's box, which somebody has to read.",
            ),
            (
                self.mail_plain,
                "BROBYG_MAIL_PLAIN is yes: mails, and the links in them, may travel unencrypted to the mail server.",
            ),
            (
                self.sms.leaves() && self.sms.secret.is_empty(),
                "BROBYG_SMS_PRESET names a gateway, but BROBYG_SMS_SECRET is empty: nobody hears whether a text message \
                 arrived, and who answers STOP is not heard.",
            ),
            (
                self.sms.leaves() && !self.is_https(),
                "BROBYG_SMS_PRESET names a gateway, but BROBYG_BASE_URL is not https: what became of a message, and the \
                 secret with which it is told, can be read on the way.",
            ),
        ]
        .into_iter()
        .filter_map(|(is_so, sentence)| is_so.then_some(sentence))
        .collect()
    }
}

/// Whether nobody but this machine opens an address.
fn leads_to_own_machine(url: &str) -> bool {
    let url = Url::parse(url).ok();
    match url.as_ref().and_then(Url::host) {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.to_canonical().is_loopback(),
        None => false,
    }
}
