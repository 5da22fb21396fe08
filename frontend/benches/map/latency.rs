//! How long the server takes to count members by country/region, asked over one connection that stays open.

use std::collections::HashSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Instant;

use shared::api::{Endpoint as _, to_query};
use shared::codes::{Field, OpenTo, Programme};
use shared::fields::{COUNTRIES, FiscalYear};
use shared::map::{ListMapMembers, MapMemberFilter};

use super::Result;

/// Filters that are asked once each, and those that are asked again and again.
const DISTINCT: usize = 5_000;
const REPEATED: usize = 50;
const ROUNDS: usize = 100;
/// Questions that only warm up connection and server.
const WARM_UP: usize = 200;

/// Latencies in milliseconds: of distinct filters, and of repeated ones.
pub(crate) fn of_members(port: u16) -> Result<(Vec<f64>, Vec<f64>)> {
    let mut connection = Connection::open(port)?;
    let filters = filters()?;
    let (warm_up, distinct) = filters.split_at(WARM_UP);
    for query in warm_up {
        connection.get(query)?;
    }
    let distinct = distinct.iter().map(|query| connection.get(query));
    let distinct = distinct.collect::<Result<_>>()?;
    let repeated = (0..ROUNDS).flat_map(|_| warm_up.iter().take(REPEATED));
    let repeated = repeated.map(|query| connection.get(query));
    Ok((distinct, repeated.collect::<Result<_>>()?))
}

/// Queries of filters, no two alike: a year or none, a programme or none, and so on.
fn filters() -> Result<Vec<String>> {
    let mut number = 0;
    let mut known = HashSet::new();
    let mut queries = Vec::new();
    while queries.len() < WARM_UP + DISTINCT {
        let mut rest = number;
        let mut choose = |count: usize| {
            let choice = rest % (count + 1);
            rest /= count + 1;
            choice.checked_sub(1)
        };
        let year = choose(11).map(|year| FiscalYear::try_from(FiscalYear::FIRST.get() + year as u16));
        let filter = MapMemberFilter {
            fiscal_year: year.transpose()?.into_iter().collect(),
            programme: choose(Programme::ALL.len())
                .map(|place| Programme::ALL[place])
                .into_iter()
                .collect(),
            field: choose(Field::ALL.len())
                .map(|place| Field::ALL[place])
                .into_iter()
                .collect(),
            open_to: choose(OpenTo::ALL.len())
                .map(|place| OpenTo::ALL[place])
                .into_iter()
                .collect(),
            lives_in: choose(COUNTRIES.len())
                .map(|place| COUNTRIES[place].parse())
                .transpose()?
                .into_iter()
                .collect(),
            country: Vec::new(),
        };
        let query = to_query(&filter)?;
        if known.insert(query.clone()) {
            queries.push(query);
        }
        number += 1;
    }
    Ok(queries)
}

struct Connection(BufReader<TcpStream>);

impl Connection {
    fn open(port: u16) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Milliseconds from the first byte of the question to the last of the answer.
    fn get(&mut self, query: &str) -> Result<f64> {
        let question = format!(
            "GET {}?{query} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n",
            ListMapMembers::PATH
        );
        let asked = Instant::now();
        self.0.get_mut().write_all(question.as_bytes())?;
        let mut line = String::new();
        self.0.read_line(&mut line)?;
        if !line.starts_with("HTTP/1.1 200") {
            return Err(format!("{query} is answered with {line}").into());
        }
        let mut length = None;
        while line != "\r\n" {
            line.clear();
            if self.0.read_line(&mut line)? == 0 {
                return Err("the server has closed the connection".into());
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = Some(value.trim().parse()?);
            }
        }
        let mut body = vec![0; length.ok_or("the answer has no length")?];
        self.0.read_exact(&mut body)?;
        Ok(asked.elapsed().as_secs_f64() * 1_000.0)
    }
}
