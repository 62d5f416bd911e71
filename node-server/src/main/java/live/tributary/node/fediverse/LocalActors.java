// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

/** Finds our actors by what strangers write into addresses. */
final class LocalActors {

    private final Actors actors;

    LocalActors(Actors actors) {
        this.actors = actors;
    }

    ActorLookup node() {
        return actors.find(ActorId.NODE);
    }

    /** @param id the last part of an address */
    ActorLookup lookup(String id) {
        return ActorId.parse(id)
                // The node's actor has another address.
                .filter(parsed -> !parsed.equals(ActorId.NODE))
                .map(actors::find)
                .orElseGet(ActorLookup.Unknown::new);
    }
}
