//! Reads whole tables. Rows come packed, some hundred in one text: taking 42,652 rows of eleven values one by one out
//! of the driver was a large part of the start.

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, Statement, StreamTrait};

/// Between two values, and between two rows. No text has them: control characters are refused at the door.
const UNIT: char = '\u{1F}';
const RECORD: char = '\u{1E}';
/// Rows of one text.
const PIECE: u32 = 256;
/// Texts that are read at the same time.
const AT_ONCE: usize = 3;

/// Every row of a table: the first value an id, all as text, nothing for null. While one piece is taken in, the next
/// ones are read.
pub(super) async fn each_row<const N: usize>(
    db: &DatabaseConnection,
    table: &str,
    columns: [&str; N],
    mut take: impl FnMut([&str; N]) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let is_sqlite = db.get_database_backend() == DbBackend::Sqlite;
    let texts = columns.map(|column| match (column.ends_with("id"), is_sqlite) {
        (true, true) => format!("coalesce(hex({column}), '')"),
        (true, false) => format!("coalesce(CAST({column} AS text), '')"),
        (false, _) => format!("coalesce({column}, '')"),
    });
    let packed = texts.join(&format!(" || '{UNIT}' || "));
    let texts = if is_sqlite {
        sqlite_pieces(db, table, &packed).await?
    } else {
        postgres_pieces(db, table, &packed).await?
    };
    // A task of its own goes on while this one is busy with the piece before.
    let mut pieces = std::pin::pin!(texts.map(tokio::spawn).buffered(AT_ONCE));
    while let Some(piece) = pieces.next().await {
        for record in piece??.split(RECORD).filter(|record| !record.is_empty()) {
            let mut values = record.split(UNIT);
            take(std::array::from_fn(|_| values.next().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// Texts that are still on their way.
type Pieces<'a> = BoxStream<'a, BoxFuture<'static, Result<String, DbErr>>>;

/// By ranges of row numbers.
async fn sqlite_pieces(db: &DatabaseConnection, table: &str, packed: &str) -> anyhow::Result<Pieces<'static>> {
    let last = sqlite_text(db.clone(), format!("SELECT CAST(max(rowid) AS text) FROM {table}")).await?;
    let last: u32 = if last.is_empty() { 0 } else { last.parse()? };
    let sql = format!("SELECT string_agg({packed}, '{RECORD}') FROM {table}");
    let db = db.clone();
    let piece = move |number: u32| {
        let first = number * PIECE;
        let sql = format!("{sql} WHERE rowid BETWEEN {first} AND {}", first + PIECE - 1);
        sqlite_text(db.clone(), sql).boxed()
    };
    Ok(futures_util::stream::iter(0..=last / PIECE).map(piece).boxed())
}

/// In one go.
async fn postgres_pieces<'a>(db: &'a DatabaseConnection, table: &str, packed: &str) -> anyhow::Result<Pieces<'a>> {
    let sql = format!(
        "SELECT string_agg(packed, '{RECORD}') AS piece FROM \
         (SELECT (row_number() OVER ()) / {PIECE} AS number, {packed} AS packed FROM {table}) AS packed_rows GROUP BY number"
    );
    let rows = db
        .stream_raw(Statement::from_string(db.get_database_backend(), sql))
        .await?;
    let text =
        |row: Result<QueryResult, DbErr>| std::future::ready(row.and_then(|row| row.try_get("", "piece"))).boxed();
    Ok(rows.map(text).boxed())
}

/// The one text that a query answers; nothing when there are no rows.
async fn sqlite_text(db: DatabaseConnection, sql: String) -> Result<String, DbErr> {
    let row = db.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    let text = row.map(|row| row.try_get_by_index::<Option<String>>(0)).transpose()?;
    Ok(text.flatten().unwrap_or_default())
}
