// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.util.List;

/**
 * What a post says.
 *
 * @param html sanitised; has the link and the hashtags in it
 * @param pictureText what the picture shows, for those who do not see it
 */
public record NoteWords(
        String html, Language language, List<Hashtag> hashtags, ContentWarning warning, String pictureText) {

    public NoteWords {
        hashtags = List.copyOf(hashtags);
    }
}
