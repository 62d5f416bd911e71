// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/**
 * The words of a broadcast.
 *
 * @param title plain text; never says that it is live or has ended, as others keep it for good
 */
public record VideoText(String title, Description description, ContentWarning warning) {

    public VideoText {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a Video needs a title");
        }
    }
}
