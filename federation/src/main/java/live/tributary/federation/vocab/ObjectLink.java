// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** Where an object points. */
public enum ObjectLink {
    /** What it answers. */
    IN_REPLY_TO,
    /** The conversation it belongs to (FEP-7888). */
    CONTEXT,
    /** A page for people. */
    PAGE,
    /** The answers to it. */
    REPLIES,
    /** A picture for it: the largest that it names. */
    PICTURE
}
