// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Viewers who go together. Guarded by its hand-off.
 *
 * @see Handoff
 */
final class Raft {

    /** A ticket has two bytes for it. */
    static final int MOST_NUMBER = 65_535;

    private final int number;
    private final List<Traveller> travellers;
    private final Set<URI> refused;
    private final Set<String> gone = new HashSet<>();
    private Whereto whereto = new Whereto.Searching();

    /** @param refused teams that are not asked: they said no, or one of the travellers did */
    Raft(int number, List<Traveller> travellers, Set<URI> refused) {
        this.number = number;
        this.travellers = List.copyOf(travellers);
        this.refused = new HashSet<>(refused);
    }

    int number() {
        return number;
    }

    List<Traveller> travellers() {
        return travellers;
    }

    int size() {
        return travellers.size();
    }

    /** The place of one of them. */
    int place(String traveller) {
        for (int i = 0; i < travellers.size(); i++) {
            if (travellers.get(i).place().equals(traveller)) {
                return i;
            }
        }
        throw new IllegalArgumentException("nobody of this raft");
    }

    Set<URI> refused() {
        return Set.copyOf(refused);
    }

    void refuse(URI team) {
        refused.add(team);
    }

    Whereto whereto() {
        return whereto;
    }

    void settle(Whereto now) {
        whereto = now;
    }

    /** This one leaves; false where it did before. */
    boolean depart(String traveller) {
        return gone.add(traveller);
    }
}
