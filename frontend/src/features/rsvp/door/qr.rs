//! A QR code as one path: nothing but squares.

use fast_qr::QRBuilder;
use yew::{AttrValue, Html, html};

/// The quiet border that readers need, in modules.
const BORDER: usize = 4;

/// A text as a picture; nothing where it is too long for any code. Dark on light in every theme: many readers know no
/// other way.
pub(super) fn qr(text: &str, label: AttrValue) -> Html {
    let Ok(code) = QRBuilder::new(text).build() else {
        return Html::default();
    };
    let side = code.size + 2 * BORDER;
    let view = ["0 0", &side.to_string(), &side.to_string()].join(" ");
    let mut path = String::new();
    for row in 0..code.size {
        for column in (0..code.size).filter(|column| code[row][*column].value()) {
            path.push_str(
                &[
                    "M",
                    &(column + BORDER).to_string(),
                    " ",
                    &(row + BORDER).to_string(),
                    "h1v1h-1z",
                ]
                .concat(),
            );
        }
    }
    html! {
        <svg class="qr" viewBox={view} role="img" aria-label={label} shape-rendering="crispEdges">
            <rect class="qr-ground" width="100%" height="100%" />
            <path class="qr-sign" d={path} />
        </svg>
    }
}
