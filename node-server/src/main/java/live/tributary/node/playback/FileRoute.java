// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Optional;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import reactor.core.publisher.Mono;

import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.MediaAnswer;
import live.tributary.transcoder.hls.MediaAnswer.Absent;
import live.tributary.transcoder.hls.MediaAnswer.Awaited;
import live.tributary.transcoder.hls.MediaAnswer.Found;
import live.tributary.transcoder.hls.MediaAnswer.Stored;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.SegmentName;

/** Answers requests for parts, segments and initialization segments. On the event loop. */
final class FileRoute {

    /**
     * No live player asks later, and what is taken down must not live on in caches; a name never changes its bytes.
     */
    private static final String CACHING = "public, max-age=60, immutable";

    private final WaitingRooms rooms;

    FileRoute(WaitingRooms rooms) {
        this.rooms = rooms;
    }

    Mono<Void> init(Exchange exchange, LiveWindow window, InitName name) {
        return whole(exchange, window.init(name));
    }

    /** A part that was hinted at is held until it exists, or is known not to come. */
    Mono<Void> part(Exchange exchange, LiveWindow window, PartName name) {
        if (!window.isAwaited(name)) {
            return whole(exchange, window.part(name));
        }
        return rooms.room(window)
                .hold(exchange.channel(), w -> !w.isAwaited(name), HeldTime.of(window))
                .flatMap(outcome -> switch (outcome) {
                    case READY -> whole(exchange, window.part(name));
                    case EXPIRED, CROWDED -> exchange.refuse(Refusal.NOT_YET);
                });
    }

    Mono<Void> segment(Exchange exchange, LiveWindow window, SegmentName name) {
        return switch (window.segment(name)) {
            case Found found -> ranged(exchange.header(HttpHeaderNames.ACCEPT_RANGES, HttpHeaderValues.BYTES), found);
            case Stored(var ranges, var audioOnly) -> stored(exchange, new StoredBody(ranges), audioOnly);
            case Awaited _, Absent _ -> exchange.refuse(Refusal.NOT_FOUND);
        };
    }

    private static Mono<Void> stored(Exchange exchange, StoredBody body, boolean audioOnly) {
        if (!body.exists()) {
            return exchange.refuse(Refusal.NOT_FOUND);
        }
        exchange.header(HttpHeaderNames.ACCEPT_RANGES, HttpHeaderValues.BYTES);
        var range = range(exchange, body.length());
        if (range.isEmpty()) {
            return described(exchange, audioOnly).send(HttpResponseStatus.OK, body);
        }
        exchange.header(HttpHeaderNames.CONTENT_RANGE, range.get().contentRange(body.length()));
        return range.get().isSatisfiable()
                ? described(exchange, audioOnly).send(HttpResponseStatus.PARTIAL_CONTENT, body.slice(range.get()))
                : exchange.refuse(Refusal.RANGE);
    }

    private static Mono<Void> whole(Exchange exchange, MediaAnswer answer) {
        return switch (answer) {
            case Found found -> described(exchange, found.audioOnly()).send(found.bytes());
            // Only whole segments outlive the memory.
            case Stored _, Awaited _, Absent _ -> exchange.refuse(Refusal.NOT_FOUND);
        };
    }

    private static Mono<Void> ranged(Exchange exchange, Found found) {
        var length = found.bytes().readableBytes();
        var range = range(exchange, length);
        if (range.isEmpty()) {
            return described(exchange, found.audioOnly()).send(found.bytes());
        }
        exchange.header(HttpHeaderNames.CONTENT_RANGE, range.get().contentRange(length));
        if (!range.get().isSatisfiable()) {
            found.bytes().release();
            return exchange.refuse(Refusal.RANGE);
        }
        return described(exchange, found.audioOnly())
                .send(HttpResponseStatus.PARTIAL_CONTENT, slice(found.bytes(), range.get()));
    }

    private static Optional<ByteRange> range(Exchange exchange, int length) {
        var header = exchange.requestHeader(HttpHeaderNames.RANGE);
        return ByteRange.parse(header == null ? "" : header, length);
    }

    private static ByteBuf slice(ByteBuf bytes, ByteRange range) {
        return bytes.readerIndex(bytes.readerIndex() + range.first()).writerIndex(bytes.readerIndex() + range.length());
    }

    private static Exchange described(Exchange exchange, boolean audioOnly) {
        return exchange.header(HttpHeaderNames.CONTENT_TYPE, audioOnly ? "audio/mp4" : "video/mp4")
                .header(HttpHeaderNames.CACHE_CONTROL, CACHING);
    }
}
