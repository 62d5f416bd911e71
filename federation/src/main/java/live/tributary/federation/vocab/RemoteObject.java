// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** Something that somebody elsewhere made. */
public sealed interface RemoteObject permits Note, Page, Article, RemoteVideo, Event, Tombstone, OtherObject {

    /** What all objects have. */
    ObjectFacts facts();
}
