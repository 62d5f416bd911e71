// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/**
 * What is spoken.
 *
 * @param tag BCP 47
 * @param name in English
 */
public record Language(String tag, String name) {

    /** Nothing is said. */
    public static final Language UNSAID = new Language("", "");
}
