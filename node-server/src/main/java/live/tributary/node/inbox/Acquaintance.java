// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

/** What is known of somebody elsewhere, if need be after asking there. */
sealed interface Acquaintance {

    record Known(KnownActor actor) implements Acquaintance {}

    /** The server there says that they are gone. */
    record Gone() implements Acquaintance {}

    /** Whoever it is, it is nobody we could talk to. */
    record Nobody(String why) implements Acquaintance {}

    /** The server there did not answer; it may later. */
    record NotNow(String why) implements Acquaintance {}
}
