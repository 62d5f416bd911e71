// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.probes.Sample;

/**
 * Who shows the same again within a day: perhaps a rerun, for a person to look at. Nobody is listed or drawn otherwise for it. Safe
 * for any thread that may block.
 */
public final class Reruns {

    private static final Logger log = LoggerFactory.getLogger(Reruns.class);

    /** How long a sample is kept. */
    static final Duration REMEMBERED = Duration.ofHours(24);

    /** Two samples that are closer may be of one and the same segment. */
    static final Duration APART = Duration.ofMinutes(5);

    /** After somebody had a look, nothing is said of the team for so long. */
    static final Duration QUIET = Duration.ofDays(7);

    private final Function<URI, Sample> sampler;
    private final RerunStore store;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    /** @param sampler asks at the address of a playlist of segments */
    Reruns(Function<URI, Sample> sampler, RerunStore store, TransactionOperations transactions, InstantSource clock) {
        this.sampler = sampler;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes a sample of what a team shows. Asks there; no transaction may be open. */
    void look(URI team, URI media) {
        switch (sampler.apply(media)) {
            case Sample.Taken(var hash) -> {
                // Not together with the comparison: who leaves the list holds locks in the other order.
                store.forget(clock.instant().minus(REMEMBERED));
                transactions.executeWithoutResult(_ -> compare(team, hash));
            }
            case Sample.Nothing(var because) -> log.debug("no sample of what {} shows: {}", team, because);
        }
    }

    private void compare(URI team, String hash) {
        var now = clock.instant();
        var before = store.seen(team, hash);
        if (before.filter(seen -> seen.plus(APART).isAfter(now)).isPresent() || !store.keep(team, hash, now)) {
            return;
        }
        before.ifPresent(seen -> {
            store.suspect(team, new Suspicion(seen, now), now.minus(QUIET));
            log.debug("team shows the same again team={}", team);
        });
    }

    /**
     * Who does, and nobody has had a look yet.
     *
     * @param actor the owner of the node
     */
    public Map<URI, Suspicion> suspected(Actor actor) {
        Keeper.require(actor, "see who may show reruns");
        return store.suspected();
    }

    /**
     * Somebody had a look: nothing is said of this team for a week. False where there was nothing to look at.
     *
     * @param actor the owner of the node
     */
    public boolean looked(Actor actor, URI team) {
        Keeper.require(actor, "settle whether a team shows reruns");
        return store.looked(team, clock.instant());
    }
}
