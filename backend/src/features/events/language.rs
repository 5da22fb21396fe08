//! Which of several texts a reader gets: theirs, or the original. Pure.

/// The place of the text for a reader in a list of languages whose first is the original: the reader's own language as
/// it is written, then without region and script, then any that begins like it, then the original.
pub(super) fn choose<'a>(languages: impl Iterator<Item = &'a str> + Clone, wanted: &str) -> usize {
    let primary = primary(wanted);
    let place = |fits: &dyn Fn(&str) -> bool| languages.clone().position(fits);
    if wanted.is_empty() {
        return 0;
    }
    place(&|language| language.eq_ignore_ascii_case(wanted))
        .or_else(|| place(&|language| language.eq_ignore_ascii_case(primary)))
        .or_else(|| place(&|language| self::primary(language).eq_ignore_ascii_case(primary)))
        .unwrap_or(0)
}

/// The language of a tag without script and region.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::choose;

    #[test]
    fn readers_get_their_own_language_or_the_original() {
        let languages = ["en", "zh-TW", "zh", "pt-BR"];
        for (wanted, expected) in [
            ("", "en"),
            ("en", "en"),
            ("en-GB", "en"),
            ("zh-TW", "zh-TW"),
            ("zh-tw", "zh-TW"),
            ("zh-CN", "zh"),
            ("zh", "zh"),
            ("pt", "pt-BR"),
            ("pt-PT", "pt-BR"),
            ("ja", "en"),
            ("p", "en"),
        ] {
            let place = choose(languages.into_iter(), wanted);
            assert_eq!(languages[place], expected, "{wanted}");
        }
        assert_eq!(choose([].into_iter(), "ja"), 0);
    }
}
