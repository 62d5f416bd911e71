// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/** The first evening of a node, step by step; each step finds what the one before it left. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WizardTest {

    private static final Map<String, String> OWNER =
            Map.of("name", "Ada", "handle", "ada", "password", "a calm river at dusk");

    private final RunningNode node;
    private final WebVisitor owner;

    WizardTest(TestDatabase database) {
        node = RunningNode.start(database);
        owner = new WebVisitor(node.web());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Order(1)
    void nothingWorksBeforeTheClaim() {
        for (var path : new String[] {"/", "/login", "/studio", "/@river", "/setup/team", "/nonsense"}) {
            var reply = owner.get(path);
            assertThat(reply.status()).as(path).isEqualTo(503);
            assertThat(reply.page().select("form")).as(path).isEmpty();
        }
        assertThat(owner.getJson("/api/v1/node").body()).contains("/problems/unclaimed");
    }

    @Test
    @Order(2)
    void theManagementPortAnswersBeforeTheClaim() {
        var health = new WebVisitor(node.management()).getJson("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(owner.get("/actuator/health").status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void aWrongClaimLinkSaysSo() {
        assertThat(owner.get("/claim/" + "0".repeat(32)).status()).isEqualTo(404);
        assertThat(owner.get("/claim/short").status()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void theFormOfTheClaimComesBackWithWhatIsWrong() {
        var path = node.claimPath();
        var reply = owner.submit(owner.get(path), path, Map.of("name", "Ada", "handle", "?", "password", "x"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("input[name=name]").val()).isEqualTo("Ada");
        assertThat(reply.page().select(".error")).isNotEmpty();
        assertThat(reply.body()).doesNotContain("value=\"x\"");

        var common = owner.submit(reply, path, Map.of("name", "Ada", "handle", "ada", "password", "ada"));
        assertThat(common.status()).isEqualTo(422);
    }

    @Test
    @Order(5)
    void theClaimMakesAnOwnerWhoIsLoggedIn() {
        var path = node.claimPath();
        var reply = owner.submit(owner.get(path), path, OWNER);
        assertThat(reply.goesTo()).isEqualTo("/setup/team");
        assertThat(owner.get(path).status()).isEqualTo(404);
        assertThat(owner.get("/studio").goesTo()).isEqualTo("/setup/team");
        assertThat(owner.get("/setup/stream").goesTo()).isEqualTo("/setup/team");
    }

    @Test
    @Order(6)
    void theTeamNeedsAllItsFields() {
        var page = owner.get("/setup/team");
        var reply = owner.submit(page, "/setup/team", Map.of("name", "", "handle", "live", "mark", "", "hue", "7"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".error")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @Order(7)
    void theTeamLeadsToAKeyThatIsShownOnce() {
        var fields = Map.of("name", "River", "handle", "river", "mark", "RV", "hue", "30");
        var reply = owner.submit(owner.get("/setup/team"), "/setup/team", fields);
        assertThat(reply.goesTo()).isEqualTo("/setup/stream");

        var page = owner.get("/setup/stream");
        assertThat(page.body()).containsPattern("sk_[0-9a-z]{32}").contains("rtmp://localhost:");
        assertThat(page.page().select("tb-waiting-light").attr("data-light")).isEqualTo("waiting");
        assertThat(owner.get("/setup/stream").body()).doesNotContainPattern("sk_[0-9a-z]{32}");
        assertThat(owner.get("/setup/team").goesTo()).isEqualTo("/setup/stream");
    }

    @Test
    @Order(8)
    void theProfileForObsHasTheAddressAndKeyFramesButNoKey() throws Exception {
        var link = owner.get("/setup/stream").page().select("a[download]").attr("href");
        var text = unzip(bytes(link));
        assertThat(text)
                .contains("Tributary/basic.ini")
                .contains("Tributary/service.json")
                .contains("\"keyint_sec\":2")
                .contains("rtmp://localhost:")
                .doesNotContain("sk_");
    }

    @Test
    @Order(9)
    void theEndOfTheWizardIsTheStudio() {
        assertThat(owner.submit(owner.get("/setup/stream"), "/setup/done", Map.of())
                        .goesTo())
                .isEqualTo("/studio");
        assertThat(owner.get("/studio").status()).isEqualTo(200);
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(node.web().resolve(path))
                .header("Cookie", owner.cookies())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray()).body();
        }
    }

    private static String unzip(byte[] archive) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
