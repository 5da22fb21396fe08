//! Parts that know words, but no feature, route, endpoint or session. What has no state of its own is a
//! function that draws, not a component: a component costs about 2 kB in the wasm, whatever it does.

mod avatar;
mod button;
mod chip;
mod clocks;
mod dialog;
mod empty_state;
mod highlight;
mod icon;
mod pager;
mod place;
mod problem_panel;
mod seats;
mod segmented;
mod skeleton;
mod source;
mod toast;
mod use_flag;
mod use_nearness;
mod use_pointed;

pub use avatar::{AvatarSize, avatar};
pub use button::{icon_button, main_button, press_button, quiet_button};
pub use chip::{badge, chip, removable_chip, strong_chip};
pub use clocks::{clocks, moment_on_clocks, own_clock, short_clocks};
pub use dialog::Dialog;
pub use empty_state::empty_state;
pub use highlight::{folded, highlight};
pub use icon::{IconName, icon};
pub use pager::{pager, pages};
pub use place::place;
pub use problem_panel::problem_panel;
pub use seats::{is_offered, offered_pools, seat_bar, seats_in_short, seats_left};
pub use segmented::{Segment, segmented};
pub use skeleton::{SkeletonShape, skeleton};
pub use source::{document, source, source_name};
pub use toast::{Toasts, ToastsProvider, use_toasts};
pub use use_flag::{turn, use_flag};
pub use use_nearness::use_nearness;
pub use use_pointed::use_pointed;
