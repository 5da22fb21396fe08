//! The port through which mails leave: SMTP, or whatever a test puts there.

use std::error::Error as _;
use std::time::Duration;

use anyhow::{Context, anyhow, bail, ensure};
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::response::Category;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use reqwest::Url;

/// How long one mail may take. Less than a claim lasts, so that nobody else begins to send it meanwhile.
pub(super) const SEND_TIME: Duration = Duration::from_secs(40);

/// A mail as it travels.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// From whom, to whom.
    pub envelope: Envelope,
    /// The whole message.
    pub bytes: Vec<u8>,
}

/// Why a mail could not be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Whether trying again is of no use.
    pub is_final: bool,
    /// The reason, without anything personal: answers of servers name addresses.
    pub reason: String,
}

/// Sends mails.
pub trait Sender: Send + Sync {
    /// Sends one; when it answers, the mail is in other hands.
    ///
    /// # Errors
    /// When it was not taken.
    fn send(&self, parcel: &Parcel) -> impl Future<Output = Result<(), Refusal>> + Send;
}

/// A mail server.
#[derive(Debug)]
pub struct Smtp(AsyncSmtpTransport<Tokio1Executor>);

impl Smtp {
    /// The server of a URL: `smtps://user:password@host`, `smtp://host:port`, or with STARTTLS
    /// `smtp://user:password@host?tls=required`. Certificates are checked against the usual authorities, and against those
    /// in `ca`, the text of a PEM file, where there is one.
    ///
    /// # Errors
    /// When the URL is none of these, or the file holds no certificate. The reason does not repeat the URL, because a
    /// password may stand in it.
    pub fn new(url: &str, ca: Option<&str>) -> anyhow::Result<Self> {
        let malformed = || anyhow!("CLUB_SMTP_URL is not of the form smtp://host:port or smtps://user:password@host");
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| malformed())?;
        if let Some(ca) = ca {
            let url = Url::parse(url).map_err(|_| malformed())?;
            transport = transport.tls(tls(&url, ca)?);
        }
        Ok(Self(transport.timeout(Some(SEND_TIME)).build()))
    }
}

/// The way of the URL to a secure connection, with more authorities to trust.
fn tls(url: &Url, ca: &str) -> anyhow::Result<Tls> {
    let host = url.host_str().unwrap_or_default();
    // A file without any would be read as none.
    ensure!(
        ca.contains("-----BEGIN CERTIFICATE-----"),
        "CLUB_MAIL_CA holds no certificate"
    );
    let certificate = Certificate::from_pem(ca.as_bytes()).context("CLUB_MAIL_CA cannot be read")?;
    let parameters = TlsParameters::builder(host.into()).add_root_certificate(certificate);
    let parameters = parameters.build().context("CLUB_MAIL_CA cannot be used")?;
    let way = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, way)| way);
    match (url.scheme(), way.as_deref()) {
        ("smtps", _) => Ok(Tls::Wrapper(parameters)),
        (_, Some("required")) => Ok(Tls::Required(parameters)),
        (_, Some("opportunistic")) => Ok(Tls::Opportunistic(parameters)),
        _ => bail!("CLUB_MAIL_CA is of no use: CLUB_SMTP_URL asks for no secure connection"),
    }
}

impl Sender for Smtp {
    async fn send(&self, parcel: &Parcel) -> Result<(), Refusal> {
        let sending = self.0.send_raw(&parcel.envelope, &parcel.bytes);
        match tokio::time::timeout(SEND_TIME, sending).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(refusal(&error)),
            Err(_) => Err(Refusal {
                is_final: false,
                reason: "no answer in time".into(),
            }),
        }
    }
}

fn refusal(error: &Error) -> Refusal {
    let reason = match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_timeout() => "no answer in time".into(),
        None if is_insecure(error) => "no secure connection".into(),
        None if error.is_response() => "an answer that is none".into(),
        None => "no connection".into(),
    };
    // x3x is about us and not about the mail: a wrong password must not cost anybody a mail.
    let is_about_us = error
        .status()
        .is_some_and(|code| code.category == Category::Unspecified3);
    Refusal {
        is_final: error.is_permanent() && !is_about_us,
        reason,
    }
}

/// Whether the server could not prove who it is. A connection that is secure from its beginning fails as one that was not
/// made, with the reason inside.
fn is_insecure(error: &Error) -> bool {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    let mut io = causes.filter_map(|cause| cause.downcast_ref::<std::io::Error>());
    error.is_tls() || io.any(|cause| cause.kind() == std::io::ErrorKind::InvalidData)
}
