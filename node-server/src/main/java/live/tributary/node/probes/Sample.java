// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

/** What came of taking a sample of a stream. */
public sealed interface Sample {

    /**
     * There was media.
     *
     * @param hash SHA-256 of it, in hexadecimal
     */
    record Taken(String hash) implements Sample {}

    /**
     * There was none to be had.
     *
     * @param because in words for the operator
     */
    record Nothing(String because) implements Sample {}
}
