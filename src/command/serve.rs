//! `brobyg serve`.

use std::net::SocketAddr;

use anyhow::Context;
use clap::Args;
use tokio::{net::TcpListener, sync::watch};

use super::start;
use crate::{
    account::first_administrator,
    app::App,
    clock::Clock,
    jobs, routes,
    web::{panic, server},
};

#[derive(Args)]
pub struct Serve {
    /// Address and port to serve on, instead of BROBYG_LISTEN.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

impl Serve {
    pub async fn run(self) -> anyhow::Result<()> {
        log_to_stderr();
        let mut config = start::config()?;
        if let Some(listen) = self.listen {
            config = config.listening_on(listen);
        }
        let app = start::app(config, Clock::system(), false).await?;
        if let Some(token) = first_administrator::invite(&app.db, app.clock.now()).await? {
            println!("Nobody administers this platform yet. Open this link once, within three days:");
            println!("{}/first-administrator/{token}", app.config.base_url);
        }
        println!("Serving on http://{}", app.config.listen);
        serve(app).await
    }
}

/// Serves the site and runs the jobs until the process is told to stop.
pub async fn serve(app: App) -> anyhow::Result<()> {
    panic::log_place_only();
    let told_to_stop = told_to_stop();
    let listen = app.config.listen;
    let listener = TcpListener::bind(listen).await.with_context(|| format!("{listen} cannot be listened on"))?;
    let (stop, stopped) = watch::channel(false);
    let jobs = tokio::spawn(jobs::run(app.clone(), stopped));
    // The jobs are told at once, so that both come to their end in the same ten seconds.
    let told = async {
        told_to_stop.await;
        stop.send_replace(true);
    };
    let mut limits = server::Limits::default();
    limits.free.extend(&app.config.trusted_proxies);
    let served = server::serve(listener, routes::site(&app), limits, told).await;
    stop.send_replace(true);
    jobs.await?;
    served?;
    // What the last requests told of, after the jobs had ended.
    app.security.write_waiting(&app.db, app.clock.now()).await?;
    Ok(())
}

/// Logs what the operator must know; what a person typed or is called is never among it.
pub fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("RUST_LOG").unwrap_or_else(|_| "warn,brobyg=info".into());
    // A second call, as in tests, finds it done.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

/// Ends when the process is told to stop, by Ctrl-C or SIGTERM. Both are heard from now on, and not only once somebody waits.
#[cfg(unix)]
pub fn told_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (interrupted, terminated) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
    async move {
        match (interrupted, terminated) {
            (Ok(mut interrupted), Ok(mut terminated)) => {
                tokio::select! { _ = interrupted.recv() => (), _ = terminated.recv() => () }
            }
            _ => drop(tokio::signal::ctrl_c().await),
        }
    }
}

/// Ends when the process is told to stop.
#[cfg(not(unix))]
pub async fn told_to_stop() {
    drop(tokio::signal::ctrl_c().await);
}
