// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.federation.vocab.outgoing.ContentWarning;
import live.tributary.federation.vocab.outgoing.Description;
import live.tributary.federation.vocab.outgoing.Hashtag;
import live.tributary.federation.vocab.outgoing.VideoFacets;
import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Category;
import live.tributary.node.broadcast.Language;
import live.tributary.node.broadcast.Tag;
import live.tributary.node.broadcast.Warning;

import static org.assertj.core.api.Assertions.assertThat;

final class VideoWordsTest {

    private static final URI TEAM = URI.create("https://node.example/@river");

    @ParameterizedTest
    @CsvSource({
        "a, <p>a</p>",
        "a|b, <p>a<br>b</p>",
        "a||b|c, <p>a</p><p>b<br>c</p>",
        "<script>alert('1')</script> & \"more\", <p>&lt;script&gt;alert('1')&lt;/script&gt; &amp; &quot;more&quot;</p>"
    })
    void plainTextBecomesParagraphsInWhichNothingIsMarkup(String lines, String html) {
        assertThat(VideoWords.paragraphs(lines.replace('|', '\n'))).isEqualTo(html);
    }

    @Test
    void nothingIsSaidOfWhatNothingIsSaidOf() {
        var text = VideoWords.text("Title", About.NONE);
        assertThat(text.description()).isEqualTo(Description.NONE);
        assertThat(text.warning()).isEqualTo(ContentWarning.NONE);
        assertThat(VideoWords.facets(About.NONE, TEAM)).isEqualTo(VideoFacets.NONE);
    }

    @Test
    void aWarningIsItsReasonAndTagsLeadToTheTeam() {
        var about = new About(
                live.tributary.node.broadcast.Description.NONE,
                new Language("de"),
                Category.HOW_TO,
                List.of(new Tag("raku")),
                new Warning("open fire"));
        assertThat(VideoWords.text("Title", about).warning()).isEqualTo(new ContentWarning(true, "open fire"));
        var facets = VideoWords.facets(about, TEAM);
        assertThat(facets.hashtags()).containsExactly(new Hashtag("raku", TEAM));
        assertThat(facets.language().name()).isEqualTo("German");
        assertThat(facets.category().number()).isEqualTo(12);
    }
}
