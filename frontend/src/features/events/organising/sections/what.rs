//! What people come together for, and who invites.

use shared::events::EventKind;
use yew::{Html, html};

use super::super::sheet::{Sheet, switch};
use super::{countries, named, section};
use crate::forms::{SelectField, SelectOption, chip_choice};

/// The section.
pub fn what(sheet: &Sheet) -> Html {
    let kinds: Vec<SelectOption> = EventKind::ALL
        .iter()
        .map(|kind| (kind.code().into(), sheet.t(kind.key())))
        .collect();
    let on_kind = sheet.change(|input, code: String| {
        if let Ok(kind) = code.parse() {
            input.kind = kind;
        }
    });
    let on_host = sheet.change(|input, code: String| {
        if let Ok(country) = code.parse() {
            switch(&mut input.hosts, country);
        }
    });
    let hosts = sheet.input.hosts.iter().map(|host| named(&sheet.words, *host));
    let hosts: Vec<SelectOption> = hosts.collect();
    let content = html! {
        <div class="editor-pair">
            <SelectField
                field={sheet.field("kind", "editor.kind")} options={kinds} value={sheet.input.kind.code()}
                on_change={on_kind}
            />
            { chip_choice(
                &sheet.words,
                &sheet.hinted("hosts", "editor.hosts", "editor.hosts_hint"),
                sheet.t("editor.add_country"),
                countries(&sheet.words),
                &hosts,
                &on_host,
            ) }
        </div>
    };
    section("section-what", sheet.t("editor.what"), None, content)
}
