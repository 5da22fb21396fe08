//! A modal dialog: a sheet from below on phones, a box in the middle elsewhere.

use yew::{AttrValue, Callback, Event, Html, MouseEvent, Properties, component, html, use_effect_with, use_node_ref};

use super::{IconName, icon};
use crate::browser::dialog;
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its id, also the beginning of the ids of its parts.
    pub id: AttrValue,
    /// Its name.
    pub title: AttrValue,
    /// Whether it is open.
    pub is_open: bool,
    /// Called when the reader closes it: button, Escape, or a click beside it.
    pub on_close: Callback<()>,
    /// What it is about.
    pub children: Html,
    /// The buttons at its end.
    #[prop_or_default]
    pub footer: Html,
}

/// The dialog. Its content is drawn only while it is open.
#[component]
pub fn Dialog(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    use_effect_with((props.is_open, node.clone()), |(is_open, node)| {
        if *is_open {
            dialog::open(node);
        } else {
            dialog::close(node);
        }
    });
    let onclose = props.on_close.reform(|_: Event| ());
    let close = props.on_close.reform(|_: MouseEvent| ());
    let onclick = {
        let (node, on_close) = (node.clone(), props.on_close.clone());
        move |event: MouseEvent| {
            if dialog::is_backdrop(&node, &event) {
                on_close.emit(());
            }
        }
    };
    let title_id = AttrValue::from([props.id.as_str(), "-title"].concat());
    html! {
        <dialog id={props.id.clone()} class="dialog" ref={node} aria-labelledby={title_id.clone()} {onclose} {onclick}>
            if props.is_open {
                <div class="dialog-box">
                    <header class="dialog-header">
                        <h2 id={title_id}>{ &props.title }</h2>
                        <button type="button" class="icon-button" aria-label={words.t("dialog.close")} onclick={close}>
                            { icon(IconName::Close) }
                        </button>
                    </header>
                    <div class="dialog-body">{ props.children.clone() }</div>
                    <footer class="dialog-footer">{ props.footer.clone() }</footer>
                </div>
            }
        </dialog>
    }
}
