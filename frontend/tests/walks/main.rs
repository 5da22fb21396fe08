//! The browser walks: what a person does with the release build in a real Chromium. `cargo xtask test walks` starts
//! them; what they need comes by environment, and what is missing is said. Each test is one walk in a browser of its own.

#![expect(clippy::unwrap_used, reason = "a walk that cannot go on has failed")]

mod accessibility;
mod adaptations;
mod events;
mod find_a_person;
mod first_paint;
mod keyboard;
mod language;
mod map;
mod organiser;
mod organiser_access;
mod origin;
mod outage;
mod own_profile;
mod phone;
mod photos;
mod privacy;
mod rsvp;
mod screenshots;
mod sign_in;
mod speed;
mod support;
mod theme;
