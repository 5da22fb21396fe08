//! The port through which mails leave: SMTP, or whatever a test puts there.

use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Category;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

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
    /// The server of a URL: `smtps://user:password@host`, `smtp://host:port`.
    ///
    /// # Errors
    /// When the URL is none of these. The reason does not repeat it, because a password may stand in it.
    pub fn new(url: &str) -> anyhow::Result<Self> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| {
            anyhow::anyhow!("CLUB_SMTP_URL is not of the form smtp://host:port or smtps://user:password@host")
        })?;
        Ok(Self(transport.timeout(Some(SEND_TIME)).build()))
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
        None if error.is_tls() => "no secure connection".into(),
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
