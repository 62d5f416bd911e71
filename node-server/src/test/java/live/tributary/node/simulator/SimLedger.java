// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import live.tributary.node.fairturn.Exposure;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Snapshot;

import static java.util.Objects.requireNonNull;

/** The books of the simulated directory: those that decide, and sums over the whole run beside them. */
final class SimLedger {

    private final List<SimGroup> groups;
    private final LiveHours hours;
    private final Books books = new Books();
    private final Map<Gid, SimGroup> byGid = new HashMap<>();
    private final List<Map<String, Account>> accounts = new ArrayList<>();

    SimLedger(List<SimGroup> groups) {
        this.groups = groups;
        hours = new LiveHours(groups);
        groups.forEach(group -> {
            var ofGroup = new HashMap<String, Account>();
            group.languages().forEach(language -> ofGroup.put(language, new Account()));
            accounts.add(ofGroup);
            byGid.put(group.gid(), group);
        });
    }

    /** Ends the step before. */
    Snapshot snapshot(int step) {
        hours.moveTo(step);
        var live = groups.stream()
                .filter(group -> group.live().get(step))
                .map(this::live)
                .toList();
        var closing = books.close(Clock.minute(step), live);
        closing.bookings()
                .forEach(
                        booking -> account(group(booking.gid()), booking.pool()).earn(booking.due()));
        return closing.snapshot();
    }

    private Weighed live(SimGroup group) {
        return new Weighed(
                group.gid(),
                group.hands(),
                group.vouched(),
                group.languages(),
                group.tags(),
                group.labels(),
                hours.week(group),
                hours.day(group));
    }

    void serve(Visitor visitor, SimGroup group, String pool, int position, int step) {
        books.serve(group.gid(), pool, position, visitor.filter().hidden());
        account(group, pool).receive(Exposure.at(position), step, visitor.hasInterest());
    }

    SimGroup group(Gid gid) {
        return requireNonNull(byGid.get(gid));
    }

    Account account(SimGroup group, String language) {
        return requireNonNull(accounts.get(group.index()).get(language));
    }
}
