//! A conversation with a mail server, in the parts whose failures mean different things.

use std::{io, net::IpAddr, time::Duration};

use lettre::{
    Address,
    transport::smtp::{
        self, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::{ClientId, Extension, MailBodyParameter, MailParameter},
    },
};
use tokio::time::timeout;
use url::Url;

use super::{Cause, Given, PostError, Undelivered, patience::Patience};

/// A mail server, as the settings say.
#[derive(Clone)]
pub(super) struct Server {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
    hello: ClientId,
}

#[derive(Clone)]
enum Security {
    Plain,
    /// STARTTLS, where the server offers it.
    Offered(TlsParameters),
    /// STARTTLS, or nothing is said.
    Required(TlsParameters),
    /// TLS from the first byte.
    Wrapped(TlsParameters),
}

impl Server {
    /// Reads `smtp://…` or `smtps://…`. `smtp://` to another machine begins with STARTTLS, unless it `may_be_plain`.
    pub fn read(url: &str, may_be_plain: bool) -> Result<Self, PostError> {
        let url = Url::parse(url).map_err(|_| PostError::Url)?;
        let host = url.host_str().ok_or(PostError::Url)?.to_owned();
        let tls = || TlsParameters::new(host.trim_matches(['[', ']']).to_owned()).map_err(|_| PostError::Url);
        let needs_tls = !may_be_plain && !is_this_machine(&url);
        let (security, port) = match (url.scheme(), url.query()) {
            ("smtps", _) => (Security::Wrapped(tls()?), SUBMISSIONS_PORT),
            ("smtp", Some("tls=required")) => (Security::Required(tls()?), SUBMISSION_PORT),
            ("smtp", None) if needs_tls => (Security::Required(tls()?), SUBMISSION_PORT),
            ("smtp", Some(_)) if needs_tls => return Err(PostError::Plain),
            ("smtp", Some("tls=opportunistic")) => (Security::Offered(tls()?), SUBMISSION_PORT),
            ("smtp", None) => (Security::Plain, SMTP_PORT),
            _ => return Err(PostError::Url),
        };
        let word = url.password().map(|word| Credentials::new(decoded(url.username()), decoded(word)));
        let name = url.path().trim_matches('/');
        let hello = if name.is_empty() { ClientId::default() } else { ClientId::Domain(name.to_owned()) };
        Ok(Self { port: url.port().unwrap_or(port), host, security, credentials: word, hello })
    }

    /// Connects and signs in. What fails here is nobody's letter: the way itself is closed.
    pub async fn open(&self, patience: Patience) -> Result<Talk, Undelivered> {
        let opened = self.connected(patience).await;
        opened.map_err(|undelivered| Undelivered { is_the_way: true, ..undelivered })
    }

    async fn connected(&self, patience: Patience) -> Result<Talk, Undelivered> {
        let wrapped = match &self.security {
            Security::Wrapped(tls) => Some(tls.clone()),
            _ => None,
        };
        let address = (self.host.trim_matches(['[', ']']), self.port);
        let connecting =
            AsyncSmtpConnection::connect_tokio1(address, Some(patience.connect), &self.hello, wrapped, None);
        // The greeting and EHLO are part of it.
        let mut connection = within(patience.connect + patience.command * 2, connecting).await?;
        match &self.security {
            Security::Required(tls) => self.secure(&mut connection, tls, patience).await?,
            Security::Offered(tls) if connection.can_starttls() => self.secure(&mut connection, tls, patience).await?,
            _ => {}
        }
        if let Some(credentials) = &self.credentials {
            within(patience.command * 3, connection.auth(DEFAULT_MECHANISMS, credentials)).await?;
        }
        Ok(Talk { connection, patience })
    }

    async fn secure(
        &self,
        connection: &mut AsyncSmtpConnection,
        tls: &TlsParameters,
        patience: Patience,
    ) -> Result<(), Undelivered> {
        within(patience.command * 3, connection.starttls(tls.clone(), &self.hello)).await
    }
}

/// A conversation with a server that has let us in.
pub(super) struct Talk {
    connection: AsyncSmtpConnection,
    patience: Patience,
}

