//! The command line: words in, one `Task` out.

use std::net::SocketAddr;

use crate::failure::{Failure, Result};
use crate::tasks::test::Part;

/// What the person asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    Serve(Serve),
    Test(Vec<Part>),
    Dev,
    /// Name of the benchmark, if any, and what it is given.
    Bench(Option<String>, Vec<String>),
    Data(Vec<String>),
    /// Called by trunk before it reads `index.html`.
    PreparePage,
    /// Called by trunk in place of wasm-bindgen, with its arguments.
    BindPage(Vec<String>),
    /// Called by trunk when its output is complete but not yet in place.
    FinishPage,
    /// Called by `serve`: says where the server is once it answers.
    Announce(Announce),
}

/// Options of `serve`; the environment's values where the line has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Serve {
    pub(crate) listen: SocketAddr,
    pub(crate) database_url: String,
    pub(crate) members: Option<u32>,
    pub(crate) fresh: bool,
}

/// What `announce` has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Announce {
    pub(crate) address: SocketAddr,
    /// Process that becomes the server.
    pub(crate) server: u32,
    /// Milliseconds that had passed when it was started.
    pub(crate) after: u64,
}

/// Reads the words after `cargo xtask`; `env` looks up a setting's environment variable.
pub(crate) fn parse(words: &[String], env: impl Fn(&str) -> Option<String>) -> Result<Task> {
    let Some((task, rest)) = words.split_first() else {
        return Ok(Task::Help);
    };
    if rest
        .iter()
        .take_while(|word| *word != "--")
        .any(|word| word == "--help" || word == "-h")
    {
        return Ok(Task::Help);
    }
    match task.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "serve" => serve(rest, env).map(Task::Serve),
        "test" => rest
            .iter()
            .map(|word| Part::named(word))
            .collect::<Result<_>>()
            .map(Task::Test),
        "dev" => nothing_after(task, rest).map(|()| Task::Dev),
        "bench" => Ok(bench(rest)),
        "data" => Ok(Task::Data(rest.to_vec())),
        "prepare-page" => nothing_after(task, rest).map(|()| Task::PreparePage),
        "bind-page" => Ok(Task::BindPage(rest.to_vec())),
        "finish-page" => nothing_after(task, rest).map(|()| Task::FinishPage),
        "announce" => announce(rest).map(Task::Announce),
        other => Err(Failure::usage(format!("There is no task `{other}`."))),
    }
}

fn nothing_after(task: &str, rest: &[String]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(Failure::usage(format!(
            "`{task}` takes no arguments, but got `{word}`."
        ))),
    }
}

fn bench(rest: &[String]) -> Task {
    let Some((name, args)) = rest.split_first() else {
        return Task::Bench(None, Vec::new());
    };
    let args = args
        .iter()
        .enumerate()
        .filter(|(at, word)| !(*at == 0 && *word == "--"));
    Task::Bench(Some(name.clone()), args.map(|(_, word)| word.clone()).collect())
}

fn announce(rest: &[String]) -> Result<Announce> {
    match rest {
        [address, server, after] => Ok(Announce {
            address: number("announce", address)?,
            server: number("announce", server)?,
            after: number("announce", after)?,
        }),
        _ => Err(Failure::usage("`announce` is called by `serve` only.")),
    }
}

fn serve(rest: &[String], env: impl Fn(&str) -> Option<String>) -> Result<Serve> {
    let mut listen = env("CLUB_LISTEN");
    let mut database_url = env("CLUB_DATABASE_URL");
    let (mut members, mut fresh) = (None, false);
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        let (name, attached) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (word.as_str(), None),
        };
        let mut value = || {
            let value = attached.clone().or_else(|| words.next().cloned());
            value.ok_or_else(|| Failure::usage(format!("`{name}` needs a value.")))
        };
        match name {
            "--listen" => listen = Some(value()?),
            "--database-url" => database_url = Some(value()?),
            "--members" => members = Some(number(name, &value()?)?),
            "--fresh" if attached.is_none() => fresh = true,
            _ => return Err(Failure::usage(format!("`serve` does not know `{word}`."))),
        }
    }
    let listen = listen.unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let database_url = database_url.unwrap_or_else(|| "sqlite://data/club.db".to_owned());
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if !known.iter().any(|scheme| database_url.starts_with(scheme)) {
        return Err(Failure::usage("`--database-url` is `sqlite://FILE` or `postgres://…`."));
    }
    Ok(Serve {
        listen: number("--listen", &listen)?,
        database_url,
        members,
        fresh,
    })
}

fn number<T: std::str::FromStr>(name: &str, value: &str) -> Result<T> {
    let example = if name == "--listen" {
        "an address with a port, such as 127.0.0.1:8080"
    } else {
        "a whole number"
    };
    value
        .parse()
        .map_err(|_| Failure::usage(format!("`{name}` wants {example}, not `{value}`.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Task> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>(), |_| {
            None
        })
    }

    fn serving(line: &str) -> Result<Serve> {
        match read(line)? {
            Task::Serve(serve) => Ok(serve),
            other => Err(Failure::new(format!("{other:?}"))),
        }
    }

    #[test]
    fn serve_has_defaults_and_takes_both_spellings() -> Result<()> {
        let plain = serving("serve")?;
        assert_eq!(plain.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(plain.database_url, "sqlite://data/club.db");
        assert!(!plain.fresh && plain.members.is_none());
        let full = serving("serve --listen=[::1]:90 --database-url postgres://u@h/d?a=b --members 500 --fresh")?;
        assert_eq!(full.listen.to_string(), "[::1]:90");
        assert_eq!(full.database_url, "postgres://u@h/d?a=b");
        assert_eq!((full.members, full.fresh), (Some(500), true));
        Ok(())
    }

    #[test]
    fn the_environment_comes_before_defaults_and_after_flags() -> Result<()> {
        let env = |name: &str| (name == "CLUB_LISTEN").then(|| "127.0.0.1:9".to_owned());
        let read = |words: &[&str]| parse(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>(), env);
        for (words, port) in [(&["serve"][..], 9), (&["serve", "--listen", "127.0.0.1:7"][..], 7)] {
            assert!(matches!(read(words)?, Task::Serve(serve) if serve.listen.port() == port));
        }
        Ok(())
    }

    #[test]
    fn wrong_lines_are_usage_errors_that_name_the_word() {
        for (line, word) in [
            ("sevre", "sevre"),
            ("serve --port 80", "--port"),
            ("serve --listen", "--listen"),
            ("serve --listen 8080", "8080"),
            ("serve --members many", "many"),
            ("serve --fresh=yes", "--fresh=yes"),
            ("serve --database-url mysql://x", "--database-url"),
            ("test everything", "everything"),
            ("dev fast", "fast"),
        ] {
            let failure = read(line).expect_err(line);
            assert!(failure.to_string().contains(word), "{failure}");
            assert_eq!(
                format!("{:?}", failure.exit_code()),
                format!("{:?}", std::process::ExitCode::from(2))
            );
        }
    }

    #[test]
    fn bench_passes_the_rest_on() -> Result<()> {
        let args = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        assert_eq!(read("bench")?, Task::Bench(None, vec![]));
        assert_eq!(
            read("bench directory -- --quick")?,
            Task::Bench(Some("directory".into()), args(&["--quick"]))
        );
        assert_eq!(
            read("bench directory -- --help")?,
            Task::Bench(Some("directory".into()), args(&["--help"]))
        );
        assert_eq!(read("serve --help")?, Task::Help);
        assert_eq!(read("")?, Task::Help);
        Ok(())
    }
}
