// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the groups of one pool earn in a minute (section 3): the exposure that was handed out in it, shared out among those
 *  who were live, by their allowances. Exposure under a label filter goes to those alone whom the filter lets through: else
 *  a group that most visitors filter out would be owed what nobody could give it. */
public final class Entitlement {

    private Entitlement() {}

    /** The shares of one pool.
     *  @param language the pool
     *  @param handedOut exposure of the minute by the labels that were hidden (each list sorted, as {@link Filter} keeps it)
     *  @param live the lines of the minute's snapshot
     *  @return for each live group of the pool what its {@code due} grows by */
    public static Map<Gid, Double> of(
            String language, Map<List<String>, Double> handedOut, Collection<GroupLine> live) {
        var due = new HashMap<Gid, Double>();
        var members = live.stream()
                .flatMap(line -> line.pools().stream()
                        .filter(pool -> pool.language().equals(language))
                        .map(pool -> new Member(line, pool.allowance())))
                .toList();
        handedOut.forEach((hidden, exposure) -> share(members, hidden, exposure, due));
        return due;
    }

    private static void share(List<Member> members, List<String> hidden, double exposure, Map<Gid, Double> due) {
        var let =
                members.stream().filter(member -> !member.line().hasAny(hidden)).toList();
        double whole = let.stream().mapToDouble(Member::allowance).sum();
        let.forEach(member -> due.merge(member.line().gid(), exposure * member.allowance() / whole, Double::sum));
    }

    private record Member(GroupLine line, double allowance) {}
}
