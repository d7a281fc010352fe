//! A mail server for one test: it speaks real SMTP on a port of its own and can take, refuse, put off or hang.

use std::sync::{Arc, Mutex};

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
    /// 550 5.7.1: not from you.
    RefusesByPolicy,
    /// 552: the mailbox is full.
    IsFull,
    /// 535: the password is wrong.
    RefusesSignIn,
    /// 530 5.7.0: nothing without encryption.
    WantsEncryption,
    /// 451: try again later.
    PutsOff,
    /// Says hello and then nothing more.
    Hangs,
}

pub struct MailServer {
    pub url: String,
    mood: Arc<Mutex<Mood>>,
    taken: Arc<Mutex<Vec<Vec<u8>>>>,
    /// Rings when somebody has begun to talk to a server that hangs.
    hung: Arc<Notify>,
}

impl MailServer {
    pub async fn open(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let server = Self { url, mood: Arc::new(Mutex::new(mood)), taken: Arc::default(), hung: Arc::default() };
        let (mood, taken, hung) = (server.mood.clone(), server.taken.clone(), server.hung.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, mood.clone(), taken.clone(), hung.clone()));
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

    pub fn hangs(&self) -> bool {
        *self.mood.lock().unwrap() == Mood::Hangs
    }

    /// Waits until somebody has begun to talk to the server while it hangs.
    pub async fn has_hung(&self) {
        self.hung.notified().await;
    }

    /// The mails taken so far, as they came over the wire.
    pub fn raw(&self) -> Vec<String> {
        self.taken.lock().unwrap().iter().map(|bytes| String::from_utf8(bytes.clone()).unwrap()).collect()
    }

    pub fn mails(&self) -> Vec<Mail> {
        self.taken.lock().unwrap().iter().map(|bytes| Mail::parse("", bytes).unwrap()).collect()
    }
}

async fn converse(
    stream: TcpStream,
    mood: Arc<Mutex<Mood>>,
    taken: Arc<Mutex<Vec<Vec<u8>>>>,
    hung: Arc<Notify>,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 test\r\n").await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let mood = *mood.lock().unwrap();
        let answer = match line.split([' ', '\r']).next().unwrap_or_default() {
            _ if mood == Mood::Hangs => {
                hung.notify_one();
                std::future::pending().await
            }
            "RCPT" if mood == Mood::Refuses => "550 no such mailbox <somebody@people.example>",
            "EHLO" if mood == Mood::RefusesSignIn => "250-test\r\n250 AUTH PLAIN LOGIN",
            "AUTH" if mood == Mood::RefusesSignIn => "535 5.7.8 authentication credentials invalid",
            "RCPT" if mood == Mood::RefusesByPolicy => "550 5.7.1 <somebody@people.example> rejected by policy",
            "MAIL" if mood == Mood::WantsEncryption => "530 5.7.0 Must issue a STARTTLS command first",
            "RCPT" if mood == Mood::IsFull => "552 5.2.2 mailbox full",
            "RCPT" if mood == Mood::PutsOff => "451 try again later",
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mail = body(&mut stream).await?;
                taken.lock().unwrap().push(mail);
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 test",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        line.clear();
    }
    Ok(())
}

/// Everything up to the line with a single dot, with the dots that were doubled on the way made single again.
async fn body(stream: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut mail = Vec::new();
    loop {
        let mut line = Vec::new();
        let ended = stream.read_until(b'\n', &mut line).await? == 0 || line == b".\r\n";
        if ended {
            return Ok(mail);
        }
        mail.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
