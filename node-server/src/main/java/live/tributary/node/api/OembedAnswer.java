// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.net.URI;

import com.fasterxml.jackson.annotation.JsonProperty;

import live.tributary.node.instance.Node;
import live.tributary.web.page.EmbedFrame;

/**
 * {@code Oembed} of the contract (oEmbed 1.0, 2.3.4). Without {@code cache_age}: the player says by itself how a stream
 * stands, so that an answer never grows wrong.
 */
record OembedAnswer(
        String type,
        String version,
        String title,
        @JsonProperty("author_name") String authorName,
        @JsonProperty("author_url") String authorUrl,
        @JsonProperty("provider_name") String providerName,
        @JsonProperty("provider_url") String providerUrl,
        String html,
        int width,
        int height) {

    static OembedAnswer of(String title, String author, URI page, Node node, EmbedFrame frame) {
        return new OembedAnswer(
                "video",
                "1.0",
                title,
                author,
                page.toString(),
                node.name().value(),
                node.link("/").toString(),
                frame.html(),
                frame.width(),
                frame.height());
    }
}
