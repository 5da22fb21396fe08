//! One trip: when, how, from whom to whom, and what it was about.

use shared::directory::{ExchangeSummary, OrganisationSummary};
use yew::{Html, html};

use crate::ui::{chip, strong_chip};
use crate::words::Words;

/// The card.
pub(super) fn exchange_card(words: &Words, exchange: &ExchangeSummary) -> Html {
    html! {
        <article class="card exchange">
            <header>
                <h3>{ &exchange.theme }</h3>
                <p class="chips">
                    { strong_chip(words.year(exchange.cohort.fiscal_year)) }
                    { chip(words.t(exchange.cohort.programme.key())) }
                </p>
            </header>
            <dl class="facts">
                <dt>{ words.t("exchange.dates") }</dt>
                <dd>{ words.dates(exchange.starts_on, exchange.ends_on) }</dd>
                <dt>{ words.t("exchange.host") }</dt>
                <dd>{ organisation(&exchange.host) }</dd>
                <dt>{ words.t("exchange.sending") }</dt>
                <dd>{ organisation(&exchange.sending) }</dd>
            </dl>
        </article>
    }
}

fn organisation(organisation: &OrganisationSummary) -> Html {
    html! {
        <>
            <span>{ &organisation.name }</span>
            { for organisation.native_name.iter().map(|name| html! { <span class="native">{ name }</span> }) }
        </>
    }
}
