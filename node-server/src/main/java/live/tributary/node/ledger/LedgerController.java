// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.gate.Problem;
import live.tributary.node.kernel.Written;
import live.tributary.node.recount.SignedDocument;

/** What anybody needs to draw again what a directory has drawn (section 8). The same for everybody, and without a name in it. */
@RestController
final class LedgerController {

    private static final Duration FOR_GOOD = Duration.ofDays(1);
    private static final Duration NAMES_MAX_AGE = Duration.ofSeconds(15);
    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final String ANYBODY = "*";

    private final Recent recent;
    private final SnapshotStore snapshots;
    private final DayKeys keys;
    private final DayKeyStore days;
    private final TurnStore turns;
    private final Directory directory;
    private final Seal seal;
    private final Written<Minute> newest = new Written<>();
    private final Written<Map<URI, ListedGroup>> names = new Written<>();

    LedgerController(
            Recent recent,
            SnapshotStore snapshots,
            DayKeys keys,
            DayKeyStore days,
            TurnStore turns,
            Directory directory,
            Seal seal) {
        this.recent = recent;
        this.snapshots = snapshots;
        this.keys = keys;
        this.days = days;
        this.turns = turns;
        this.directory = directory;
        this.seal = seal;
    }

    /** The end of the chain, and by which key it is signed. */
    @GetMapping("/directory/snapshots")
    ResponseEntity<byte[]> newest() {
        var json = JsonNodeFactory.instance.objectNode().put("key", seal.key());
        snapshots
                .last()
                .ifPresent(last -> json.put("minute", last.minute().toString())
                        .put("hash", last.hash().hex()));
        return json(NAMES_MAX_AGE).body(Json.bytes(json));
    }

    @GetMapping("/directory/snapshots/{minute}")
    ResponseEntity<byte[]> snapshot(@PathVariable String minute) {
        return published(minute(minute))
                .map(text -> json(FOR_GOOD).eTag(text.tag()).body(text.bytes()))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND)
                        .saying("There is no snapshot of this minute, or it is not kept any more."));
    }

    /** Nearly everybody asks for the newest one. */
    private Optional<Written.Text> published(Minute minute) {
        return recent.newest()
                .filter(kept -> kept.snapshot().minute().equals(minute))
                .map(kept -> newest.get(minute, () -> bytes(kept.document())))
                .or(() -> recent.find(minute)
                        .map(Kept::document)
                        .or(() -> snapshots.find(minute))
                        .map(document -> Written.Text.of(bytes(document))));
    }

    private static byte[] bytes(SignedDocument document) {
        return document.write().getBytes(StandardCharsets.UTF_8);
    }

    /** The key of a day, once the day is over; before, what was promised of it. */
    @GetMapping("/directory/keys/{day}")
    ResponseEntity<byte[]> key(@PathVariable String day) {
        var date = day(day);
        var secrets = days.find(date).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("day", date.toString())
                .put("commitment", secrets.key().commitment().hex())
                .put("published_at", DayKeys.publishedAt(date).toString());
        keys.published(date).ifPresent(key -> json.put("key", key.hex()));
        return json(MAX_AGE).body(Json.bytes(json));
    }

    /** Who is who: of those who are listed now, and of nobody who has withdrawn. */
    @GetMapping("/directory/names")
    ResponseEntity<byte[]> names() {
        var listed = directory.listed();
        var text = names.get(listed, () -> Json.bytes(names(listed.values())));
        return json(NAMES_MAX_AGE).eTag(text.tag()).body(text.bytes());
    }

    private static ObjectNode names(Collection<ListedGroup> listed) {
        var json = JsonNodeFactory.instance.objectNode();
        var groups = json.putArray("groups");
        listed.stream()
                .sorted(Comparator.comparing((ListedGroup group) -> Gid.of(group.id())))
                .forEach(group -> groups.addObject()
                        .put("gid", Gid.of(group.id()).toString())
                        .put("id", group.id().toString())
                        .put("name", group.name())
                        .put("url", group.page().toString()));
        return json;
    }

    /** What everybody got and what was due to them on a day: live hours, D and E; no audience. How evenly, in thousandths. */
    @GetMapping("/directory/ledger/{day}")
    ResponseEntity<byte[]> ledger(@PathVariable String day) {
        var date = day(day);
        var json = JsonNodeFactory.instance.objectNode().put("day", date.toString());
        var groups = json.putArray("groups");
        var lines = turns.day(date);
        lines.forEach(line -> groups.addObject()
                .put("pool", line.pool())
                .put("gid", line.gid().toString())
                .put("minutes", line.minutes())
                .put("due", line.turn().due())
                .put("received", line.turn().received()));
        var pools = json.putArray("pools");
        DayFigures.of(lines)
                .forEach(figures -> pools.addObject()
                        .put("pool", figures.pool())
                        .put("groups", figures.groups())
                        .put("turn_gini", figures.turnGini())
                        .put("exposure_gini", figures.exposureGini())
                        .put("p1_share", figures.p1Share())
                        .put("least_share", figures.leastShare()));
        return json(MAX_AGE).body(Json.bytes(json));
    }

    /** Anybody's page may read it: a check that ran only here would prove little. */
    private static ResponseEntity.BodyBuilder json(Duration maxAge) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY)
                .cacheControl(CacheControl.maxAge(maxAge).cachePublic());
    }

    private static Minute minute(String text) {
        return Minute.parse(text)
                .orElseThrow(
                        () -> Problem.of(Problem.Kind.BAD_REQUEST).saying("A minute is written as 2026-11-22T19:04Z."));
    }

    private static LocalDate day(String text) {
        return parse(text)
                .filter(day -> day.getYear() >= 1970 && day.getYear() <= 9999)
                .orElseThrow(() -> Problem.of(Problem.Kind.BAD_REQUEST).saying("A day is written as 2026-11-22."));
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
