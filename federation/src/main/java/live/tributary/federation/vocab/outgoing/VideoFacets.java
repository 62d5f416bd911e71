// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.util.List;

/**
 * What a broadcast is found by.
 *
 * @param labels notes on what it contains, in the vocabulary of the node
 */
public record VideoFacets(Category category, Language language, List<Hashtag> hashtags, List<String> labels) {

    /** Nothing is said. */
    public static final VideoFacets NONE = new VideoFacets(Category.UNSAID, Language.UNSAID, List.of(), List.of());

    public VideoFacets {
        hashtags = List.copyOf(hashtags);
        labels = List.copyOf(labels);
    }
}
