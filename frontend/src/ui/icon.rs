//! The few icons of the page, drawn in the colour of the text around them.

use yew::{Html, html};

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// The mark of the club.
    Blossom,
    /// Start page.
    Home,
    /// Several people.
    People,
    /// One person.
    Person,
    /// Looking for something.
    Search,
    /// Things to set.
    Settings,
    /// Narrowing a list.
    Filter,
    /// Taking away or closing.
    Close,
    /// Back to where one came from.
    Back,
    /// Onward.
    Forward,
    /// Earlier in a list.
    Up,
    /// Later in a list.
    Down,
    /// Done.
    Check,
    /// Something is wrong.
    Alert,
    /// Following the device.
    Device,
    /// More, or nearer.
    Plus,
    /// Less, or farther.
    Minus,
    /// All of it.
    Whole,
    /// Starting what moves by itself.
    Play,
    /// Stopping it.
    Pause,
    /// Taking along as a file.
    Download,
    /// The world.
    Globe,
    /// What takes place.
    Calendar,
    /// Light.
    Sun,
    /// Dark.
    Moon,
}

impl IconName {
    const fn path(self) -> &'static str {
        match self {
            Self::Blossom => BLOSSOM,
            Self::Home => "M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z",
            Self::People => {
                "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.5a6.5 6.5 0 0 1 3.5 5.5"
            }
            Self::Person => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20",
            Self::Settings => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Back => "M15 5l-7 7 7 7",
            Self::Forward => "M9 5l7 7-7 7",
            Self::Up => "M5 15l7-7 7 7",
            Self::Down => "M5 9l7 7 7-7",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Alert => "M12 8v5M12 16.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
            Self::Device => "M4 5h16v11H4zM9 20h6M12 16v4",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Whole => "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
            Self::Play => "M8 5v14l11-7z",
            Self::Pause => "M8 5v14M16 5v14",
            Self::Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
            Self::Globe => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
            Self::Calendar => "M4 6h16v14H4zM4 11h16M8 3v4M16 3v4",
            Self::Sun => {
                "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4"
            }
            Self::Moon => "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
        }
    }
}

/// Five petals with a notch each, around one centre.
const BLOSSOM: &str = "M12 11.2C9.6 8.9 9.4 5.2 11.2 3l.8.9.8-.9c1.8 2.2 1.6 5.9-.8 8.2zM12.8 11.8c1.4-3 4.9-4.3 7.5-3.3l-.6 1.1 1.1.5c-1.5 2.4-5.1 3.3-8 1.7zM12.5 12.7c3.3.4 5.6 3.3 5.4 6.1l-1.2-.2-.2 1.2c-2.7-.7-4.7-3.9-4-7.1zM11.5 12.7c.7 3.2-1.3 6.4-4 7.1l-.2-1.2-1.2.2c-.2-2.8 2.1-5.7 5.4-6.1zM11.2 11.8c-2.9 1.6-6.5.7-8-1.7l1.1-.5-.6-1.1c2.6-1 6.1.3 7.5 3.3z";

/// The icon. Hidden from screen readers: words always go with it.
pub fn icon(name: IconName) -> Html {
    let class = if name == IconName::Blossom {
        "icon icon--blossom"
    } else {
        "icon"
    };
    html! {
        <svg {class} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={name.path()} /></svg>
    }
}
