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

    private NodeAnswers() {}

    static void answer(GalleryServer server, Page page) {
        switch (page) {
            case ViewerPage viewer ->
                server.answer("/api/v1/channels/" + viewer.channel(), "{%s}".formatted(state(viewer.air())));
            case EmbedPage embed ->
                server.answer("/api/v1/channels/" + embed.channel(), "{%s}".formatted(state(embed.air())));
            case OnAirPage onAir ->
                server.answer(
                        "/api/v1/studio/channels/" + onAir.channel(),
                        "{%s,\"light\":\"seen\",%s\"refused\":%s}"
                                .formatted(
                                        state(onAir.air()),
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
