//! A mail server for one test: it speaks real SMTP on a port of its own and can take, refuse, put off, hang or be slow.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use brobyg::message::Mail;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

/// How the server meets whoever wants to send a mail.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Mood {
    Takes,
    /// 550: no such mailbox.
    Refuses,
    /// Answers this to each receiver.
    Answers(&'static str),
    /// 550 5.7.1: not from you.
    RefusesByPolicy,
    /// 552: the mailbox is full.
    IsFull,
    /// 535: the password is wrong.
    RefusesSignIn,
    /// 235: the password is right, and mails are taken.
    TakesSignIn,
    /// 530 5.7.0: nothing without encryption.
    WantsEncryption,
    /// 451: try again later.
    PutsOff,
    /// 552 5.3.4: too large.
    FindsItTooLarge,
    /// 451: the time to wait is told.
    Greylists,
    /// The first mail is taken, and each after it is 550 5.7.1: not from you.
    TakesOneThenRefuses,
    /// Says hello and then nothing more.
    Hangs,
    /// Is there, and says not even hello.
    IsAway,
    /// Takes a mail, and answers for it so many milliseconds later.
    TakesItsTime(u64),
    /// Takes a mail and breaks off before it has answered for it.
    TakesAndBreaksOff,
    /// Takes a mail and never answers for it.
    TakesAndFallsSilent,
}

/// What a server sees of those who come.
#[derive(Default)]
struct Seen {
    taken: Mutex<Vec<Vec<u8>>>,
    returns: Mutex<Vec<String>>,
    /// How many came, how many are here, and how many were here at once.
    visits: Mutex<(usize, usize, usize)>,
    /// Rings when a mail has been taken.
    arrives: Notify,
    /// Rings when somebody waits for a server that hangs or has fallen silent.
    waits: Notify,
}

pub struct MailServer {
    pub url: String,
    mood: Arc<Mutex<Mood>>,
    seen: Arc<Seen>,
}

impl MailServer {
    pub async fn open(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let server = Self { url, mood: Arc::new(Mutex::new(mood)), seen: Arc::default() };
        let (mood, seen) = (server.mood.clone(), server.seen.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (mood, seen) = (mood.clone(), seen.clone());
                seen.comes();
                tokio::spawn(async move {
                    let ended = converse(stream, mood, &seen).await;
                    seen.visits.lock().unwrap().1 -= 1;
                    ended
                });
            }
        });
        server
    }

    /// The same server, for whoever signs in to it.
    pub fn url_with_sign_in(&self) -> String {
        self.url.replace("smtp://", "smtp://somebody:word@")
    }

    pub fn turns(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// Whether nothing comes from it, however long it is waited for.
    pub fn says_nothing(&self) -> bool {
        matches!(*self.mood.lock().unwrap(), Mood::Hangs | Mood::TakesAndFallsSilent)
    }

    /// Waits until somebody waits for the server while it hangs or has fallen silent.
    pub async fn is_waited_for(&self) {
        self.seen.waits.notified().await;
    }

    /// Waits until so many mails have been taken.
    pub async fn has_taken(&self, count: usize) {
        while self.arrived() < count {
            self.seen.arrives.notified().await;
        }
    }

    /// How many mails have been taken.
    pub fn arrived(&self) -> usize {
        self.seen.taken.lock().unwrap().len()
    }

    /// How often somebody has come.
    pub fn visits(&self) -> usize {
        self.seen.visits.lock().unwrap().0
    }

    /// How many were here at the same time, at most.
    pub fn most_at_once(&self) -> usize {
        self.seen.visits.lock().unwrap().2
    }

    /// The return addresses, as they were told.
    pub fn returns(&self) -> Vec<String> {
        self.seen.returns.lock().unwrap().clone()
    }

    /// The mails taken so far, as they came over the wire.
    pub fn raw(&self) -> Vec<String> {
        self.seen.taken.lock().unwrap().iter().map(|bytes| String::from_utf8(bytes.clone()).unwrap()).collect()
    }

    pub fn mails(&self) -> Vec<Mail> {
        self.seen.taken.lock().unwrap().iter().map(|bytes| Mail::parse("", bytes).unwrap()).collect()
    }
}

impl Seen {
    fn comes(&self) {
        let mut visits = self.visits.lock().unwrap();
        *visits = (visits.0 + 1, visits.1 + 1, visits.2.max(visits.1 + 1));
    }

    /// Nothing more is said. Ends when the other side has gone.
    async fn falls_silent(&self, stream: &mut BufReader<TcpStream>) -> std::io::Result<()> {
        self.waits.notify_one();
        while stream.read_line(&mut String::new()).await? > 0 {}
        Ok(())
    }
}

async fn converse(stream: TcpStream, mood: Arc<Mutex<Mood>>, seen: &Seen) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    if *mood.lock().unwrap() == Mood::IsAway {
        return Ok(());
    }
    stream.write_all(b"220 test\r\n").await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let mood = *mood.lock().unwrap();
        let told = if let Mood::Answers(answer) = mood { Some(answer) } else { None };
        let answer = match line.split([' ', '\r']).next().unwrap_or_default() {
            _ if mood == Mood::Hangs => return seen.falls_silent(&mut stream).await,
            "RCPT" if mood == Mood::TakesOneThenRefuses && !seen.taken.lock().unwrap().is_empty() => {
                "550 5.7.1 rejected by policy"
            }
            "MAIL" if mood == Mood::FindsItTooLarge => "552 5.3.4 message too big for system",
            "RCPT" if mood == Mood::Greylists => "451 4.7.1 Greylisted, please try again in 300 seconds",
            "RCPT" if mood == Mood::Refuses => "550 no such mailbox <somebody@people.example>",
            "EHLO" if matches!(mood, Mood::RefusesSignIn | Mood::TakesSignIn) => "250-test\r\n250 AUTH PLAIN LOGIN",
            "AUTH" if mood == Mood::RefusesSignIn => "535 5.7.8 authentication credentials invalid",
            "AUTH" => "235 2.7.0 welcome",
            "RCPT" if told.is_some() => told.unwrap_or_default(),
            "RCPT" if mood == Mood::RefusesByPolicy => "550 5.7.1 <somebody@people.example> rejected by policy",
            "MAIL" if mood == Mood::WantsEncryption => "530 5.7.0 Must issue a STARTTLS command first",
            "RCPT" if mood == Mood::IsFull => "552 5.2.2 mailbox full",
            "RCPT" if mood == Mood::PutsOff => "451 try again later",
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let Some(mail) = body(&mut stream).await? else { return Ok(()) };
                seen.taken.lock().unwrap().push(mail);
                seen.arrives.notify_one();
                match mood {
                    Mood::TakesItsTime(millis) => tokio::time::sleep(Duration::from_millis(millis)).await,
                    Mood::TakesAndBreaksOff => return Ok(()),
                    Mood::TakesAndFallsSilent => return seen.falls_silent(&mut stream).await,
                    _ => {}
                }
                "250 taken"
            }
            "MAIL" => {
                seen.returns.lock().unwrap().push(line.trim_end().to_owned());
                "250 test"
            }
            "QUIT" => "221 bye",
            _ => "250 test",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        line.clear();
    }
    Ok(())
}

/// Everything up to the line with a single dot, with the dots that were doubled on the way made single again. Nothing when
/// the other side goes before it: half a mail is none.
async fn body(stream: &mut BufReader<TcpStream>) -> std::io::Result<Option<Vec<u8>>> {
    let mut mail = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        if line == b".\r\n" {
            return Ok(Some(mail));
        }
        mail.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
