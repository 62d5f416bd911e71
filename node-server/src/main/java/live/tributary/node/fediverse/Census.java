// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.http.Budget;
import live.tributary.federation.nodeinfo.NodeInfoClient;
import live.tributary.federation.nodeinfo.Software;
import live.tributary.federation.signature.Origin;

/**
 * Asks the hosts of our followers what they run. Nothing is refused for the answer (FEP-0151); it only decides who also
 * gets what a group passes on, which others would show twice.
 */
final class Census {

    private static final Duration VALID = Duration.ofDays(7);
    private static final int MOST_AT_ONCE = 8;

    private final SoftwareStore store;
    private final HostStore hosts;
    private final NodeInfoClient client;
    private final Company company;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Census(
            SoftwareStore store,
            HostStore hosts,
            NodeInfoClient client,
            Company company,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.hosts = hosts;
        this.client = client;
        this.company = company;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Blocks for a few seconds for each host that is silent. */
    void take() {
        store.unasked(clock.instant().minus(VALID), MOST_AT_ONCE).stream()
                .map(URI::create)
                .forEach(this::ask);
    }

    private void ask(URI somebody) {
        var software = software(somebody);
        var host = Origin.of(somebody).map(Origin::authority).orElse("");
        transactions.executeWithoutResult(_ -> {
            hosts.lock(host);
            store.put(host, software, clock.instant());
        });
    }

    /** A host that is blocked counts as asked: others have their turn. */
    private String software(URI somebody) {
        return company.shuns(somebody)
                ? ""
                : client.software(somebody, Budget.ofOneActivity())
                        .map(Software::name)
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
    }
}
