// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import live.tributary.federation.vocab.outgoing.Category;
import live.tributary.federation.vocab.outgoing.ContentWarning;
import live.tributary.federation.vocab.outgoing.Description;
import live.tributary.federation.vocab.outgoing.Hashtag;
import live.tributary.federation.vocab.outgoing.Language;
import live.tributary.federation.vocab.outgoing.VideoFacets;
import live.tributary.federation.vocab.outgoing.VideoText;
import live.tributary.node.broadcast.About;

/** What is said of a broadcast, in the words of the wire. */
final class VideoWords {

    private static final Pattern EMPTY_LINE = Pattern.compile("\n\n");

    private VideoWords() {}

    static VideoText text(String title, About about) {
        var warning = about.warning();
        return new VideoText(
                title,
                description(about.description().value()),
                warning.isGiven() ? new ContentWarning(true, warning.reason()) : ContentWarning.NONE);
    }

    /** @param tagPage where a tag leads to: there is no page for each */
    static VideoFacets facets(About about, URI tagPage) {
        var category = about.category();
        var language = about.language();
        var hashtags = about.tags().stream()
                .map(tag -> new Hashtag(tag.value(), tagPage))
                .toList();
        return new VideoFacets(
                new Category(category.number(), category.title()),
                new Language(language.tag(), language.name()),
                hashtags,
                List.of());
    }

    private static Description description(String text) {
        return text.isEmpty() ? Description.NONE : new Description(paragraphs(text), text);
    }

    /** Plain text as HTML: nothing in it is markup. */
    static String paragraphs(String text) {
        return EMPTY_LINE
                .splitAsStream(text)
                .map(paragraph ->
                        paragraph.lines().map(VideoWords::escape).collect(Collectors.joining("<br>", "<p>", "</p>")))
                .collect(Collectors.joining());
    }

    static String escape(String line) {
        return line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
