// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.node.fixtures.NodeProcess;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/** The node as it is handed out: one file. What tests have on their path and that file does not is missed here only. */
@Tag("packed")
final class PackedNodeTest {

    private static final Path JAR = Path.of(System.getProperty("packed.node"));

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void startsIsClaimedAndFoundFromElsewhere(@TempDir Path data) throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var node = NodeProcess.startPacked(JAR, data, "tributary.fediverse.test-loopback=true")) {
            try {
                isFoundFromElsewhere(node);
            } finally {
                // Or its database would outlive it.
                node.stop();
                client.close();
            }
        }
    }

    private void isFoundFromElsewhere(NodeProcess node) throws IOException, InterruptedException {
        found(node);
        var team = linkToSelf(node, "river");
        assertThat(fetch(team).path("type").asString()).isEqualTo("Group");
        assertThat(fetch(team).path("id").asString()).isEqualTo(team.toString());
        assertThat(fetch(node.web().resolve("/ap/actor")).path("type").asString())
                .isEqualTo("Application");
    }

    /** Takes the node and founds a team. */
    private static void found(NodeProcess node) {
        var owner = new WebVisitor(node.web());
        var claim = node.claimPath();
        owner.submit(
                owner.get(claim), claim, Map.of("name", "Ada", "handle", "ada", "password", "a calm river at dusk"));
        var team = "/setup/team";
        var wish = Map.of("name", "River", "handle", "river", "mark", "RV", "hue", "30");
        assertThat(owner.submit(owner.get(team), team, wish).status()).isEqualTo(303);
    }

    private URI linkToSelf(NodeProcess node, String name) throws IOException, InterruptedException {
        var query = "/.well-known/webfinger?resource=acct:%s@%s"
                .formatted(name, node.web().getAuthority());
        var links = fetch(node.web().resolve(query)).path("links");
        return links.valueStream()
                .filter(link -> link.path("rel").asString().equals("self"))
                .map(link -> URI.create(link.path("href").asString()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode fetch(URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "application/activity+json, application/jrd+json")
                .build();
        return JsonMapper.shared()
                .readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    }
}
