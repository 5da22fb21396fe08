//! What an organiser asks of those who come.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

crate::codes::codes! {
    /// How a question is answered.
    QuestionKind in "question_kind" {
        /// In one's own words.
        Text = "text",
        /// By one of several choices.
        Choice = "choice",
        /// By what one does not eat: the choices are the product's own, in the reader's language.
        Diet = "diet",
        /// By yes or no.
        YesNo = "yes_no",
    }
}

crate::codes::codes! {
    /// What somebody does not eat.
    Diet in "diet" {
        /// Eats everything.
        Everything = "everything",
        /// No meat and no fish.
        Vegetarian = "vegetarian",
        /// Nothing from animals.
        Vegan = "vegan",
        /// Halal.
        Halal = "halal",
        /// Kosher.
        Kosher = "kosher",
        /// No pork.
        NoPork = "no_pork",
        /// No beef.
        NoBeef = "no_beef",
    }
}

/// A question to those who come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Stays the same while the question is edited; small letters and digits.
    pub id: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// What is asked; the product's own words for a diet where it is empty.
    #[serde(default)]
    pub label: String,
    /// The choices, for a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Whether it must be answered.
    #[serde(default)]
    pub is_required: bool,
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionAnswer {
    /// The question's id.
    pub id: String,
    /// The words, the choice, or the code of the diet or of yes and no.
    pub value: String,
}

impl Question {
    /// Whether an answer is one to this question.
    pub fn accepts(&self, value: &str) -> bool {
        match self.kind {
            QuestionKind::Text => !value.trim().is_empty(),
            QuestionKind::Choice => self.choices.iter().any(|choice| choice == value),
            QuestionKind::Diet => value.parse::<Diet>().is_ok(),
            QuestionKind::YesNo => matches!(value, "yes" | "no"),
        }
    }
}
