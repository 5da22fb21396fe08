//! Says where the server is once it answers. Runs beside the server, which took our place.

use std::thread;
use std::time::{Duration, Instant};

use crate::args::Announce;
use crate::http;
use crate::project::Project;
use crate::run;
use crate::screen;

/// A database of millions may take its time to be read.
const PATIENCE: Duration = Duration::from_secs(180);

/// Waits for `/readyz`, and no longer than the server lives.
pub(crate) fn run(project: &Project, about: &Announce) {
    let started = Instant::now();
    let address = http::reachable(about.address);
    while started.elapsed() < PATIENCE {
        if http::status(address, "/readyz") == Some(200) {
            let ready = Duration::from_millis(about.after) + started.elapsed();
            screen::say(&welcome(&format!("http://{address}"), &screen::time(ready)));
            return;
        }
        thread::sleep(Duration::from_millis(50));
        let mut alive = project.command("kill");
        alive.args(["-0", &about.server.to_string()]);
        if run::ask(alive).is_none() {
            return;
        }
    }
    screen::say(&format!(
        "The server does not answer http://{address}/readyz with 200 yet."
    ));
}

fn welcome(url: &str, ready: &str) -> String {
    format!(
        "
  Ready after {ready}:  {url}

  Sign in as a fictional person, one click each:  {url}/sign-in
    member, coordinator or admin; or from a terminal:
    curl -i -H 'content-type: application/json' -d '{{\"role\":\"member\"}}' {url}/api/demo/session

  Ctrl-C ends it.
"
    )
}
