//! One trip: when, how, from whom to whom, and what it was about.

use shared::directory::{ExchangeSummary, OrganisationSummary};
use yew::{Html, Properties, component, html};

use crate::ui::Chip;
use crate::words::use_words;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The trip.
    pub exchange: ExchangeSummary,
}

/// The card.
#[component]
pub(crate) fn ExchangeCard(props: &Props) -> Html {
    let words = use_words();
    let exchange = &props.exchange;
    html! {
        <article class="card exchange">
            <header>
                <h3>{ &exchange.theme }</h3>
                <p class="chips">
                    <Chip label={words.year(exchange.cohort.fiscal_year)} is_strong=true />
                    <Chip label={words.t(exchange.cohort.programme.key())} />
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
