// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.json;

/**
 * How much of a stranger's document is read before it is refused.
 *
 * @param bytes length of the whole document
 * @param depth objects and arrays inside one another
 * @param textChars length of one string
 * @param numberDigits length of one number as it is written
 * @param nameChars length of one member's name
 * @param tokens names, values, brackets and braces together
 * @param items elements of one array
 */
public record JsonLimits(int bytes, int depth, int textChars, int numberDigits, int nameChars, int tokens, int items) {

    /** What is posted to an inbox. */
    public static final JsonLimits INBOX = new JsonLimits(512 * 1024, 32, 256 * 1024, 100, 256, 5_000, 1_000);

    /** What a node fetches because it wants to know: it may be twice as long. */
    public static final JsonLimits FETCHED = new JsonLimits(1024 * 1024, 32, 256 * 1024, 100, 256, 5_000, 1_000);
}
