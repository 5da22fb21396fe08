//! The panel as it is drawn now: the views with what their buttons do.

use std::rc::Rc;

use shared::rsvp::{Answer, OwnStanding, RsvpDetails, RsvpInput};
use shared::words::Text;
use yew::{AttrValue, Callback, Html, html};

use super::choice::{has_form, holds, why_not, why_nothing};
use super::draft::{Step, Sure, gives_up, input_of};
use super::panel::Props;
use super::use_answering::{Answering, OWN, Sent};
use super::{answer_bar, standing, sure};
use crate::browser::intl::zones;
use crate::browser::{dom, timing};
use crate::routes::Route;
use crate::ui::quiet_button;
use crate::words::Words;

/// What there is, and the answering that goes on.
pub(super) struct Case<'a> {
    pub(super) words: &'a Words,
    pub(super) props: &'a Props,
    pub(super) answering: &'a Answering,
}

impl Case<'_> {
    /// Something done with the present answering.
    pub(super) fn on<T: 'static>(&self, act: impl Fn(&Answering, T) + 'static) -> Callback<T> {
        let answering = self.answering.clone();
        Callback::from(move |value| act(&answering, value))
    }

    /// Who is signed out is shown the way in.
    pub(super) fn sign_in(&self) -> Html {
        let id = self.props.event.summary.id.to_string();
        let href = Route::SignIn.at(&["event", &id].join("="));
        if let Some(why) = why_nothing(&self.props.event, None) {
            return html! { <p class="answer-why">{ self.words.t(why) }</p> };
        }
        html! {
            <div class="answer-bar">
                <a class="button button--primary" {href}>{ self.words.t("rsvp.sign_in") }</a>
            </div>
        }
    }

    /// What has come of the answer.
    pub(super) fn standing(&self) -> Html {
        let on_accept = self.on(|answering, ()| answering.act(Sent::Accept));
        let on_decline = self.on(|answering, ()| answering.step.set(Step::Sure(Sure::Decline)));
        let own = self.props.state.own.as_ref();
        standing(self.words, &self.props.event, own, &on_accept, &on_decline)
    }

    /// The buttons. One press answers where nothing else belongs to the answer and nothing is given up.
    pub(super) fn bar(&self) -> Html {
        let Props { event, state, now, .. } = self.props;
        let (input, own) = (self.inputs(), state.own);
        let shown = Rc::clone(event);
        // Before it is known what belongs to the answer, sending another would lose it.
        let is_ready = own.is_none() || self.props.details.is_some();
        let on_press = self.on(move |answering, answer: Answer| {
            let is_off = why_not(&shown, own.as_ref(), answer, timing::now()).is_some();
            if is_off || !is_ready || answering.is_busy() {
                return;
            }
            let is_same = own.is_some_and(|own| own.answer == answer && own.standing != OwnStanding::Passed);
            let input = input(answer);
            if has_form(&shown, answer) {
                answering.open(input);
            } else if gives_up(own.as_ref(), &input) {
                answering.step.set(Step::Sure(Sure::Answer(input)));
            } else if !is_same {
                answering.step.set(Step::Rest);
                answering.send(input);
            }
        });
        answer_bar(self.words, event, state, *now, self.answering.pending(), &on_press)
    }

    /// Makes the whole answer of an answer.
    fn inputs(&self) -> impl Fn(Answer) -> RsvpInput + 'static {
        let (event, own) = (Rc::clone(&self.props.event), self.props.state.own);
        let details = self.props.details.as_deref().cloned().unwrap_or_default();
        let language = self.words.language();
        move |answer| RsvpInput {
            language: language.into(),
            zone: zones::own(),
            ..input_of(&event, own.as_ref(), &details, answer)
        }
    }

    /// What the buttons have opened, and what was refused.
    pub(super) fn opened(&self) -> Html {
        let own = self.props.state.own.as_ref();
        match &*self.answering.step {
            Step::Rest => self.refused(),
            Step::Form(draft) => html! { <>{ self.form(draft) }{ self.refused() }</> },
            Step::Sure(asked) => {
                let doing = asked.clone();
                let on_yes = self.on(move |answering, ()| {
                    answering.step.set(Step::Rest);
                    dom::focus_in_place(OWN);
                    match &doing {
                        Sure::Answer(input) => answering.send(input.clone()),
                        Sure::Withdraw => answering.act(Sent::Withdraw),
                        Sure::Decline => answering.act(Sent::Decline),
                    }
                });
                let on_no = self.on(|answering, ()| answering.rest());
                sure(self.words, own, asked, &on_yes, &on_no)
            }
        }
    }

    /// Who sees the answer, and the ways to change or to take it back.
    pub(super) fn afterwards(&self) -> Html {
        let Props {
            event, state, details, ..
        } = self.props;
        let is_open = why_nothing(event, state.own.as_ref()).is_none();
        let Some(own) = state.own.filter(|_| is_open && *self.answering.step == Step::Rest) else {
            return Html::default();
        };
        let input = self.inputs();
        let on_change = self.on(move |answering, ()| answering.open(input(own.answer)));
        let on_withdraw = self.on(|answering, ()| answering.step.set(Step::Sure(Sure::Withdraw)));
        let seen_by = |details: &Rc<RsvpDetails>| -> AttrValue {
            let audience = self.words.t(details.shown_to.key());
            self.words.say(&Text::new("rsvp.seen_by").with("audience", audience))
        };
        let seen_by = details.as_ref().filter(|_| holds(Some(&own))).map(seen_by);
        html! {
            <div class="answer-after">
                if let Some(said) = seen_by {
                    <p>{ said }</p>
                    { quiet_button(self.words.t("rsvp.change"), &on_change) }
                }
                { quiet_button(self.words.t("rsvp.withdraw"), &on_withdraw) }
                if own.standing == OwnStanding::Confirmed {
                    <a class="button button--quiet" href={Route::Ticket(event.summary.id).path()}>
                        { self.words.t("rsvp.ticket") }
                    </a>
                }
            </div>
        }
    }
}
