//! A headless Chromium and its protocol, spoken over a pipe: events of traces arrive by themselves, input is sent without
//! waiting for its effect, and the browser ends with the pipe, however this program ends.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::Result;

/// The browser reads from descriptor 3 and writes to 4. What it leaves behind goes with it; a process that was torn away
/// still writes for a moment.
const SCRIPT: &str = r#"
profile=$1; shift
"$@" --user-data-dir="$profile" 3<&0 4>&1 </dev/null >/dev/null 2>&1
for _ in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf "$profile" 2>/dev/null
    [ -e "$profile" ] || exit
    sleep 1
done
"#;

/// Like those of the browser walks: nothing is sent home, everything is drawn by the processor.
const FLAGS: [&str; 12] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--remote-debugging-pipe",
];

/// The longest that any answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running browser; it ends with this value.
pub(crate) struct Browser {
    shell: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    events: Vec<Value>,
    last: u64,
}

impl Browser {
    /// Starts it with a new profile.
    pub(crate) fn start(chromium: &OsStr) -> Result<Self> {
        let profile = env::temp_dir().join(format!("sakura-club-bench-{}", std::process::id()));
        let mut shell = Command::new("sh");
        shell.args(["-c", SCRIPT, "browser"]).arg(&profile).arg(chromium);
        // Ctrl-C must not end the shell before the browser it cleans up after.
        shell.args(FLAGS).process_group(0);
        let mut shell = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let output = shell.stdout.take().ok_or("the browser has no output")?;
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            let mut message = Vec::new();
            while output.read_until(0, &mut message).is_ok_and(|length| length > 0) {
                message.pop();
                let read = serde_json::from_slice(&message);
                message.clear();
                if read.is_ok_and(|read: Value| sender.send(read).is_err()) {
                    return;
                }
            }
        });
        Ok(Self {
            input: shell.stdin.take(),
            shell,
            messages,
            events: Vec::new(),
            last: 0,
        })
    }

    /// Sends a command and does not wait for its answer.
    pub(crate) fn post(&mut self, session: Option<&str>, command: &str, params: &Value) -> Result<u64> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": command, "params": params });
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        let mut message = serde_json::to_vec(&message)?;
        message.push(0);
        let input = self.input.as_mut().ok_or("the browser has no input")?;
        input.write_all(&message)?;
        input.flush()?;
        Ok(self.last)
    }

    /// Sends a command; its answer.
    pub(crate) fn call(&mut self, session: Option<&str>, command: &str, params: &Value) -> Result<Value> {
        let id = self.post(session, command, params)?;
        loop {
            let mut message = self.next(command)?;
            if message["id"] == id {
                return match message.get("error") {
                    Some(error) => Err(format!("{command}: {error}").into()),
                    None => Ok(message["result"].take()),
                };
            }
        }
    }

    /// Waits for an event, and returns what came of another kind until then.
    pub(crate) fn collect_until(&mut self, wanted: &str, last: &str) -> Result<Vec<Value>> {
        while !self.events.iter().any(|event| event["method"] == last) {
            self.next(last)?;
        }
        let events = std::mem::take(&mut self.events);
        Ok(events.into_iter().filter(|event| event["method"] == wanted).collect())
    }

    fn next(&mut self, awaited: &str) -> Result<Value> {
        let message = self.messages.recv_timeout(PATIENCE);
        let message = message.map_err(|_| format!("the browser does not answer {awaited}"))?;
        if message.get("method").is_some() {
            self.events.push(message);
            return Ok(Value::Null);
        }
        Ok(message)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        drop(self.input.take());
        drop(self.shell.wait());
    }
}
