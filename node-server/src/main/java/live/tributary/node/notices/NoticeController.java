// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.directory.ListedGroup;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.ledger.Json;

/** What teams announce, for programs and calendars. */
@RestController
final class NoticeController {

    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    /** Entries of the calendar. */
    private static final int MOST_ENTRIES = 500;

    private final Notices notices;
    private final Addresses addresses;
    private final InstantSource clock;

    NoticeController(Notices notices, Addresses addresses, InstantSource clock) {
        this.notices = notices;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping("/api/v1/directory/next")
    ResponseEntity<byte[]> next(
            @RequestParam(name = "in", defaultValue = "day") String span,
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "1") int page) {
        var drawn = notices.starts(NoticeRequest.ahead(span), NoticeRequest.nonce(n), NoticeRequest.page(page));
        var json = JsonNodeFactory.instance.objectNode().put("page", page).put("teams", drawn.teams());
        var starts = json.putArray("starts");
        drawn.page()
                .forEach(start -> team(starts.addObject(), start.team())
                        .put("starts_at", start.at().toString())
                        .put("title", start.title()));
        return json(json);
    }

    @GetMapping("/api/v1/directory/seats")
    ResponseEntity<byte[]> seats(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "1") int page) {
        var drawn = notices.openings(NoticeRequest.words(q), lang, NoticeRequest.nonce(n), NoticeRequest.page(page));
        var json = JsonNodeFactory.instance.objectNode().put("page", page).put("teams", drawn.teams());
        var seats = json.putArray("seats");
        drawn.page().forEach(opening -> seat(team(seats.addObject(), opening.team()), opening));
        return json(json);
    }

    /** How often one team came when it had said so. Nobody else's page says it. */
    @GetMapping("/api/v1/directory/attendance")
    ResponseEntity<byte[]> attendance(@RequestParam URI team) {
        var attendance = notices.attendance(team);
        return json(JsonNodeFactory.instance
                .objectNode()
                .put("team", team.toString())
                .put("kept", attendance.kept())
                .put("missed", attendance.missed())
                .put("shown", attendance.isReliable()));
    }

    @GetMapping("/directory/next.ics")
    ResponseEntity<String> calendar() {
        var starts = notices.calendar(Ahead.WEEK, MOST_ENTRIES);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic())
                .body(Calendar.of(starts, addresses.host(), clock.instant()));
    }

    private static ObjectNode team(ObjectNode json, ListedGroup team) {
        return json.put("id", team.id().toString())
                .put("name", team.name())
                .put("host", team.host())
                .put("home", team.page().toString());
    }

    private static void seat(ObjectNode json, Opening opening) {
        var seat = opening.seat();
        json.put("role", seat.role())
                .put("hours", seat.hours())
                .put("note", seat.note())
                .put("until", seat.expires().toString());
        seat.topics().forEach(json.putArray("topics")::add);
        seat.languages().forEach(json.putArray("languages")::add);
    }

    private static ResponseEntity<byte[]> json(ObjectNode json) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Json.bytes(json));
    }
}
