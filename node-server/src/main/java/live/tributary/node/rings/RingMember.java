// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;
import java.util.Set;

import live.tributary.federation.vocab.RingStop;

/**
 * Whom a ring names.
 *
 * @param stop a team's actor, or a page
 * @param name for people; that of its host where nothing else is known
 * @param page where people find it
 * @param inbox where a team takes what is for it alone; its address where that is not known
 * @param languages BCP 47, the most spoken one first
 * @param holds whether the member says so too
 * @param rings that the member says it is in
 */
public record RingMember(
        RingStop stop, String name, URI page, URI inbox, List<String> languages, boolean holds, Set<URI> rings) {

    public RingMember {
        languages = List.copyOf(languages);
        rings = Set.copyOf(rings);
    }

    /** One of whom nothing is known yet. */
    static RingMember unread(RingStop stop) {
        var address = stop.address();
        return new RingMember(stop, String.valueOf(address.getHost()), address, address, List.of(), false, Set.of());
    }

    public URI address() {
        return stop.address();
    }

    /** Whether it is on the fediverse: it has a voice in the ring then, and can be live. */
    public boolean isTeam() {
        return stop instanceof RingStop.Team;
    }

    RingMember holding(boolean holding) {
        return new RingMember(stop, name, page, inbox, languages, holding, rings);
    }
}
