//! Photos of an event: made smaller before they are sent, and what is none is not sent.

use serde_json::{Value, json};
use shared::codes::Role;

use crate::support::{DESKTOP, Page, Server, reunion, walk_on, words};

/// Chooses a file that is made in the page; what is sent is noted.
const CHOOSE: &str = "const [kind] = arguments; \
    window.sent = []; \
    const send = window.send ??= window.fetch; \
    window.fetch = (address, init) => { \
        if (init?.body instanceof Blob) window.sent.push({ type: init.body.type, size: init.body.size }); \
        return send(address, init); }; \
    const choose = (file) => { \
        const files = new DataTransfer(); files.items.add(file); \
        const field = document.getElementById('cover'); field.files = files.files; \
        field.dispatchEvent(new Event('change', { bubbles: true })); }; \
    if (kind === 'text') return choose(new File(['no picture'], 'a.jpg', { type: 'image/jpeg' })); \
    if (kind === 'huge') return choose(new File([new Uint8Array(50_000_001)], 'a.jpg', { type: 'image/jpeg' })); \
    const canvas = new OffscreenCanvas(3000, 2250); \
    const context = canvas.getContext('2d'); \
    const picture = context.createImageData(3000, 2250); \
    for (let place = 0; place < picture.data.length; place += 1) \
        picture.data[place] = place % 4 === 3 ? 255 : 100 + Math.random() * 40; \
    context.putImageData(picture, 0, 0); \
    return canvas.convertToBlob({ type: 'image/png' }) \
        .then((blob) => { window.size = blob.size; choose(new File([blob], 'a.png', { type: 'image/png' })); });";

async fn choose(page: &Page, kind: &str) {
    page.at("#cover").await;
    page.js(CHOOSE, &[json!(kind)]).await;
}

async fn sent(page: &Page) -> Value {
    page.js("return window.sent", &[]).await
}

#[tokio::test]
async fn a_photo_is_made_smaller_and_what_is_none_is_not_sent() {
    let server = Server::start("photos", 2_000).unwrap();
    walk_on(&server.origin(), DESKTOP, async |page: &Page| {
        let event = page.invite(reunion(3)).await;
        page.become_role(Role::Coordinator).await;
        page.visit(&format!("/organiser/events/{event}")).await;
        for (kind, said) in [("text", "editor.cover_no_picture"), ("huge", "editor.cover_too_large")] {
            choose(page, kind).await;
            page.get_like("any", &words(said)).await;
            assert_eq!(sent(page).await, json!([]), "{kind}");
        }
        choose(page, "photo").await;
        let shown = "const picture = document.querySelector('.editor-cover-picture'); \
            return picture?.complete && picture.naturalWidth";
        let width = page.until("the picture is not shown", shown, &[]).await;
        // As wide as the server keeps pictures.
        assert_eq!(width, json!(1_600));
        let sent = sent(page).await;
        assert_eq!(sent[0]["type"], json!("image/jpeg"), "{sent}");
        let before = page.js("return window.size", &[]).await;
        let sizes = [&sent[0]["size"], &before].map(|size| size.as_u64().unwrap());
        assert!(sizes[0] * 2 < sizes[1], "{sizes:?}");
    })
    .await;
}
