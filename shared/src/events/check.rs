//! What is wrong with an event as it was typed: bounds hold for drafts too, completeness for what is published.

use super::{EventInput, EventReach, Question, QuestionKind};
use crate::fields::is_language_tag;
use crate::validate::{Checker, FieldErrors};
use crate::words::Text;

/// Longest title, in characters.
pub const MAX_TITLE_CHARS: usize = 120;
/// Longest summary, in characters.
pub const MAX_SUMMARY_CHARS: usize = 400;
/// Longest description, in characters.
pub const MAX_DESCRIPTION_CHARS: usize = 12_000;
/// Longest other line, in characters.
pub const MAX_LINE_CHARS: usize = 300;
/// Most people that a member may bring along.
pub const MAX_COMPANIONS: u32 = 20;
/// Most seats of a pool.
pub const MAX_SEATS: u32 = 100_000;
/// Longest that an offered seat is held, in hours.
pub const MAX_HOLD_HOURS: u32 = 168;
/// Most questions of an event, and most choices of a question.
pub const MAX_QUESTIONS: usize = 12;
/// Most languages of an event, and most chapters that invite together.
pub const MAX_LANGUAGES: usize = 8;

impl EventInput {
    /// Whether every part is within its bounds; a draft may be incomplete.
    ///
    /// # Errors
    /// The texts by field.
    pub fn check_bounds(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        self.check_texts(&mut checker);
        self.check_lines(&mut checker);
        self.check_numbers(&mut checker);
        check_questions(&mut checker, &self.questions);
        checker.finish()
    }

    /// Whether everything is there that people need to know. Times and the zone are the server's to check.
    ///
    /// # Errors
    /// The texts by field.
    pub fn check_complete(&self) -> Result<(), FieldErrors> {
        let mut checker = Checker::default();
        let required = || Text::new("invalid.required");
        let original = self.texts.first();
        for (place, text) in self.texts.iter().enumerate() {
            let is_there = |text: &str| !text.trim().is_empty();
            for (name, value) in [
                ("title", &text.title),
                ("summary", &text.summary),
                ("language", &text.language),
            ] {
                checker.check(is_there(value), &format!("texts.{place}.{name}"), required);
            }
        }
        checker.check(original.is_some(), "texts.0.title", required);
        for (field, value) in [
            ("zone", &self.zone),
            ("starts.at", &self.starts.at),
            ("ends.at", &self.ends.at),
        ] {
            checker.check(!value.trim().is_empty(), field, required);
        }
        checker.check(!self.hosts.is_empty(), "hosts", required);
        checker.check(self.room.is_some() || self.online.is_some(), "room", || {
            Text::new("invalid.event_nowhere")
        });
        if let Some(room) = &self.room {
            checker.check(!room.venue.trim().is_empty(), "room.venue", required);
            checker.check(room.country.is_some(), "room.country", required);
        }
        let audience = &self.audience;
        let is_chosen = !audience.countries.is_empty() || !audience.years.is_empty();
        checker.check(
            audience.reach != EventReach::Chosen || is_chosen,
            "audience.countries",
            || Text::new("invalid.nobody_chosen"),
        );
        checker.finish()
    }

    fn check_texts(&self, checker: &mut Checker) {
        checker.check(self.texts.len() <= MAX_LANGUAGES, "texts", || too_many(MAX_LANGUAGES));
        for (place, text) in self.texts.iter().enumerate() {
            for (name, value, max) in [
                ("title", &text.title, MAX_TITLE_CHARS),
                ("summary", &text.summary, MAX_SUMMARY_CHARS),
                ("description", &text.description, MAX_DESCRIPTION_CHARS),
            ] {
                check_text(checker, &format!("texts.{place}.{name}"), value, max);
            }
            check_control(checker, &format!("texts.{place}.title"), &text.title);
            let is_known = text.language.is_empty() || is_language_tag(&text.language);
            let is_alone = self
                .texts
                .iter()
                .filter(|other| other.language == text.language)
                .count()
                == 1;
            checker.check(is_known && is_alone, &format!("texts.{place}.language"), || {
                Text::new("invalid.unknown_value")
            });
        }
    }

