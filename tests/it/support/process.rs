//! The real program as a process of its own.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Child, Command, Stdio},
};

use super::TestApp;

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// A process that ends with the test.
pub struct Running(Child);

impl Running {
    /// Ends it as a power cut would: it is asked nothing.
    pub fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Running {
    /// Waits until it ends by itself, and tells whether it found nothing wrong.
    pub async fn ended(mut self) -> bool {
        let waiting = tokio::task::spawn_blocking(move || self.0.wait().unwrap().success());
        waiting.await.unwrap()
    }
}

/// What the operating system says of the memory of a process.
impl Running {
    /// The most that it ever took, in MiB.
    pub fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a command on the data of the test.
pub fn begin(app: &TestApp, arguments: &[&str]) -> Running {
    begin_with(app, arguments, &[])
}

/// The same with further settings.
pub fn begin_with(app: &TestApp, arguments: &[&str], settings: &[(&str, &str)]) -> Running {
    let command = Command::new(env!("CARGO_BIN_EXE_brobyg"))
        .args(arguments)
        .env_clear()
        .env("BROBYG_DATA", app.data.path())
        .env("BROBYG_DATABASE_URL", &app.app.config.database_url)
        .envs(settings.iter().copied())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    Running(command.unwrap())
}

/// Starts `brobyg serve` on the data of the test, and waits until it serves.
pub fn serve(app: &TestApp, port: u16) -> Running {
    let mut server = Command::new(env!("CARGO_BIN_EXE_brobyg"))
        .arg("serve")
        .env_clear()
        .env("BROBYG_DATA", app.data.path())
        .env("BROBYG_DATABASE_URL", &app.app.config.database_url)
        .env("BROBYG_SECRET", &app.app.config.secret)
        .env("BROBYG_LISTEN", format!("127.0.0.1:{port}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let serves = lines.map_while(Result::ok).any(|line| line.starts_with("Serving on"));
    assert!(serves, "the platform did not start");
    // It says so just before it listens.
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        std::thread::yield_now();
    }
    Running(server)
}
