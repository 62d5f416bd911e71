// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.time.Instant;

import tools.jackson.databind.json.JsonMapper;

import live.tributary.web.page.Still;
import live.tributary.web.page.ViewerPage;

/** A running broadcast as search engines read it: a {@code VideoObject} of schema.org. */
final class LiveVideo {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LiveVideo() {}

    /** JSON-LD that may stand in a {@code <script>}: whatever people wrote, it cannot end that element. */
    static String json(ViewerPage page, String title, String description, Instant since) {
        var video = JSON.createObjectNode()
                .put("@context", "https://schema.org")
                .put("@type", "VideoObject")
                .put("name", title)
                .put("description", description)
                .put("url", page.frame().address().toString())
                .put("embedUrl", page.embed().address().toString())
                .put("uploadDate", since.toString());
        if (page.air().still() instanceof Still.Taken still) {
            video.put(
                    "thumbnailUrl", page.frame().address().resolve(still.path()).toString());
        }
        video.putObject("publication")
                .put("@type", "BroadcastEvent")
                .put("isLiveBroadcast", true)
                .put("startDate", since.toString());
        return JSON.writeValueAsString(video).replace("<", "\\u003c");
    }
}