impl Talk {
    /// Says from whom to whom, until the server waits for the letter.
    pub async fn address(&mut self, from: Address, to: Address, letter: &[u8]) -> Result<(), Undelivered> {
        let parameters = self.parameters(&[&from, &to], letter)?;
        self.say(Mail::new(Some(from), parameters)).await?;
        self.say(Rcpt::new(to, Vec::new())).await?;
        self.say(Data).await
    }

    fn parameters(&self, addresses: &[&Address], letter: &[u8]) -> Result<Vec<MailParameter>, Undelivered> {
        let can = |extension| self.connection.server_info().supports_feature(extension);
        let mut parameters = Vec::new();
        if addresses.iter().any(|address| !AsRef::<str>::as_ref(address).is_ascii()) {
            if !can(Extension::SmtpUtfEight) {
                return Err(Undelivered::of(Cause::Refused));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !letter.is_ascii() {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        Ok(parameters)
    }

    async fn say(&mut self, command: impl std::fmt::Display) -> Result<(), Undelivered> {
        within(self.patience.command, self.connection.command(command)).await.map(drop)
    }

    /// Gives the letter away. From its last line on, no answer means that nobody knows.
    pub async fn give(mut self, letter: &[u8]) -> Given {
        let mut rest = letter.chunks(PIECE);
        let mut has_ended = false;
        let pieces = std::iter::from_fn(|| {
            let piece = rest.next();
            has_ended = piece.is_none();
            piece
        });
        let answered = timeout(self.patience.dot, self.connection.message_iter(pieces)).await;
        match answered {
            Ok(Ok(_)) => {
                tokio::spawn(async move { timeout(FAREWELL, self.connection.quit()).await });
                Given::Taken
            }
            Ok(Err(error)) if error.status().is_some() || !has_ended => Given::Refused(undelivered(&error)),
            Err(_) if !has_ended => Given::Refused(Undelivered::of(Cause::TooLong)),
            Ok(Err(_)) | Err(_) => Given::Unknown,
        }
    }
}

/// Bytes of a letter that are written at once.
const PIECE: usize = 16 * 1024;
/// Nobody waits longer to be seen out.
const FAREWELL: Duration = Duration::from_secs(5);

async fn within<T>(limit: Duration, doing: impl Future<Output = Result<T, smtp::Error>>) -> Result<T, Undelivered> {
    match timeout(limit, doing).await {
        Ok(done) => done.map_err(|error| undelivered(&error)),
        Err(_) => Err(Undelivered::of(Cause::TooLong)),
    }
}

/// A part of an address with its `%40` made `@`.
fn decoded(part: &str) -> String {
    let one = format!("={}", part.replace('+', "%2B").replace('&', "%26"));
    form_urlencoded::parse(one.as_bytes()).map(|(_, value)| value.into_owned()).collect()
}

/// Whether a mail server is reached without a wire. A name is taken at its word only when it is `localhost`.
fn is_this_machine(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let address = host.parse::<IpAddr>().map(|address| address.to_canonical().is_loopback());
    address.unwrap_or_else(|_| host.eq_ignore_ascii_case("localhost"))
}

/// Whether what came was no TLS, or a certificate that nobody vouches for: the library tells it as a lost connection.
fn is_handshake(error: &smtp::Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if inner.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::InvalidData) {
            return true;
        }
        cause = inner.source();
    }
    false
}

/// The texts of errors are looked at and not kept: servers like to repeat the address in them.
fn undelivered(error: &smtp::Error) -> Undelivered {
    let text = || error.to_string();
    let cause = match error.status() {
        Some(code) => return Undelivered::answered(u16::from(code), &text()),
        None if error.is_timeout() => Cause::TooLong,
        None if error.is_tls() || is_handshake(error) => Cause::NoEncryption,
        None if error.is_client() && text().contains("authentication") => Cause::SignInRefused,
        None if error.is_client() && text().contains("STARTTLS") => Cause::NoEncryption,
        None => Cause::ServerAway,
    };
    Undelivered::of(cause)
}
