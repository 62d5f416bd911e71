// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.util.List;
import java.util.stream.Collectors;

import live.tributary.web.page.Air;
import live.tributary.web.page.DirectoryPage;
import live.tributary.web.page.EmbedPage;
import live.tributary.web.page.OnAirPage;
import live.tributary.web.page.Page;
import live.tributary.web.page.RefusedTry;
import live.tributary.web.page.SetupStreamPage;
import live.tributary.web.page.ViewerPage;

/** What the node's API would answer to the islands of a page, so that they find the state the page was drawn in. */
final class NodeAnswers {

    static final String HANDOFF = "\"handoff\":{\"number\":1,\"kind\":\"end\"}";

    /** Somebody has room for the raft of a page that waits. */
    static final String FOUND = """
            {"state":"found","place":"p1","next":{"kind":"end","team":"Slow Ferry Pottery","host":"slow-ferry.example",
             "title":"Glaze tests, 40 tiles, no plan","languages":["no","en"],"labels":["flashing"],
             "since":"2026-11-22T11:22:00Z","gid":"5a0c91d2f4b7e863","marked":true,
             "page":"https://slow-ferry.example/@slowferry/per"}}""";

    private NodeAnswers() {}

    static void answer(GalleryServer server, Page page) {
        switch (page) {
            case ViewerPage viewer
            when viewer.air() instanceof Air.Ended && viewer.downstream().offered() -> {
                var path = "/api/v1/channels/" + viewer.channel();
                server.answer(path, "{%s,%s}".formatted(state(viewer.air()), HANDOFF));
                server.answer(path + "/travel", FOUND);
            }
            case ViewerPage viewer ->
                server.answer("/api/v1/channels/" + viewer.channel(), "{%s}".formatted(state(viewer.air())));
            case EmbedPage embed ->
                server.answer("/api/v1/channels/" + embed.channel(), "{%s}".formatted(state(embed.air())));
            case OnAirPage onAir ->
                server.answer(
                        "/api/v1/studio/channels/" + onAir.channel(),
                        "{%s,\"light\":\"seen\",\"viewersElsewhere\":%d,%s\"refused\":%s}"
                                .formatted(
                                        state(onAir.air()),
                                        onAir.elsewhere(),
                                        HealthAnswers.of(onAir.health(), onAir.last()),
                                        refused(onAir.refused())));
            case SetupStreamPage setup ->
                server.answer(
                        "/api/v1/studio/channels/" + setup.channel(),
                        "{%s,\"light\":\"%s\",\"refused\":%s}"
                                .formatted(
                                        state(new Air.OffAir()), setup.light().word(), refused(setup.refused())));
            case DirectoryPage directory ->
                server.show(directory.frame().address().getPath(), "n", directory, DirectoryPages.asked(directory));
            default -> {
                // Other pages ask the API nothing.
            }
        }
    }

    private static String state(Air air) {
        var since = air instanceof Air.Live onAir ? ",\"since\":\"%s\"".formatted(onAir.since()) : "";
        return "\"state\":\"%s\",\"title\":\"%s\",\"now\":\"%s\"%s"
                .formatted(air.state(), air.title(), Cast.NOON, since);
    }

    private static String refused(List<RefusedTry> refused) {
        return refused.stream()
                .map(attempt -> "{\"at\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(attempt.at(), attempt.reason().word()))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
