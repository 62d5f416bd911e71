// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

/** What a group weighs in one pool. A pool is one language.
 *  @param language a BCP-47 tag
 *  @param allowance A, with the newcomer cap in it, from 1 to {@link Fixed#ONE}, in units of 2^-20 (section 4)
 *  @param correction F, the fair-turn correction, from a quarter to four times {@link Fixed#ONE}, in units of 2^-20 */
public record PoolLine(String language, int allowance, int correction) {

    public PoolLine {
        if (allowance < 1 || allowance > Fixed.ONE) {
            throw new IllegalArgumentException("an allowance of %d is not within 1 and 2^20".formatted(allowance));
        }
        if (correction < Fixed.ONE / 4 || correction > 4 * Fixed.ONE) {
            throw new IllegalArgumentException("a correction of %d is not within 2^18 and 2^22".formatted(correction));
        }
    }

    /** Of numbers that are not rounded yet. */
    public static PoolLine of(String language, double allowance, double correction) {
        return new PoolLine(language, Math.max(1, Fixed.of(allowance)), Fixed.of(correction));
    }
}
