//! Short texts of members, one after the other in one piece of memory instead of one allocation each.

/// One text for each document; empty texts are free.
#[derive(Debug, Default)]
pub(super) struct Texts {
    arena: String,
    places: Vec<(u32, u16)>,
}

impl Texts {
    /// Makes room for `size` documents.
    pub(super) fn grow(&mut self, size: usize) {
        self.places.resize(size, (0, 0));
    }

    /// Sets the text of a document. A longer text than 65,535 bytes cannot be: inputs are checked at the door.
    pub(super) fn set(&mut self, doc: u32, text: &str) {
        if self.get(doc) == text {
            return;
        }
        let length = u16::try_from(text.len()).unwrap_or(0);
        self.places[doc as usize] = (self.arena.len() as u32, length);
        self.arena.push_str(&text[..length.into()]);
    }

    /// The text of a document.
    pub(super) fn get(&self, doc: u32) -> &str {
        let (start, length) = self.places[doc as usize];
        &self.arena[start as usize..start as usize + usize::from(length)]
    }

    /// Gives back what was reserved too much.
    pub(super) fn shrink(&mut self) {
        self.arena.shrink_to_fit();
        self.places.shrink_to_fit();
    }
}

/// Texts that many members share, each once.
#[derive(Debug, Default)]
pub(super) struct Shared {
    texts: Vec<Box<str>>,
    numbers: rustc_hash::FxHashMap<Box<str>, u32>,
}

impl Shared {
    /// The number of a text, new if need be.
    pub(super) fn intern(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.texts.len() as u32;
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        number
    }

    /// The text of a number.
    pub(super) fn get(&self, number: u32) -> &str {
        &self.texts[number as usize]
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> u32 {
        self.texts.len() as u32
    }

    /// Every text with its number.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..).zip(self.texts.iter().map(|text| &**text))
    }
}
