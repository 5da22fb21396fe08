//! Who may know of the event.

use shared::events::EventReach;
use shared::fields::FiscalYear;
use yew::{Html, html};

use super::super::sheet::{Sheet, switch};
use super::{countries, named, section};
use crate::forms::{Choice, SelectOption, chip_choice, radio_group};

/// Years that are offered: as far as the programme can have come in the life of an event's plan.
const LAST_OFFERED: u16 = 2035;

/// The section.
pub fn audience(sheet: &Sheet) -> Html {
    let audience = &sheet.input.audience;
    let hint = |reach: EventReach| match reach {
        EventReach::Public => "editor.reach_public",
        EventReach::Members => "editor.reach_members",
        EventReach::Chosen => "editor.reach_chosen",
    };
    let choices: Vec<Choice> = EventReach::ALL
        .iter()
        .map(|reach| (reach.code(), sheet.t(reach.key()), Some(sheet.t(hint(*reach)))))
        .collect();
    let on_reach = sheet.change(|input, code: &'static str| {
        if let Ok(reach) = code.parse() {
            input.audience.reach = reach;
        }
    });
    let content = html! {
        <>
            { radio_group(
                &sheet.words,
                &sheet.field("audience.reach", "editor.reach"),
                choices,
                Some(audience.reach.code()),
                &on_reach,
            ) }
            if audience.reach == EventReach::Chosen {
                <div class="editor-nested editor-pair">{ chosen_countries(sheet) }{ chosen_years(sheet) }</div>
            }
        </>
    };
    section("section-audience", sheet.t("editor.audience"), None, content)
}

fn chosen_countries(sheet: &Sheet) -> Html {
    let chosen = sheet.input.audience.countries.iter();
    let chosen: Vec<SelectOption> = chosen.map(|country| named(&sheet.words, *country)).collect();
    let on_switch = sheet.change(|input, code: String| {
        if let Ok(country) = code.parse() {
            switch(&mut input.audience.countries, country);
        }
    });
    let field = sheet.hinted("audience.countries", "editor.countries", "editor.countries_hint");
    chip_choice(
        &sheet.words,
        &field,
        sheet.t("editor.add_country"),
        countries(&sheet.words),
        &chosen,
        &on_switch,
    )
}

fn chosen_years(sheet: &Sheet) -> Html {
    let option = |year: FiscalYear| (year.to_string().into(), sheet.words.year(year));
    let all = (FiscalYear::FIRST.get()..=LAST_OFFERED).filter_map(|year| FiscalYear::try_from(year).ok());
    let chosen: Vec<SelectOption> = sheet.input.audience.years.iter().map(|year| option(*year)).collect();
    let on_switch = sheet.change(|input, code: String| {
        if let Ok(year) = code.parse() {
            switch(&mut input.audience.years, year);
        }
    });
    let field = sheet.hinted("audience.years", "editor.years", "editor.years_hint");
    chip_choice(
        &sheet.words,
        &field,
        sheet.t("editor.add_year"),
        all.map(option),
        &chosen,
        &on_switch,
    )
}
