//! Time limits that measure progress, so that a peer cannot win time with a byte now and then.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep, sleep_until};

/// A request's body gets new time with each of these.
const BODY_STEP: usize = 1024 * 1024;
/// A reader gets new time with each of these. Smaller than [`BODY_STEP`]: a phone on a poor line must get its page.
const ANSWER_STEP: usize = 128 * 1024;

/// A request's body that must arrive in time, counted from when we begin to read it: that a large form waits for one of
/// our places is not the peer's doing.
pub(super) struct TimedBody<R> {
    inner: R,
    allowed: Duration,
    deadline: Option<Pin<Box<Sleep>>>,
    received: usize,
}

impl<R> TimedBody<R> {
    pub(super) fn new(inner: R, allowed: Duration) -> Self {
        Self { inner, allowed, deadline: None, received: 0 }
    }

    fn count(&mut self, bytes: usize) {
        self.received += bytes;
        if self.received >= BODY_STEP {
            self.received -= BODY_STEP;
            self.deadline = None;
        }
    }
}

impl<R: AsyncRead + Unpin> AsyncRead for TimedBody<R> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        if let Poll::Ready(read) = Pin::new(&mut self.inner).poll_read(cx, buf) {
            self.count(buf.filled().len() - before);
            return Poll::Ready(read);
        }
        let allowed = self.allowed;
        ready!(self.deadline.get_or_insert_with(|| Box::pin(sleep(allowed))).as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

/// A socket whose reader must take what is sent to it.
///
/// Only time spent waiting counts, so a connection may stay open for as long as its reader is quick.
pub struct TimedSocket<S> {
    inner: S,
    allowed: Duration,
    farewell: Duration,
    left: Duration,
    sent: usize,
    wait: Option<Wait>,
    parting: Option<Pin<Box<Sleep>>>,
}

struct Wait {
    since: Instant,
    end: Pin<Box<Sleep>>,
}

impl<S> TimedSocket<S> {
    pub fn new(inner: S, allowed: Duration, farewell: Duration) -> Self {
        Self { inner, allowed, farewell, left: allowed, sent: 0, wait: None, parting: None }
    }

    /// Passes on what a write said, keeping count of bytes and of waiting.
    fn account(&mut self, written: Poll<io::Result<usize>>, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let Poll::Ready(result) = written else {
            let left = self.left;
            let wait = self.wait.get_or_insert_with(|| {
                let since = Instant::now();
                Wait { since, end: Box::pin(sleep_until(since + left)) }
            });
            ready!(wait.end.as_mut().poll(cx));
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        };
        if let Some(wait) = self.wait.take() {
            self.left = self.left.saturating_sub(wait.since.elapsed());
        }
        self.sent += result.as_ref().map_or(0, |bytes| *bytes);
        if self.sent >= ANSWER_STEP {
            self.sent %= ANSWER_STEP;
            self.left = self.allowed;
        }
        Poll::Ready(result)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for TimedSocket<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(cx, buf)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for TimedSocket<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.inner).poll_write(cx, buf);
        self.account(written, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.inner).poll_write_vectored(cx, bufs);
        self.account(written, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    /// Ends our half, then throws away what still arrives: closing on unread bytes would make the system
    /// reset the connection, and the peer would never see an early answer such as 413.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.inner).poll_shutdown(cx))?;
        let farewell = self.farewell;
        let parting = self.parting.get_or_insert_with(|| Box::pin(sleep(farewell)));
        if parting.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Ok(()));
        }
        let mut scrap = [0; 8 * 1024];
        loop {
            let mut buf = ReadBuf::new(&mut scrap);
            ready!(Pin::new(&mut self.inner).poll_read(cx, &mut buf))?;
            if buf.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
        }
    }
}
