// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.html;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class HtmlSanitizerTest {

    private final HtmlSanitizer sanitizer = new HtmlSanitizer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "<p>Hello<br>you</p>",
                "<p><em>a</em> <strong>b</strong> <b>c</b> <i>d</i> <u>e</u> <del>f</del> <s>g</s> <sub>h</sub> <sup>i</sup></p>",
                "<pre><code>x &lt; y</code></pre>",
                "<ol start=\"3\" reversed><li value=\"7\">a</li></ol><ul><li>b</li></ul>",
                "<blockquote><p>said</p></blockquote>",
                "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
                "<p><span class=\"h-card\"><a href=\"https://a.example/@bo\" class=\"u-url mention\" rel=\"nofollow noopener ugc\">@<span>bo</span></a></span></p>",
                "<p><a href=\"https://a.example/\" rel=\"nofollow noopener ugc\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">a</span></a></p>"
            })
    void keepsWhatAPostIsMadeOf(String html) {
        assertThat(sanitizer.sanitize(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<h1>Title</h1>text|<strong>Title</strong><br>text",
                "<h6>a</h6>|<strong>a</strong><br>",
                "<a href=\"javascript:alert(1)\">x</a>|x",
                "<a href=\"mailto:a@b.example\">x</a>|x",
                "<a href=\"/relative\">x</a>|x",
                "<a href=\"https://a.example/\" target=\"_top\" rel=\"me opener\">x</a>|<a href=\"https://a.example/\" rel=\"nofollow noopener ugc\">x</a>",
                "<span class=\"button invisible evil\">x</span>|<span class=\"invisible\">x</span>",
                "<span class=\"button\" style=\"position:fixed\" onclick=\"x()\" id=\"main\">x</span>|<span>x</span>",
                "a<img src=\"https://a.example/x.png\" onerror=\"x()\">b|ab",
                "a<script>alert(1)</script>b|ab",
                "a<style>*{}</style>b|ab",
                "a<!-- comment -->b|ab",
                "a<iframe src=\"https://a.example/\"></iframe>b|ab",
                "<div>a</div><table><tr><td>b</td></tr></table>|ab",
                "<p>open|<p>open</p>",
                "<p class=\"h-entry\" title=\"t\">x</p>|<p>x</p>"
            })
    void takesAwayTheRest(String html, String left) {
        assertThat(sanitizer.sanitize(html)).isEqualTo(left);
    }

    @ParameterizedTest
    @MethodSource("live.tributary.federation.html.HostileHtml#corpus")
    void leavesNothingThatActsOfHostileHtml(String html) {
        var clean = sanitizer.sanitize(html);
        HarmlessHtml.assertHarmless(clean);
        assertThat(sanitizer.sanitize(clean)).isEqualTo(clean);
    }

    @Test
    void cutsALongPost() {
        var whole = sanitizer.sanitize("<p>%s</p>".formatted("x".repeat(HtmlSanitizer.LONGEST - 7)));
        assertThat(whole).hasSize(HtmlSanitizer.LONGEST);
        assertThat(sanitizer.sanitize("<p>" + "x".repeat(3 * HtmlSanitizer.LONGEST)))
                .hasSizeLessThanOrEqualTo(HtmlSanitizer.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a href='https://a.example'>&amp;", "<b><p>", "<b><i><u><s><p>", "😀", "<li>", "&lt;'"})
    void staysWithinTheLimitHoweverItGrows(String piece) {
        var clean = sanitizer.sanitize(piece.repeat(HtmlSanitizer.LONGEST / piece.length()));
        assertThat(clean.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(HtmlSanitizer.LONGEST);
        HarmlessHtml.assertHarmless(clean);
    }

    @Test
    void looksAtNoMoreTagsThanItsTimeAllows() {
        var most = "<p>x</p>".repeat(HtmlSanitizer.MOST_TAGS / 2);
        assertThat(sanitizer.sanitize(most)).isEqualTo(most);
        assertThat(sanitizer.sanitize(most + "<p>y</p>")).isEqualTo(most);
        assertThat(sanitizer.sanitize(most + "z")).isEqualTo(most + "z");
    }

    @Test
    void escapesPlainText() {
        assertThat(PlainText.escape("<b a='1' c=\"2\">&</b>"))
                .isEqualTo("&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;&lt;/b&gt;");
    }
}
