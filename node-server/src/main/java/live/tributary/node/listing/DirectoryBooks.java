// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.http.RequestSigner;
import live.tributary.node.broadcast.Language;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.SnapshotJson;
import live.tributary.node.recount.UnreadableException;

/**
 * Reads what directories publish for everybody, and finds teams in it. Asks there and blocks. What it reads is large, and
 * strangers wrote it: one directory after the other, never two at once.
 */
final class DirectoryBooks {

    /** For which a directory's corrections have half forgotten what was. */
    static final int DAYS = 7;

    /** A directory probes, and draws each minute: who is on air for longer is to be in it. */
    static final Duration GRACE = Duration.ofMinutes(5);

    /** Of a snapshot with some ten thousand teams. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /** Of a document that names the newest minute. */
    private static final int MOST_BYTES_OF_A_MINUTE = 16 * 1024;

    private static final Logger log = LoggerFactory.getLogger(DirectoryBooks.class);

    private final GuardedClient client;
    private final Allowances allowances;

    DirectoryBooks(GuardedClient client, Allowances allowances) {
        this.client = client;
        this.allowances = allowances;
    }

    /**
     * What is there of these teams.
     *
     * @param directory any address on its server
     * @param teams with the languages that each says it speaks
     */
    OpenBooks read(URI directory, Map<Gid, List<Language>> teams, Instant now) {
        var budget = Budget.ofOneActivity();
        var entries = new HashMap<String, OwnEntries>();
        teams.forEach((gid, languages) -> entries.put(gid.toString(), new OwnEntries(languages)));
        var all = snapshot(directory, budget).filter(snapshot -> isFresh(snapshot, now));
        all.ifPresent(snapshot -> allowances.keep(directory, teams.keySet(), snapshot));
        var newest = all.map(snapshot -> only(teams.keySet(), snapshot));
        IntStream.range(0, DAYS)
                .mapToObj(ago -> LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(ago))
                .flatMap(day -> body(directory.resolve("/directory/ledger/" + day), MOST_BYTES, budget).stream())
                .forEach(ledger -> LedgerReader.read(ledger, line -> add(entries, line)));
        return new OpenBooks(newest, entries);
    }

    private static void add(Map<String, OwnEntries> entries, LedgerLine line) {
        var own = entries.get(line.gid());
        if (own != null) {
            own.add(line);
        }
    }

    /** Of the others nothing is worth the memory but what they weigh. */
    private static Snapshot only(Set<Gid> teams, Snapshot all) {
        var lines =
                all.lines().stream().filter(line -> teams.contains(line.gid())).toList();
        return new Snapshot(all.minute(), all.previous(), all.dayKey(), all.nextDayKey(), all.newcomerCaps(), lines);
    }

    private static boolean isFresh(Snapshot snapshot, Instant now) {
        return snapshot.minute().start().isAfter(now.minus(GRACE));
    }

    /** The newest, if its signature is good. */
    private Optional<Snapshot> snapshot(URI directory, Budget budget) {
        return body(directory.resolve("/directory/snapshots"), MOST_BYTES_OF_A_MINUTE, budget)
                .flatMap(DirectoryBooks::minute)
                .flatMap(newest -> body(directory.resolve("/directory/snapshots/" + newest), MOST_BYTES, budget))
                .flatMap(body -> read(body, directory));
    }

    private static Optional<Minute> minute(byte[] body) {
        try {
            return Minute.parse(
                    JsonMapper.shared().readTree(body).path("minute").asString(""));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static Optional<Snapshot> read(byte[] body, URI directory) {
        try {
            return Optional.of(SnapshotJson.read(SignedDocument.read(body).content()));
        } catch (UnreadableException unreadable) {
            log.warn("snapshot of {} is not to be read: {}", directory, unreadable.getMessage());
            return Optional.empty();
        }
    }

    private Optional<byte[]> body(URI address, int mostBytes, Budget budget) {
        var get = new Get(address, "application/json", RequestSigner.UNSIGNED, Redirects.WITHIN_THE_SERVER, mostBytes);
        return client.get(get, budget) instanceof Answered answer && answer.successful()
                ? Optional.of(answer.body())
                : Optional.empty();
    }
}
