//! Mails: their kinds, and which of them a member can do without.

crate::codes::codes! {
    /// What a mail is about.
    MailKind in "mail_kind" {
        /// One's party has its seats.
        Confirmed = "confirmed",
        /// One's party is on the waiting list.
        Waiting = "waiting",
        /// Seats are offered to a party that waits.
        Offer = "offer",
        /// An offer passed on, was taken back, or an organiser removed the member.
        Ended = "ended",
        /// What an event says has changed.
        Changed = "changed",
        /// An event was called off.
        Cancelled = "cancelled",
        /// Seven days before an event.
        ReminderWeek = "reminder_week",
        /// A day before an event.
        ReminderDay = "reminder_day",
        /// An hour before an event.
        ReminderHour = "reminder_hour",
        /// After an event, with its report.
        ThankYou = "thank_you",
        /// A message of the organiser.
        Message = "message",
    }
}
