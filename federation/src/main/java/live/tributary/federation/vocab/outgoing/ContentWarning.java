// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/**
 * What viewers should know before they look.
 *
 * @param sensitive show only to those who ask for it
 * @param reason plain text, empty when none is given; said only of what is sensitive
 */
public record ContentWarning(boolean sensitive, String reason) {

    /** Nothing to warn of. */
    public static final ContentWarning NONE = new ContentWarning(false, "");

    public ContentWarning {
        if (!sensitive && !reason.isEmpty()) {
            throw new IllegalArgumentException(
                    "a reason without a warning: GoToSocial and Misskey would hide the post");
        }
    }
}
