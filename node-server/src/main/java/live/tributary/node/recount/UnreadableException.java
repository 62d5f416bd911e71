// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

/** A document is not what it should be. The message is a sentence for whoever handed it in. */
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableException(String sentence) {
        super(sentence);
    }
}
