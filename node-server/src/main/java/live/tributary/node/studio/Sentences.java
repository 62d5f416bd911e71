// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

/** What a publisher is told. Some encoders show it; the page "On air" shows a sentence of its own. */
final class Sentences {

    static final String UNKNOWN_KEY = "This node does not know the stream key. Copy it again, or make a new one.";
    static final String REVOKED_KEY = "This stream key was revoked. Make a new one in the studio.";
    static final String TWO_ENCODERS =
            "Two encoders take this channel from each other. Stop one of them, or give it a channel of its own.";
    static final String UNSUPPORTED_CODEC = "The node cannot show this codec. Choose H.264 and AAC.";
    static final String NODE_BUSY = "The node could not look at the stream key. Try again in a moment.";
    static final String NODE_FULL = "The node carries as many streams as it can hold. Try again later.";

    private Sentences() {}
}
