// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/**
 * What a broadcast says of itself.
 *
 * @param html sanitised
 * @param markdown what it was made of
 */
public record Description(String html, String markdown) {

    /** Nothing. */
    public static final Description NONE = new Description("", "");
}
