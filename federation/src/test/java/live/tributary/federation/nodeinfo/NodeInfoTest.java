// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.nodeinfo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.nodeinfo.NodeInfo.Figure;
import live.tributary.federation.nodeinfo.NodeInfo.Mode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class NodeInfoTest {

    private static final URI NODE = URI.create("https://node.example/");

    @Test
    void saysWhatTheOperatorShows() {
        var figures = Map.of(
                Figure.USERS, 7L,
                Figure.USERS_OF_A_MONTH, 5L,
                Figure.USERS_OF_HALF_A_YEAR, 6L,
                Figure.POSTS, 40L,
                Figure.TEAMS, 2L,
                Figure.ON_AIR, 1L);
        var node = new NodeInfo(
                "0.1.0", "Night Owls", "Four of us.", List.of(NODE.resolve("/ap/p/ana")), false, Mode.OPEN, figures);

        assertThat(node.version20()).asString(UTF_8).isEqualTo("""
                {"version":"2.0","software":{"name":"tributary","version":"0.1.0"},"protocols":["activitypub"],\
                "services":{"inbound":[],"outbound":[]},"openRegistrations":false,\
                "usage":{"users":{"total":7,"activeMonth":5,"activeHalfyear":6},"localPosts":40},\
                "metadata":{"nodeName":"Night Owls","nodeDescription":"Four of us.",\
                "staffAccounts":["https://node.example/ap/p/ana"],\
                "federation":{"enabled":true,"mode":"open"},\
                "streaming":{"groups":2,"liveNow":1,"protocols":["hls","ll-hls"]}}}""");
        assertThat(node.version21()).asString(UTF_8).startsWith("{\"version\":\"2.1\",");
    }

    @Test
    void leavesOutWhatTheOperatorHides() {
        var node = new NodeInfo("0.1.0", "Night Owls", "", List.of(), true, Mode.ALLOW_LIST, Map.of());

        assertThat(node.version21())
                .asString(UTF_8)
                .contains("\"usage\":{\"users\":{}}", "\"mode\":\"allowlist\"", "\"openRegistrations\":true")
                .doesNotContain("total", "localPosts", "groups", "liveNow");
    }

    @Test
    void saysWhereTheDocumentsAre() {
        assertThat(NodeInfoLinks.of(NODE, NODE.resolve("/ap/actor")))
                .asString(UTF_8)
                .isEqualTo("""
                {"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://node.example/nodeinfo/2.0"},\
                {"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1","href":"https://node.example/nodeinfo/2.1"},\
                {"rel":"https://www.w3.org/ns/activitystreams#Application","href":"https://node.example/ap/actor"}]}""");
    }

    @Test
    void namesItsSchemaInTheMediaType() {
        assertThat(NodeInfoSchema.V2_0.mediaType())
                .isEqualTo("application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/2.0#\"");
    }

    @Test
    void readsWhatOthersSay() {
        assertThat(software("{\"version\":\"2.0\",\"software\":{\"name\":\"peertube\",\"version\":\"8.0.0\"}}"))
                .contains(new Software("peertube", "8.0.0"));
        assertThat(software("{\"software\":{\"name\":\" mastodon \"}}")).contains(new Software("mastodon", ""));
        assertThat(software("{\"software\":{\"name\":\"evil\\u001b[2J\\u202e\"}}"))
                .contains(new Software("evil[2J", ""));
        assertThat(software("{\"software\":{\"name\":\"" + "\ud83d\ude00".repeat(200) + "\"}}"))
                .contains(new Software("\ud83d\ude00".repeat(100), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"software\":\"peertube\"}",
                "{\"software\":{\"name\":\"\"}}",
                "{\"software\":{\"name\":{}}}"
            })
    void readsNothingWhereNothingIsSaid(String body) {
        assertThat(software(body)).isEmpty();
    }

    @FuzzTest(maxDuration = "60s")
    void readsAnythingIntoAShortLine(byte[] strangersBytes) {
        NodeInfoJson.software(strangersBytes)
                .ifPresent(software -> assertThat(software.name() + software.version())
                        .hasSizeLessThanOrEqualTo(400)
                        .doesNotContain("\n", "\r", "\u001b"));
    }

    private static Optional<Software> software(String body) {
        return NodeInfoJson.software(body.getBytes(UTF_8));
    }
}
