//! Readers who take their time.

use std::time::Duration;

use brobyg::web::TimedSocket;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex},
    time::interval,
};

/// Sends 1 MiB to a reader that takes `bytes` every `pause`.
async fn send(bytes: usize, pause: Duration, allowed: Duration) -> std::io::Result<()> {
    let (ours, theirs) = duplex(bytes);
    let reading = tokio::spawn(read_slowly(theirs, bytes, pause));
    let mut socket = TimedSocket::new(ours, allowed, allowed);
    let sent = socket.write_all(&vec![0; 1024 * 1024]).await;
    reading.abort();
    sent
}

async fn read_slowly(mut stream: DuplexStream, bytes: usize, pause: Duration) {
    let mut pause = interval(pause);
    let mut buffer = vec![0; bytes];
    loop {
        pause.tick().await;
        let _ = stream.read_exact(&mut buffer).await;
    }
}

#[tokio::test]
async fn small_sips_win_no_time() {
    let sent = send(1024, Duration::from_millis(20), Duration::from_millis(300)).await;
    assert_eq!(sent.unwrap_err().kind(), std::io::ErrorKind::TimedOut);
}

#[tokio::test]
async fn real_progress_wins_time() {
    send(64 * 1024, Duration::from_millis(200), Duration::from_secs(2)).await.unwrap();
}
