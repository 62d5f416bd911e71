// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Objects;
import java.util.Optional;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;

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
    private static final AsciiString CACHING = AsciiString.cached("public, max-age=60, immutable");

    private static final AsciiString AUDIO = AsciiString.cached("audio/mp4");
    private static final AsciiString VIDEO = AsciiString.cached("video/mp4");

    private final WaitingRooms rooms;

    FileRoute(WaitingRooms rooms) {
        this.rooms = rooms;
    }

    void init(Exchange exchange, LiveWindow window, InitName name) {
        whole(exchange, window.init(name));
    }

    /** A part that was hinted at is held until it exists, or is known not to come. */
    void part(Exchange exchange, LiveWindow window, PartName name) {
        if (!window.isAwaited(name)) {
            whole(exchange, window.part(name));
            return;
        }
        rooms.room(window).hold(exchange.channel(), w -> !w.isAwaited(name), HeldTime.of(window), outcome -> {
            switch (outcome) {
                case READY -> whole(exchange, window.part(name));
                case EXPIRED, CROWDED -> exchange.refuse(Refusal.NOT_YET);
            }
        });
    }

    void segment(Exchange exchange, LiveWindow window, SegmentName name) {
        switch (window.segment(name)) {
            case Found found -> ranged(exchange, found);
            case Stored(var ranges, var audioOnly) -> stored(exchange, new StoredBody(ranges), audioOnly);
            case Awaited _, Absent _ -> exchange.refuse(Refusal.NOT_FOUND);
        }
    }

    private static void whole(Exchange exchange, MediaAnswer answer) {
        switch (answer) {
            case Found found -> exchange.send(described(exchange, found.audioOnly()), found.bytes());
            // Only whole segments outlive the memory.
            case Stored _, Awaited _, Absent _ -> exchange.refuse(Refusal.NOT_FOUND);
        }
    }

    private static void stored(Exchange exchange, StoredBody body, boolean audioOnly) {
        if (!body.exists()) {
            exchange.refuse(Refusal.NOT_FOUND);
            return;
        }
        var range = range(exchange, body.length());
        if (range.isEmpty()) {
            exchange.send(HttpResponseStatus.OK, inRanges(exchange, audioOnly), body);
        } else if (range.get().isSatisfiable()) {
            exchange.send(
                    HttpResponseStatus.PARTIAL_CONTENT,
                    inRange(exchange, audioOnly, range.get(), body.length()),
                    body.slice(range.get()));
        } else {
            refuse(exchange, range.get(), body.length());
        }
    }

    private static void ranged(Exchange exchange, Found found) {
        var length = found.bytes().readableBytes();
        var range = range(exchange, length);
        if (range.isEmpty()) {
            exchange.send(inRanges(exchange, found.audioOnly()), found.bytes());
        } else if (range.get().isSatisfiable()) {
            exchange.send(
                    HttpResponseStatus.PARTIAL_CONTENT,
                    inRange(exchange, found.audioOnly(), range.get(), length),
                    slice(found.bytes(), range.get()));
        } else {
            found.bytes().release();
            refuse(exchange, range.get(), length);
        }
    }

    private static Optional<ByteRange> range(Exchange exchange, int length) {
        return ByteRange.parse(Objects.requireNonNullElse(exchange.range(), ""), length);
    }

    private static ByteBuf slice(ByteBuf bytes, ByteRange range) {
        return bytes.readerIndex(bytes.readerIndex() + range.first()).writerIndex(bytes.readerIndex() + range.length());
    }

    private static void refuse(Exchange exchange, ByteRange range, int length) {
        exchange.refuse(
                Refusal.RANGE,
                exchange.headers()
                        .set(HttpHeaderNames.ACCEPT_RANGES, HttpHeaderValues.BYTES)
                        .set(HttpHeaderNames.CONTENT_RANGE, range.contentRange(length)));
    }

    private static HttpHeaders inRange(Exchange exchange, boolean audioOnly, ByteRange range, int length) {
        return inRanges(exchange, audioOnly).set(HttpHeaderNames.CONTENT_RANGE, range.contentRange(length));
    }

    private static HttpHeaders inRanges(Exchange exchange, boolean audioOnly) {
        return described(exchange, audioOnly).set(HttpHeaderNames.ACCEPT_RANGES, HttpHeaderValues.BYTES);
    }

    private static HttpHeaders described(Exchange exchange, boolean audioOnly) {
        return exchange.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, audioOnly ? AUDIO : VIDEO)
                .set(HttpHeaderNames.CACHE_CONTROL, CACHING);
    }
}
