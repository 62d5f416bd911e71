// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/** What an answer of ours tells Owncast about the stream of the one who answers. */
public sealed interface StreamNews {

    /** The team is on air. */
    record Live(String teamName, Video video) implements StreamNews {}

    /** The team is not on air. */
    record Offline(String teamName) implements StreamNews {}

    /** Who answers has no stream of its own: a Person, or the node. */
    record None() implements StreamNews {}
}
