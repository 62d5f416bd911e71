// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.net.URI;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import live.tributary.node.instance.Node;
import live.tributary.node.studio.JpegSize;
import live.tributary.web.page.EmbedFrame;

/**
 * {@code Oembed} of the contract (oEmbed 1.0, 2.3.4). Without {@code cache_age}: the player says by itself how a stream
 * stands, so that an answer never grows wrong.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        int height,
        @JsonProperty("thumbnail_url") @Nullable String thumbnailUrl,
        @JsonProperty("thumbnail_width") @Nullable Integer thumbnailWidth,
        @JsonProperty("thumbnail_height") @Nullable Integer thumbnailHeight) {

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
                frame.height(),
                null,
                null,
                null);
    }

    /** The same with a picture of what is on air. */
    OembedAnswer with(URI picture, JpegSize size) {
        return new OembedAnswer(
                type,
                version,
                title,
                authorName,
                authorUrl,
                providerName,
                providerUrl,
                html,
                width,
                height,
                picture.toString(),
                size.width(),
                size.height());
    }
}
