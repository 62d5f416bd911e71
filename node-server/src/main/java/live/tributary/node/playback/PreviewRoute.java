// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;

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

    void preview(Exchange exchange, String channel) {
        metrics.requested(MediaKind.PREVIEW);
        previews.find(channel)
                .ifPresentOrElse(picture -> send(exchange, picture), () -> exchange.refuse(Refusal.NOT_FOUND));
    }

    private static void send(Exchange exchange, PreviewPicture picture) {
        var tag = "\"" + picture.version() + "\"";
        var headers = exchange.headers().set(HttpHeaderNames.ETAG, tag).set(HttpHeaderNames.CACHE_CONTROL, CACHING);
        if (tag.equals(exchange.known())) {
            exchange.unchanged(headers);
            return;
        }
        exchange.send(headers.set(HttpHeaderNames.CONTENT_TYPE, "image/jpeg"), Unpooled.wrappedBuffer(picture.jpeg()));
    }
}
