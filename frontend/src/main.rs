//! Mounts the app once the reader's language is there; everything else lives in the library.

use frontend::api::fetch_words;
use frontend::app::{App, AppProps};
use frontend::browser::{dom, flags, preferences, spawn};

fn main() {
    spawn(async {
        flags::look();
        let language = preferences::language();
        let words = fetch_words(language).await;
        dom::set_language(words.language());
        let props = AppProps { words };
        match dom::by_id("app") {
            Some(root) => drop(yew::Renderer::<App>::with_root_and_props(root, props).render()),
            None => drop(yew::Renderer::<App>::with_props(props).render()),
        }
    });
}
