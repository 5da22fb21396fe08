//! Marks in a name the words that it was found by, forgiving accents as the search does.

use yew::{Html, html};

/// The name with marks on what was searched for.
pub fn highlight(text: &str, query: &str) -> Html {
    let draw = |(is_match, part): (bool, &str)| {
        let part = String::from(part);
        if is_match {
            html! { <mark>{ part }</mark> }
        } else {
            html! { { part } }
        }
    };
    parts(text, query).into_iter().map(draw).collect()
}

/// The text in pieces, each with whether it was searched for.
fn parts<'a>(text: &'a str, query: &str) -> Vec<(bool, &'a str)> {
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, letter)| (at, fold(letter))).collect();
    let mut marked = vec![false; letters.len()];
    for word in query.split_whitespace() {
        mark(&letters, &word.chars().map(fold).collect::<Vec<_>>(), &mut marked);
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for place in 0..letters.len() {
        let end = letters.get(place + 1).map_or(text.len(), |(at, _)| *at);
        let is_last = marked.get(place + 1) != marked.get(place);
        if is_last {
            parts.push((marked[place], &text[start..end]));
            start = end;
        }
    }
    parts
}

/// Marks where a word stands at the beginning of one of the text's words; letters without an alphabet anywhere.
fn mark(letters: &[(usize, char)], word: &[char], marked: &mut [bool]) {
    let anywhere = word.first().is_some_and(|letter| *letter > '\u{2E80}');
    for start in 0..letters.len() {
        let begins = start == 0 || matches!(letters[start - 1].1, ' ' | '-' | '.' | '\'' | '’');
        let window = letters.get(start..start + word.len());
        let fits = window.is_some_and(|window| window.iter().map(|(_, letter)| letter).eq(word));
        if fits && (begins || anywhere) {
            marked[start..start + word.len()].fill(true);
        }
    }
}

/// A text without case and accents, for finding something in it.
pub fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// A letter without case and accent. Each stays one letter, so that places stay the same.
/// By hand, because Unicode's own tables would weigh more than all names on the screen.
fn fold(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        // Greek and Cyrillic capitals.
        'Α'..='Ω' | 'А'..='Я' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        _ if letter.is_ascii() => letter,
        _ => ACCENTS
            .iter()
            .find(|(_, accented)| accented.contains(letter))
            .map_or(letter, |(plain, _)| *plain),
    }
}

const ACCENTS: [(char, &str); 19] = [
    ('a', "àáâãäåāăąǎạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ"),
    ('c', "çćĉċčÇĆĈĊČ"),
    ('d', "ďđðĎĐÐ"),
    ('e', "èéêëēĕėęěẹẻẽếềểễệÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ"),
    ('g', "ĝğġģĜĞĠĢ"),
    ('h', "ĥħĤĦ"),
    ('i', "ìíîïĩīĭįıǐỉịÌÍÎÏĨĪĬĮİǏỈỊ"),
    ('j', "ĵĴ"),
    ('k', "ķĶ"),
    ('l', "ĺļľŀłĹĻĽĿŁ"),
    ('n', "ñńņňŋÑŃŅŇŊ"),
    ('o', "òóôõöøōŏőơǒọỏốồổỗộớờởỡợÒÓÔÕÖØŌŎŐƠǑỌỎỐỒỔỖỘỚỜỞỠỢ"),
    ('r', "ŕŗřŔŖŘ"),
    ('s', "śŝşšșŚŜŞŠȘ"),
    ('t', "ţťŧțŢŤŦȚ"),
    ('u', "ùúûüũūŭůűųưǔụủứừửữựÙÚÛÜŨŪŬŮŰŲƯǓỤỦỨỪỬỮỰ"),
    ('w', "ŵŴ"),
    ('y', "ýÿŷỳỵỷỹÝŸŶỲỴỶỸ"),
    ('z', "źżžŹŻŽ"),
];

#[cfg(test)]
mod tests {
    use super::parts;

    fn marked(text: &str, query: &str) -> String {
        let said = parts(text, query).into_iter();
        said.map(|(is_match, part)| if is_match { format!("[{part}]") } else { part.into() })
            .collect()
    }

    #[test]
    fn words_are_marked_without_accents_and_case() {
        assert_eq!(marked("Nguyễn Thị Minh", "nguyen"), "[Nguyễn] Thị Minh");
        assert_eq!(marked("Đinh Văn An", "dinh an"), "[Đinh] Văn [An]");
        assert_eq!(marked("Łukasz", "Luk"), "[Łuk]asz");
        assert_eq!(marked("Батбаяр", "бат"), "[Бат]баяр");
    }

    #[test]
    fn only_beginnings_of_words_are_marked() {
        assert_eq!(marked("Ananda Rana", "an"), "[An]anda Rana");
    }

    #[test]
    fn native_scripts_are_marked_anywhere() {
        assert_eq!(marked("王小明", "明"), "王小[明]");
        assert_eq!(marked("佐藤さくら", "さくら"), "佐藤[さくら]");
    }

    #[test]
    fn nothing_searched_nothing_marked() {
        assert_eq!(marked("Ana", ""), "Ana");
        assert_eq!(marked("", "a"), "");
        assert_eq!(marked("Ana", "zzzzzz"), "Ana");
    }
}
