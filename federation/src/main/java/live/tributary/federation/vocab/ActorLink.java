// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** Where an actor's document points. */
public enum ActorLink {
    /** An inbox for all actors of its host. */
    SHARED_INBOX,
    OUTBOX,
    FOLLOWERS,
    FOLLOWING,
    /** What it pins. */
    FEATURED,
    /** Who moderates a Group (FEP-1b12). */
    MODERATORS,
    /** Our own: the broadcasts that are on air. */
    LIVE_NOW,
    /** A page for people. */
    PAGE,
    /** A picture of it: the largest that it names. */
    ICON,
    /** Where it has moved (FEP-7628). */
    MOVED_TO
}
