//! The real program on a folder and a database, and somebody who uses it over HTTP.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// Where a platform keeps its things.
#[derive(Clone)]
pub struct Home {
    pub data: PathBuf,
    pub database_url: String,
    pub program: PathBuf,
}

impl Home {
    /// A platform with everything in one folder.
    pub fn of_sqlite(data: &Path) -> Self {
        let database_url = format!("sqlite:{}", data.join("brobyg.sqlite").display());
        Self::of(data, database_url)
    }

    pub fn of(data: &Path, database_url: String) -> Self {
        Self { data: data.to_owned(), database_url, program: env!("CARGO_BIN_EXE_brobyg").into() }
    }

    /// The program, to be started in a shell's frame such as `umask 0`; `exec "$@"` is added.
    pub fn command(&self, frame: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("{frame}\nexec \"$@\""), "sh"])
            .arg(&self.program)
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("BROBYG_DATA", &self.data)
            .env("BROBYG_DATABASE_URL", &self.database_url)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command("", arguments).output().unwrap()
    }

    /// Begins to serve, and does not wait for it.
    pub fn begin(&self, frame: &str) -> Begun {
        let port = free_port();
        let mut command = self.command(frame, &["serve"]);
        command.env("BROBYG_LISTEN", format!("127.0.0.1:{port}"));
        Begun { port, child: Running(command.spawn().unwrap()) }
    }

    pub fn serve(&self, frame: &str) -> Served {
        self.begin(frame).served()
    }
}

/// A process that ends with the test.
pub struct Running(Child);

impl Running {
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Tells it to stop, and waits until it has.
    pub fn stop(&mut self) -> ExitStatus {
        let told = Command::new("kill").args(["-TERM", &self.id().to_string()]).status().unwrap();
        assert!(told.success());
        self.0.wait().unwrap()
    }

    /// Ends it as a power cut would: it is asked nothing.
    pub fn kill(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        self.0.wait().unwrap();
    }
}

impl From<Child> for Running {
    fn from(child: Child) -> Self {
        Self(child)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

pub struct Begun {
    port: u16,
    child: Running,
}

impl Begun {
    /// Waits until it serves.
    ///
    /// # Panics
    /// When it ends instead.
    pub fn served(mut self) -> Served {
        let mut lines = BufReader::new(self.child.0.stdout.take().unwrap()).lines().map_while(Result::ok);
        let told: Vec<_> = lines.by_ref().take_while(|line| !line.starts_with("Serving on")).collect();
        // It says so just before it listens.
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if let Some(status) = self.child.0.try_wait().unwrap() {
                let mut said = String::new();
                self.child.0.stderr.take().unwrap().read_to_string(&mut said).unwrap();
                panic!("it ended with {status} instead of serving: {said}");
            }
            std::thread::yield_now();
        }
        // Nobody reads on: a full pipe would stop it.
        let mut errors = self.child.0.stderr.take().unwrap();
        std::thread::spawn(move || std::io::copy(&mut errors, &mut std::io::sink()));
        std::thread::spawn(move || lines.for_each(drop));
        Served { port: self.port, told, process: self.child }
    }
}

pub struct Served {
    pub port: u16,
    /// What it said before it served.
    pub told: Vec<String>,
    pub process: Running,
}

/// Somebody at a browser: keeps cookies and fetches the token of a form from a page.
#[derive(Clone)]
pub struct Person {
    port: u16,
    cookies: BTreeMap<String, String>,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (own, value) = line.split_once(": ")?;
            own.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

impl Person {
    pub fn at(port: u16) -> Self {
        Self { port, cookies: BTreeMap::new() }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(&format!("GET {path} HTTP/1.1\r\n"), "").await.unwrap()
    }

    /// Posts a form with the token of the page `from`.
    pub async fn submit(&mut self, from: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token(from).await;
        self.post(path, &token, fields).await
    }

    pub async fn token(&mut self, from: &str) -> String {
        let page = self.get(from).await.body;
        let (_, after) = page.split_once("name=\"_csrf\" value=\"").expect("the page should have a form");
        after.split('"').next().unwrap().to_owned()
    }

    pub async fn post(&mut self, path: &str, token: &str, fields: &[(&str, &str)]) -> Answer {
        let all: Vec<_> = std::iter::once(("_csrf", token)).chain(fields.iter().copied()).collect();
        let form = serde_html_form::to_string(&all).unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
            form.len()
        );
        self.send(&head, &form).await.unwrap()
    }

    async fn send(&mut self, head: &str, body: &str) -> std::io::Result<Answer> {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (port, cookies) = (self.port, cookies.join("; "));
        let request = format!("{head}Host: 127.0.0.1:{port}\r\nCookie: {cookies}\r\nConnection: close\r\n\r\n{body}");
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        self.keep_cookies(head);
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
    }

    fn keep_cookies(&mut self, head: &str) {
        for line in head.lines() {
            let Some((name, set)) = line.split_once(": ") else { continue };
            if !name.eq_ignore_ascii_case("set-cookie") {
                continue;
            }
            let (name, rest) = set.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() || set.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Opens the link that the first start prints, and is the administrator from then on.
    pub async fn becomes_administrator(&mut self, served: &Served) {
        let link = served.told.iter().find_map(|line| line.split_once("/first-administrator/")).unwrap().1;
        let path = format!("/first-administrator/{link}");
        let fields = [("name", "Astrid Holm"), ("email", EMAIL), ("password", PASSWORD), ("again", PASSWORD)];
        let answer = self.submit(&path, &path, &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }

    pub async fn signs_in(&mut self) -> Answer {
        self.submit("/sign-in", "/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await
    }
}

pub const EMAIL: &str = "astrid@people.example";
pub const PASSWORD: &str = "blomkål under broen 47";
