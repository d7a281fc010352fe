//! A table taken away: all rows of a list that somebody sees, and not only a page of them, or a table of its own.

use poem::Response;
use sea_orm::DatabaseTransaction;
use tokio::task::spawn_blocking;

use crate::{
    app::App,
    error::AppResult,
    list::{Asked, Found},
    page::{self, Ctx, Sheet},
    record::{self, Reader, Revealed},
    spreadsheet::{Format, Table},
    turnstile::{FILES, Pass},
};

/// A list on its way into a file: the filters, the order and the viewer of its page, read in large pages out of one view
/// of the database. See [`list_file`].
pub struct ListFile<'a, F, R> {
    app: &'a App,
    ctx: &'a Ctx,
    asked: &'a Asked<F>,
    sheet: Sheet<'a, R>,
    table: Table,
    pub view: DatabaseTransaction,
    /// Pages read, and pages that there are.
    pages: (u64, u64),
    _place: Pass<'static>,
}

impl<'a, F: Clone, R> ListFile<'a, F, R> {
    pub async fn begin((app, ctx): (&'a App, &'a Ctx), asked: &'a Asked<F>, sheet: Sheet<'a, R>) -> AppResult<Self> {
        let _place = FILES.enter().await?;
        let table = sheet.begin(asked.file().unwrap_or_default(), &app.config.data).map_err(anyhow::Error::from)?;
        let view = app.db.snapshot().await?;
        Ok(Self { app, ctx, asked, sheet, table, view, pages: (0, 1), _place })
    }

    /// What to read next, until everything has been read.
    pub fn next_page(&mut self) -> Option<Asked<F>> {
        let (read, all) = self.pages;
        (read < all).then(|| self.asked.batch(read + 1))
    }

    pub async fn write(&mut self, found: Found<R>) -> AppResult<()> {
        self.pages = (found.paging.page, found.paging.pages);
        self.sheet.write(&mut self.table, &found.rows).map_err(anyhow::Error::from)?;
        note(self.app, self.ctx, &self.sheet.reveals(&found.rows)).await
    }

    pub async fn finish(self) -> AppResult<Response> {
        self.view.commit().await?;
        let format = self.asked.file().unwrap_or_default();
        finished(self.table, &self.sheet.file_name(Some(self.app.clock.today()), format), format).await
    }
}

/// The list as a file, as its page reads it.
macro_rules! list_file {
    ($app:expr, $ctx:expr, $asked:expr, $sheet:expr, |$view:ident, $page:ident| $rows:expr) => {{
        let mut file = $crate::act::ListFile::begin(($app, &$ctx), &$asked, $sheet).await?;
        while let Some($page) = file.next_page() {
            let $view = &file.view;
            let rows = $rows;
            file.write(rows).await?;
        }
        file.finish().await
    }};
}
pub(crate) use list_file;

/// A table whose rows are in memory, as a file.
pub async fn table_file<R>(
    (app, ctx): (&App, &Ctx),
    format: Format,
    sheet: Sheet<'_, R>,
    rows: &[R],
) -> AppResult<Response> {
    let _place = FILES.enter().await?;
    let mut table = sheet.begin(format, &app.config.data).map_err(anyhow::Error::from)?;
    sheet.write(&mut table, rows).map_err(anyhow::Error::from)?;
    note(app, ctx, &sheet.reveals(rows)).await?;
    finished(table, &sheet.file_name(None, format), format).await
}

/// Whom a file tells of is written down before anything leaves, batch by batch as it is read.
async fn note(app: &App, ctx: &Ctx, told: &Revealed) -> AppResult<()> {
    Ok(record::write_readings(&app.db, app.clock.now(), Reader::of(ctx.viewer.as_ref()), told).await?)
}

/// Packing a workbook takes its time, which is nobody else's.
async fn finished(table: Table, name: &str, format: Format) -> AppResult<Response> {
    let file = spawn_blocking(|| table.finish()).await.map_err(anyhow::Error::from)?;
    page::file(name, format, file.map_err(anyhow::Error::from)?).await
}
