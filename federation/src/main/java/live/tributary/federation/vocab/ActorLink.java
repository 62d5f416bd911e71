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
    /** Our own: when it will be on air next. */
    EVENTS,
    /** Our own: for which other teams it vouches. */
    VOUCHES,
    /** Our own: by what rules it orders those whom it lists. Only directories have some. */
    RANKING_POLICY,
    /** Our own: the members of a ring. */
    MEMBERS,
    /** Our own: the rings that a team says it is in. */
    RINGS,
    /** A page for people. */
    PAGE,
    /** A picture of it: the largest that it names. */
    ICON,
    /** Where it has moved (FEP-7628). */
    MOVED_TO
}
