// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;

import live.tributary.node.studio.PreviewPicture;

/** Answers requests for the still of a channel. On the event loop. */
final class PreviewRoute {

    /** As long as it takes to make a new one: what has ended must not be shown for longer. */
    private static final String CACHING = "public, max-age=10";

    private final LivePreviews previews;
    private final PlaybackMetrics metrics;

    PreviewRoute(LivePreviews previews, PlaybackMetrics metrics) {
        this.previews = previews;
        this.metrics = metrics;
    }

    Mono<Void> preview(Exchange exchange, String channel) {
        metrics.requested(MediaKind.PREVIEW);
        return previews.find(channel)
                .map(picture -> send(exchange, picture))
                .orElseGet(() -> exchange.refuse(Refusal.NOT_FOUND));
    }

    private static Mono<Void> send(Exchange exchange, PreviewPicture picture) {
        var tag = "\"" + picture.version() + "\"";
        exchange.header(HttpHeaderNames.ETAG, tag).header(HttpHeaderNames.CACHE_CONTROL, CACHING);
        if (tag.equals(exchange.requestHeader(HttpHeaderNames.IF_NONE_MATCH))) {
            return exchange.unchanged();
        }
        return exchange.header(HttpHeaderNames.CONTENT_TYPE, "image/jpeg").send(Unpooled.wrappedBuffer(picture.jpeg()));
    }
}
