// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.directory.Harbour;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.kernel.Instants;

import static org.assertj.core.api.Assertions.assertThat;

/** What teams elsewhere announce in their own documents, on the pages of a directory. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NoticesTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Harbour harbour;
    private final WebVisitor visitor;

    NoticesTest(TestDatabase database, @TempDir Path data) {
        harbour = new Harbour(database, data);
        visitor = new WebVisitor(harbour.node.node().web());
    }

    @AfterAll
    void stop() {
        harbour.close();
    }

    @Test
    void aStartThatATeamAnnouncesIsShownUntilItTakesItBackAndIsNotBelievedOfWhoNeverComes() {
        announces("owl", harbour.clock.instant().plus(Duration.ofHours(2)));
        harbour.team("owl", document -> document.put("events", harbour.actor("owl") + "/events"));
        harbour.invites("owl");
        harbour.await("the date", () -> next("hours").equals(List.of("The owl")));
        assertThat(next("week")).containsExactly("The owl");
        var page = visitor.get("/directory/next?in=hours").page();
        assertThat(page.text()).contains("The owl").contains("Evening 0");
        assertThat(page.select("ul.next a").eachAttr("href"))
                .containsExactly(harbour.elsewhere.at("/@owl").toString());
        assertThat(visitor.get("/directory").body()).contains("Evening 0");
        assertThat(visitor.get("/directory/next.ics").body())
                .contains("SUMMARY:The owl: Evening 0")
                .contains("URL:" + harbour.elsewhere.at("/@owl"));
        announces("owl");
        readsAnew("owl");
        harbour.await("the date to be gone", () -> next("week").isEmpty());
        doesNotCome("owl");
    }

    private void doesNotCome(String team) {
        var now = harbour.clock.instant();
        for (int missed = 1; missed <= Attendance.MOST_MISSED; missed++) {
            missedBefore(team, now.minus(Duration.ofDays(missed)));
        }
        announces(team, now.plus(Duration.ofMinutes(5)), now.plus(Duration.ofHours(30)));
        readsAnew(team);
        harbour.await("both dates", () -> next("hours").size() == 1);
        harbour.clock.advance(Duration.ofMinutes(6));
        harbour.await("the roll call", () -> kept(team, "false") == Attendance.MOST_MISSED + 1);
        assertThat(attendance(team).path("missed").asInt()).isEqualTo(Attendance.MOST_MISSED);
        assertThat(attendance(team).path("shown").asBoolean()).isTrue();
        assertThat(next("week")).containsExactly("The owl");
        harbour.clock.advance(Attendance.LEEWAY);
        assertThat(attendance(team).path("missed").asInt()).isEqualTo(Attendance.MOST_MISSED + 1);
        harbour.await("the next roll call", () -> next("week").isEmpty());
        assertThat(visitor.get("/directory/next?in=week").body()).doesNotContain("The owl");
    }

    private void missedBefore(String team, Instant start) {
        harbour.node
                .client()
                .sql("INSERT INTO notices.start VALUES (:team, 'https://pond.example/e', :start, '', false)")
                .param("team", harbour.actor(team).toString())
                .param("start", Instants.parameter(start))
                .update();
    }

    private int kept(String team, String kept) {
        return harbour.node
                .client()
                .sql("SELECT count(*) FROM notices.start WHERE actor = :team AND kept = CAST(:kept AS boolean)")
                .param("team", harbour.actor(team).toString())
                .param("kept", kept)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoComesHasKeptItsWord() {
        harbour.listed("eel");
        announces("eel", harbour.clock.instant().plus(Duration.ofMinutes(5)));
        harbour.team("eel", document -> document.put("events", harbour.actor("eel") + "/events"));
        readsAnew("eel");
        harbour.await("the date", () -> next("hours").contains("The eel"));
        harbour.live("eel");
        harbour.await("the roll call", () -> kept("eel", "true") == 1);
        harbour.clock.advance(Duration.ofMinutes(21));
        assertThat(attendance("eel").path("kept").asInt()).isEqualTo(1);
    }

    @Test
    void seatsAreShownByRoleAndLanguageUntilTheyExpire() {
        var until = harbour.clock.instant().plus(Duration.ofDays(9));
        harbour.team("wren", document -> {
            var seats = document.putArray("seats");
            seat(seats.addObject(), "Camera on Sundays", "de", until);
            seat(seats.addObject(), "Translator", "en", until);
            seat(seats.addObject(), "Too late", "en", harbour.clock.instant().minusSeconds(1));
        });
        harbour.invites("wren");
        harbour.await("the seats", () -> roles("").size() == 2);
        assertThat(roles("")).containsExactly("Camera on Sundays", "Translator");
        harbour.await(
                "seats to be shown without their tables",
                () -> roles("").size() == 2
                        && harbour.node
                                .database()
                                .isAnsweredWithout(
                                        "notices.seat, notices.start",
                                        () -> roles("").size() == 2
                                                && !next("week").contains("nobody")));
        assertThat(roles("?q=sundays+camera")).containsExactly("Camera on Sundays");
        assertThat(roles("?lang=en&q=")).containsExactly("Translator");
        assertThat(roles("?q=nobody")).isEmpty();
        assertThat(visitor.get("/directory/seats?lang=de").page().text())
                .contains("Camera on Sundays")
                .contains("German")
                .doesNotContain("Translator");
        harbour.team("wren", document -> {
            document.put("indexable", false);
            seat(document.putArray("seats").addObject(), "Camera on Sundays", "de", until);
        });
        readsAnew("wren");
        harbour.await("the end of a seat", () -> roles("").size() == 1);
        assertThat(roles("?lang=de")).containsExactly("Camera on Sundays");
        // Who does not want to be found by words is not.
        assertThat(roles("?q=camera")).isEmpty();
    }

    private static void seat(ObjectNode seat, String role, String language, Instant until) {
        seat.put("role", role).put("expires", until.toString());
        seat.putArray("languages").add(language);
    }

    private void announces(String team, Instant... starts) {
        var events =
                MAPPER.createObjectNode().put("type", "OrderedCollection").put("id", harbour.actor(team) + "/events");
        var items = events.putArray("orderedItems");
        for (int i = 0; i < starts.length; i++) {
            items.addObject()
                    .put("type", "Event")
                    .put(
                            "id",
                            harbour.elsewhere
                                    .at("/e/%s/%d".formatted(team, starts[i].getEpochSecond()))
                                    .toString())
                    .put("attributedTo", harbour.actor(team).toString())
                    .put("name", "Evening " + i)
                    .put("startTime", starts[i].toString());
        }
        harbour.elsewhere.show(URI.create(harbour.actor(team) + "/events"), events);
    }

    private void readsAnew(String team) {
        harbour.post(team, harbour.elsewhere.activity("Update", team, harbour.elsewhere.person(team)));
    }

    private List<String> next(String span) {
        return get("/api/v1/directory/next?in=" + span).path("starts").findValuesAsString("name");
    }

    private List<String> roles(String query) {
        return get("/api/v1/directory/seats" + query).path("seats").findValuesAsString("role");
    }

    private JsonNode attendance(String team) {
        return get("/api/v1/directory/attendance?team=" + harbour.actor(team));
    }

    private JsonNode get(String path) {
        return MAPPER.readTree(visitor.getJson(path).body());
    }
}
