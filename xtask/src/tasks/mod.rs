//! One file a command.

pub(crate) mod announce;
pub(crate) mod bench;
pub(crate) mod data;
pub(crate) mod dev;
pub(crate) mod leash;
pub(crate) mod serve;
pub(crate) mod server;
pub(crate) mod test;

/// What `cargo xtask help` says.
pub(crate) const HELP: &str = "\
cargo xtask TASK

  serve [OPTIONS]      build everything and run it, with demo people, on this machine
      --listen ADDR        where it listens                  [127.0.0.1:8080, CLUB_LISTEN]
      --database-url URL   sqlite://FILE or postgres://…     [sqlite://data/club.db, CLUB_DATABASE_URL]
      --members N          how many people, in an empty database  [42652]
      --fresh              empty the database first

  test [PART…]         prove that everything works; all parts, or only some of:
      fmt clippy docs      formatting, lints for host and browser, documentation
      unit                 unit, property, contract, layout and wire tests, on SQLite
      postgres             integration tests on a throw-away PostgreSQL
      views                the page's unit tests and view snapshots
      page                 release build of the page and its budget
      walks                a browser against the release build

  dev                  page and server with reload on 127.0.0.1:8080, for people who change them
  bench [NAME [ARGS]]  measure; without a name, lists the benchmarks
  data [ARGS]          regenerate committed data from its sources

What a machine lacks is fetched on first use: into ~/.cache/sakura-club (or XDG_CACHE_HOME),
shared by all clones, and on Debian with apt-get. `target/xtask-logs/` has the full output.";
