// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.http.RequestSigner;
import live.tributary.node.broadcast.Language;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.listing.OwnAccount.Watch;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.SnapshotJson;
import live.tributary.node.recount.UnreadableException;

/** Reads what directories publish for everybody, and finds one team in it. Asks there and blocks. */
final class DirectoryBooks {

    /** For which a directory's corrections have half forgotten what was. */
    static final int DAYS = 7;

    /** A directory probes, and draws each minute: who is on air for longer is to be in it. */
    static final Duration GRACE = Duration.ofMinutes(5);

    /** Of a snapshot with some ten thousand teams. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(DirectoryBooks.class);

    private final GuardedClient client;

    DirectoryBooks(GuardedClient client) {
        this.client = client;
    }

    /**
     * The team's account there.
     *
     * @param directory any address on its server
     * @param team address of its Group
     * @param liveSince since when it has been on air; in the future where it is not
     */
    OwnAccount read(URI directory, URI team, Instant liveSince, Instant now) {
        var budget = Budget.ofOneActivity();
        var gid = Gid.of(team);
        var snapshot = snapshot(directory, budget).filter(newest -> isFresh(newest, now));
        var line = snapshot.flatMap(newest -> line(newest, gid));
        var entries = new TreeMap<String, Entry>();
        IntStream.range(0, DAYS)
                .mapToObj(ago -> LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(ago))
                .forEach(day -> add(entries, day(directory, day, budget), gid));
        line.ifPresent(own -> own.pools().forEach(pool -> entries.putIfAbsent(pool.language(), Entry.NOTHING)));
        var lines = entries.entrySet().stream()
                .flatMap(entry -> Language.parse(entry.getKey()).stream()
                        .map(language -> line(language, entry.getValue(), snapshot, line)))
                .toList();
        return new OwnAccount(
                lines.isEmpty() ? List.of(OwnLine.NOTHING) : lines, watch(snapshot, line, liveSince), now);
    }

    /** Numbers of one language. */
    private record Entry(int minutes, double due, double received) {

        static final Entry NOTHING = new Entry(0, 0, 0);

        Entry plus(JsonNode said) {
            return new Entry(
                    minutes + Math.max(0, said.path("minutes").asInt(0)),
                    due + said.path("due").asDouble(0),
                    received + said.path("received").asDouble(0));
        }
    }

    private static Watch watch(Optional<Snapshot> snapshot, Optional<GroupLine> line, Instant liveSince) {
        if (line.isPresent()) {
            return Watch.FOUND;
        }
        return snapshot.filter(newest -> newest.minute().start().isAfter(liveSince.plus(GRACE)))
                        .isPresent()
                ? Watch.MISSING
                : Watch.NOT_YET;
    }

    private static OwnLine line(Language language, Entry entry, Optional<Snapshot> snapshot, Optional<GroupLine> line) {
        var pool = line.flatMap(own -> own.pools().stream()
                .filter(one -> one.language().equals(language.tag()))
                .findFirst());
        int cap = snapshot.filter(_ -> line.filter(own -> !own.vouched()).isPresent())
                .map(newest -> newest.newcomerCap(language.tag()))
                .orElse(Fixed.ONE);
        return new OwnLine(
                language,
                entry.minutes(),
                entry.due(),
                entry.received(),
                pool.isPresent() && cap < Fixed.ONE,
                pool.map(PoolLine::a).filter(a -> a < cap).isPresent());
    }

    private static Optional<GroupLine> line(Snapshot snapshot, Gid gid) {
        return snapshot.lines().stream().filter(line -> line.gid().equals(gid)).findFirst();
    }

    private static boolean isFresh(Snapshot snapshot, Instant now) {
        return snapshot.minute().start().isAfter(now.minus(GRACE));
    }

    private static void add(Map<String, Entry> entries, JsonNode day, Gid gid) {
        day.path("groups")
                .valueStream()
                .filter(group -> group.path("gid").asString("").equals(gid.toString()))
                .forEach(group -> entries.merge(
                        group.path("pool").asString(""), Entry.NOTHING.plus(group), (old, _) -> old.plus(group)));
    }

    private JsonNode day(URI directory, LocalDate day, Budget budget) {
        return json(directory.resolve("/directory/ledger/" + day), budget);
    }

    /** The newest, if its signature is good. */
    private Optional<Snapshot> snapshot(URI directory, Budget budget) {
        var minute = json(directory.resolve("/directory/snapshots"), budget)
                .path("minute")
                .asString("");
        return Minute.parse(minute)
                .flatMap(newest -> body(directory.resolve("/directory/snapshots/" + newest), budget))
                .flatMap(body -> read(body, directory));
    }

    private static Optional<Snapshot> read(byte[] body, URI directory) {
        try {
            return Optional.of(SnapshotJson.read(SignedDocument.read(body).content()));
        } catch (UnreadableException unreadable) {
            log.warn("snapshot of {} is not to be read: {}", directory, unreadable.getMessage());
            return Optional.empty();
        }
    }

    private JsonNode json(URI address, Budget budget) {
        try {
            return body(address, budget)
                    .map(JsonMapper.shared()::readTree)
                    .orElseGet(() -> JsonMapper.shared().createObjectNode());
        } catch (JacksonException noJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private Optional<byte[]> body(URI address, Budget budget) {
        var get = new Get(address, "application/json", RequestSigner.UNSIGNED, Redirects.WITHIN_THE_SERVER, MOST_BYTES);
        return client.get(get, budget) instanceof Answered answer && answer.successful()
                ? Optional.of(answer.body())
                : Optional.empty();
    }
}