    fn check_lines(&self, checker: &mut Checker) {
        let empty = String::new();
        let room = self.room.as_ref();
        for (field, value) in [
            ("zone", &self.zone),
            ("starts.at", &self.starts.at),
            ("ends.at", &self.ends.at),
            (
                "deadline.at",
                self.deadline.as_ref().map_or(&empty, |deadline| &deadline.at),
            ),
            ("room.venue", room.map_or(&empty, |room| &room.venue)),
            ("room.point", room.map_or(&empty, |room| &room.point)),
            (
                "online.link",
                self.online.as_ref().map_or(&empty, |online| &online.link),
            ),
        ] {
            check_length(checker, field, value, MAX_LINE_CHARS);
            check_control(checker, field, value);
        }
        if let Some(room) = room {
            check_text(checker, "room.address", &room.address, MAX_SUMMARY_CHARS);
            checker.check(
                room.point.is_empty() || point(&room.point).is_some(),
                "room.point",
                || Text::new("invalid.point"),
            );
        }
        if let Some(link) = self.online.as_ref().map(|online| online.link.as_str()) {
            let is_link = link.is_empty() || link.starts_with("https://") && !link.contains(char::is_whitespace);
            checker.check(is_link, "online.link", || Text::new("invalid.link"));
        }
    }

    fn check_numbers(&self, checker: &mut Checker) {
        let seats = [
            ("room.seats", self.room.as_ref().and_then(|room| room.seats)),
            ("online.seats", self.online.as_ref().and_then(|online| online.seats)),
        ];
        for (field, seats) in seats {
            // No seats at all would say that one cannot take part in this way: leave the way out instead.
            checker.check(
                seats.is_none_or(|seats| (1..=MAX_SEATS).contains(&seats)),
                field,
                || between(1, MAX_SEATS),
            );
        }
        checker.check(self.companions_max <= MAX_COMPANIONS, "companions_max", || {
            between(0, MAX_COMPANIONS)
        });
        checker.check((1..=MAX_HOLD_HOURS).contains(&self.hold_hours), "hold_hours", || {
            between(1, MAX_HOLD_HOURS)
        });
        checker.check(self.hosts.len() <= MAX_LANGUAGES, "hosts", || too_many(MAX_LANGUAGES));
        checker.check(self.questions.len() <= MAX_QUESTIONS, "questions", || {
            too_many(MAX_QUESTIONS)
        });
    }
}

fn check_questions(checker: &mut Checker, questions: &[Question]) {
    for (place, question) in questions.iter().enumerate() {
        let field = |name: &str| format!("questions.{place}.{name}");
        check_length(checker, &field("label"), &question.label, MAX_LINE_CHARS);
        check_control(checker, &field("label"), &question.label);
        let is_named = !question.label.trim().is_empty() || question.kind == QuestionKind::Diet;
        checker.check(is_named, &field("label"), || Text::new("invalid.required"));
        let is_id =
            (1..=32).contains(&question.id.len()) && question.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_alone = questions.iter().filter(|other| other.id == question.id).count() == 1;
        checker.check(is_id && is_alone, &field("id"), || Text::new("invalid.unknown_value"));
        let choices = question.choices.len();
        let fits = question.kind != QuestionKind::Choice || (2..=MAX_QUESTIONS).contains(&choices);
        checker.check(fits, &field("choices"), || between(2, MAX_QUESTIONS as u32));
        for choice in &question.choices {
            check_length(checker, &field("choices"), choice, MAX_LINE_CHARS);
            check_control(checker, &field("choices"), choice);
            checker.check(!choice.trim().is_empty(), &field("choices"), || {
                Text::new("invalid.required")
            });
        }
    }
}

/// Latitude and longitude in degrees.
pub fn point(text: &str) -> Option<(f64, f64)> {
    let (latitude, longitude) = text.split_once(',')?;
    let degrees = |text: &str, most: f64| text.trim().parse::<f64>().ok().filter(|degrees| degrees.abs() <= most);
    degrees(latitude, 90.0).zip(degrees(longitude, 180.0))
}

fn check_length(checker: &mut Checker, field: &str, text: &str, max: usize) {
    checker.check(text.chars().count() <= max, field, || {
        Text::new("invalid.too_long").with("max", max)
    });
}

/// A text of several lines: no signs but those that are seen, and what parts lines and columns.
pub(super) fn check_text(checker: &mut Checker, field: &str, text: &str, max: usize) {
    check_length(checker, field, text, max);
    let is_layout = |sign: char| matches!(sign, '\n' | '\r' | '\t');
    let is_good = text.chars().all(|sign| !sign.is_control() || is_layout(sign));
    checker.check(is_good, field, || Text::new("invalid.control_character"));
}

fn check_control(checker: &mut Checker, field: &str, text: &str) {
    checker.check(!text.chars().any(char::is_control), field, || {
        Text::new("invalid.control_character")
    });
}

fn too_many(max: usize) -> Text {
    Text::new("invalid.too_many").with("max", max)
}

fn between(least: u32, most: u32) -> Text {
    Text::new("invalid.between").with("min", least).with("max", most)
}
