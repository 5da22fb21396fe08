//! Secure connections to a real mail server: made with whom is trusted, and with nobody else.

use backend::mail::{Smtp, deliver};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use super::sink::{Sink, until};
use super::stage::Stage;
use crate::support::Server;

/// A certificate that the server at hand has signed itself, and the file of certificate and key.
fn certificate() -> (String, String) {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let certificate = made.cert.pem();
    let file = format!("{certificate}{}", made.signing_key.serialize_pem());
    (certificate, file)
}

/// Both ways, with what stands in the URL of the mail server.
const WAYS: [(&str, &str, &str); 2] = [("tls", "smtps", ""), ("starttls", "smtp", "?tls=required")];

/// Sends one mail; answers how many have arrived, and what has been written down of the attempt.
async fn sent(sink: &Sink, url: &str, ca: Option<&str>) -> (usize, Option<String>) {
    let stage = Stage::new().await;
    let mail = stage.confirmations(1).await[0];
    let smtp = Smtp::new(url, ca).unwrap();
    deliver(&stage.t.app, &smtp, "worker", &CancellationToken::new())
        .await
        .unwrap();
    let row = stage.row(mail).await;
    assert!(row.given_up_at.is_none(), "it is tried again");
    (sink.mails().len(), row.last_error)
}

#[tokio::test]
async fn mails_go_to_a_server_whose_certificate_is_trusted_and_to_no_other() {
    let (trusted, file) = certificate();
    let (other, _) = certificate();
    for (way, scheme, query) in WAYS {
        let sink = Sink::secure(way, &file);
        let url = format!("{scheme}://127.0.0.1:{}{query}", sink.port);
        let refused = (0, Some("no secure connection".to_owned()));
        assert_eq!(sent(&sink, &url, None).await, refused, "{way}: of nobody");
        assert_eq!(
            sent(&sink, &url, Some(&other)).await,
            refused,
            "{way}: of somebody else"
        );
        assert_eq!(sent(&sink, &url, Some(&trusted)).await, (1, None), "{way}");
    }
}

#[tokio::test]
async fn nothing_is_sent_in_clear_where_a_secure_connection_is_asked_for() {
    let (trusted, _) = certificate();
    for (_, scheme, query) in WAYS {
        let sink = Sink::start();
        let url = format!("{scheme}://127.0.0.1:{}{query}", sink.port);
        let (arrived, error) = sent(&sink, &url, Some(&trusted)).await;
        assert!(arrived == 0 && error.is_some(), "{url}: {error:?}");
    }
    // The negative control: the same server takes what is sent in clear.
    let sink = Sink::start();
    let url = format!("smtp://127.0.0.1:{}", sink.port);
    assert_eq!(sent(&sink, &url, None).await, (1, None));
}

#[tokio::test]
async fn the_server_is_told_by_a_file_whom_to_trust() {
    let (trusted, file) = certificate();
    let sink = Sink::secure("tls", &file);
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("ca.pem"), trusted).unwrap();
    let stage = Stage::new().await;
    super::killed::due_mails(&stage, 1).await;
    let smtp_url = format!("smtps://127.0.0.1:{}", sink.port);
    let from = [
        "--mail-from",
        "club@club.example",
        "--public-url",
        "https://club.example",
    ];
    let settings = [&from[..], &["--smtp-url", &smtp_url, "--mail-ca", "ca.pem"]].concat();
    let _server = Server::start(folder.path(), &stage.t.database_url(), &settings);
    until(async || sink.mails().len() == 1).await;
}

#[test]
fn authorities_that_are_none_or_of_no_use_are_refused() {
    let (trusted, _) = certificate();
    for (url, ca) in [
        ("smtps://mail.example", "nothing"),
        (
            "smtps://mail.example",
            "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n",
        ),
        ("smtp://mail.example", trusted.as_str()),
        ("https://mail.example", trusted.as_str()),
    ] {
        let refused = Smtp::new(url, Some(ca)).unwrap_err();
        assert!(refused.to_string().contains("CLUB_"), "{refused}");
    }
}
