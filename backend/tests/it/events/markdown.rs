//! Markdown of strangers: shown as it will look, and never as a script.

use shared::api::ProblemCode;
use shared::events::{GetEvent, LanguageFilter, MarkdownInput, RenderMarkdown};

use super::{complete, coordinator, published};
use crate::support::TestApp;

#[tokio::test]
async fn the_editor_shows_what_readers_will_see_and_no_script() {
    let t = TestApp::new().await;
    let olga = coordinator(&t).await;
    let written = "# Hello\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](https://evil.example/y.png) \
                   [z](https://club.example)";
    let preview = olga
        .call::<RenderMarkdown>((), MarkdownInput { text: written.into() })
        .await
        .good();
    let mut input = complete();
    input.texts[0].description = written.into();
    let id = published(&olga, input).await;
    let seen = t
        .anonymous()
        .call::<GetEvent>(id, LanguageFilter::default())
        .await
        .good();
    assert_eq!(seen.description_html, preview.html);
    assert_eq!(
        preview.html,
        "<h3>Hello</h3>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n<p><a rel=\"noopener noreferrer nofollow\">x</a> y \
         <a href=\"https://club.example\" rel=\"noopener noreferrer nofollow\">z</a></p>\n"
    );
    let long = MarkdownInput {
        text: "a".repeat(12_001),
    };
    let problem = olga
        .call::<RenderMarkdown>((), long)
        .await
        .problem(ProblemCode::Invalid);
    assert_eq!(problem.fields["text"][0].key, "invalid.too_long");
}
