// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks over every route there is, so that one added later cannot be forgotten. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteWalkTest {

    /** The one page that other sites may frame. */
    private static final String EMBED = "/@{team}/{member}/embed";

    /** What viewers' pages report and ask: in nobody's name, so it needs no token, but it has to come from a page of the node. */
    private static final Set<String> REPORTS =
            Set.of("/api/v1/channels/{channel}/playback", "/api/v1/channels/{channel}/travel");

    /** Signed by the server that posts, in whose name nobody's browser can act. */
    private static final Predicate<Route> IS_INBOX =
            route -> route.pattern().startsWith("/ap/") && route.pattern().endsWith("/inbox");

    /** What a stranger may look at. Everything else leads to the log-in, or is refused. */
    private static final Set<String> PUBLIC = Set.of(
            "/",
            "/@{team}",
            "/@{team}/live",
            "/@{team}/follow",
            "/@{team}/{member}",
            EMBED,
            "/brand.css",
            "/favicon.ico",
            "/favicon.svg",
            "/login",
            "/login/{token}",
            "/claim/{token}",
            "/invite/{token}",
            "/ring/{slug}",
            "/ring/{slug}/next",
            "/ring/{slug}/previous",
            "/ring/{slug}/badge.svg",
            "/api/v1/node",
            "/api/v1/live",
            "/api/v1/oembed",
            "/api/v1/channels/{channel}");

    private RunningNode node;
    private WebVisitor owner;

    @BeforeAll
    void start(TestDatabase database, @TempDir Path data) {
        node = RunningNode.start(
                database, "tributary.fediverse.test-loopback=true", "tributary.data-directory=" + data);
        House.on(node);
        owner = new WebVisitor(node.web());
        owner.logIn(House.OWNER, House.PASSWORD);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private record Route(RequestMethod method, String pattern) {
        String path() {
            return pattern.replace("{team}", "river").replace("{member}", "ada").replaceAll("\\{\\w+}", "0");
        }

        boolean unsafe() {
            return !Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS)
                    .contains(method);
        }

        /** What other servers ask for, who never log in. */
        boolean federated() {
            return pattern.startsWith("/ap/")
                    || pattern.startsWith("/.well-known/")
                    || pattern.startsWith("/nodeinfo/");
        }

        boolean api() {
            return pattern.startsWith("/api/");
        }
    }

    private Stream<Route> routes() {
        var mapping = node.get(RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method, pattern.getPatternString()))));
    }

    @Test
    void findsTheRoutes() {
        assertThat(routes().filter(Route::unsafe)).hasSizeGreaterThan(15);
        assertThat(routes().filter(route -> !route.unsafe())).hasSizeGreaterThan(20);
    }

    @Test
    void nothingIsChangedWithoutATokenFromAPageOfTheNode() {
        assertThat(routes().filter(Route::unsafe)
                        .filter(IS_INBOX.negate())
                        .filter(route -> !REPORTS.contains(route.pattern())))
                .allSatisfy(route -> {
                    var reply = owner.send(
                            route.method().name(),
                            route.path(),
                            "{}",
                            Map.of("Origin", node.web().toString()));
                    assertThat(reply.status()).isEqualTo(403);
                    assertThat(reply.body()).contains("/problems/form-expired");
                });
    }

    @Test
    void nothingIsChangedFromAnotherSite() {
        var token = owner.get("/studio").csrf();
        assertThat(token).isNotEmpty();
        assertThat(routes().filter(Route::unsafe).filter(IS_INBOX.negate())).allSatisfy(route -> {
            var elsewhere = Map.of("Origin", "https://elsewhere.example", CsrfToken.HEADER, token);
            assertThat(owner.send(route.method().name(), route.path(), "{}", elsewhere)
                            .status())
                    .isEqualTo(403);
            var silent = Map.of(CsrfToken.HEADER, token);
            assertThat(owner.send(route.method().name(), route.path(), "{}", silent)
                            .status())
                    .isEqualTo(403);
            var crossSite =
                    Map.of("Origin", node.web().toString(), CsrfToken.HEADER, token, "Sec-Fetch-Site", "cross-site");
            assertThat(owner.send(route.method().name(), route.path(), "{}", crossSite)
                            .status())
                    .isEqualTo(403);
        });
    }

    @Test
    void aStrangerSeesPublicPagesOnly() {
        assertThat(routes().filter(route -> !route.unsafe() && !route.federated() && !PUBLIC.contains(route.pattern())))
                .allSatisfy(route -> {
                    var stranger = new WebVisitor(node.web());
                    if (route.api()) {
                        assertThat(stranger.getJson(route.path()).status()).isEqualTo(401);
                    } else {
                        assertThat(stranger.get(route.path()).goesTo()).isEqualTo("/login");
                    }
                });
    }

    @Test
    void everyAnswerSaysWhatABrowserMayDoWithIt() {
        assertThat(routes().filter(route -> !route.unsafe())).allSatisfy(route -> {
            var reply = owner.get(route.path());
            assertThat(reply.status()).isLessThan(500);
            assertThat(reply.header("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'")
                            .contains(route.pattern().equals(EMBED) ? "frame-ancestors *" : "frame-ancestors 'none'")
                            .doesNotContain("unsafe-eval"));
            assertThat(reply.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(reply.header("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
            assertThat(reply.header("Permissions-Policy")).isPresent();
            assertThat(reply.header("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(reply.header("Cache-Control")).isPresent();
        });
    }
}
