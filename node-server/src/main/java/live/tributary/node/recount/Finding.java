// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

/** What came of a check. */
public sealed interface Finding {

    /** For whoever asked; what strangers wrote in it is printable. */
    String sentence();

    /** It is as the rules say. */
    record Agrees(String sentence) implements Finding {}

    /** It is not: somebody broke a rule. */
    record Differs(String sentence) implements Finding {}

    /** What was handed in does not belong together, and says nothing about anybody. */
    record Undecided(String sentence) implements Finding {}
}
