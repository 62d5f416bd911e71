// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import live.tributary.node.fairturn.Gid;
import live.tributary.node.kernel.Sha256;

/**
 * Which teams the same people seem to run (section 2): those that share a domain, or a block of addresses, directly or through
 * others. Their hours are added up.
 */
public final class Hands {

    /** By any team, another of the same hands; of the one that all lead to, itself. */
    private final Map<String, String> leadsTo = new HashMap<>();

    private final Map<Gid, String> first = new HashMap<>();

    private Hands() {}

    /**
     * A team, and by what it is known whose it is.
     *
     * @param marks such as {@code domain:pond.example}; at least one
     */
    public record Owned(Gid gid, Set<String> marks) {}

    public static Hands of(Collection<Owned> teams) {
        var hands = new Hands();
        teams.forEach(hands::add);
        // Or whoever chains a thousand teams together makes each question a thousand steps long.
        hands.leadsTo.replaceAll((_, other) -> hands.root(other));
        return hands;
    }

    /** The same text for all of the same hands. */
    public String of(Gid gid) {
        return root(first.getOrDefault(gid, "gid:" + gid));
    }

    /** What is published instead: the same for all of the same hands on one day, and another on the next. */
    public int number(Gid gid, String salt) {
        byte[] digest = Sha256.of(salt + "/" + of(gid));
        return ByteBuffer.wrap(digest).getInt() & Integer.MAX_VALUE;
    }

    private void add(Owned team) {
        var marks = team.marks().stream().sorted().toList();
        first.put(team.gid(), marks.getFirst());
        marks.forEach(mark -> join(marks.getFirst(), mark));
    }

    /** The smaller text leads: the order in which teams come changes nothing. */
    private void join(String one, String other) {
        var a = root(one);
        var b = root(other);
        if (a.compareTo(b) < 0) {
            leadsTo.put(b, a);
        } else if (!a.equals(b)) {
            leadsTo.put(a, b);
        }
    }

    private String root(String mark) {
        var at = mark;
        while (leadsTo.containsKey(at)) {
            at = leadsTo.get(at);
        }
        return at;
    }
}
