// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.InstantSource;
import java.util.Objects;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;

import live.tributary.node.gate.FrontReply;
import live.tributary.node.gate.FrontRoute;
import live.tributary.node.playback.MediaRequest.Contradictory;
import live.tributary.node.playback.MediaRequest.Still;
import live.tributary.node.playback.MediaRequest.Unknown;
import live.tributary.node.playback.MediaRequest.Wanted;
import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.MasterName;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.MediaName.SegmentName;

/**
 * Everything below {@code /live/}. Runs on the connection's event loop, in front of the web server, Spring and its filters; whoever knows
 * an address may read it.
 */
final class MediaRoutes implements FrontRoute {

    private static final AsciiString CMCD_REQUEST = AsciiString.cached("cmcd-request");
    private static final AsciiString CMCD_STATUS = AsciiString.cached("cmcd-status");

    private final LiveWindows windows;
    private final PlaylistRoute playlists;
    private final FileRoute files;
    private final PreviewRoute previews;
    private final PlayerReports reports;
    private final PlaybackMetrics metrics;
    private final Serving serving;

    MediaRoutes(
            LiveWindows windows,
            LivePreviews previews,
            PlayerReports reports,
            WaitingRooms rooms,
            PlaybackProperties properties,
            PlaybackMetrics metrics,
            InstantSource clock) {
        this.windows = windows;
        this.playlists = new PlaylistRoute(rooms, properties);
        this.files = new FileRoute(rooms);
        this.previews = new PreviewRoute(previews, metrics);
        this.reports = reports;
        this.metrics = metrics;
        this.serving = new Serving(new HttpDate(clock), properties.noProgressTimeout(), metrics);
    }

    @Override
    public String root() {
        return MediaRequest.ROOT;
    }

    @Override
    public void answer(HttpRequest request, FrontReply reply) {
        var exchange = new Exchange(request, reply, serving);
        var method = request.method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            read(request, exchange);
        } else if (method.equals(HttpMethod.OPTIONS)) {
            exchange.allow();
        } else {
            exchange.refuse(Refusal.METHOD);
        }
    }

    private void read(HttpRequest request, Exchange exchange) {
        switch (MediaRequest.parse(request.uri())) {
            case Unknown() -> unknown(exchange);
            case Contradictory() -> exchange.refuse(Refusal.CONTRADICTORY);
            case Still(var channel) -> previews.preview(exchange, channel);
            case Wanted wanted -> {
                hear(request.headers(), wanted);
                windows.find(wanted.channel())
                        .ifPresentOrElse(window -> find(exchange, window, wanted), () -> unknown(exchange));
            }
        }
    }

    private void find(Exchange exchange, LiveWindow window, Wanted wanted) {
        metrics.requested(kind(wanted));
        switch (wanted.name()) {
            case MasterName name -> playlists.master(exchange, window, name);
            case PlaylistName name -> playlists.playlist(exchange, window, name, wanted.directives());
            case PartName name -> files.part(exchange, window, name);
            case SegmentName name -> files.segment(exchange, window, name);
            case InitName name -> files.init(exchange, window, name);
        }
    }

    /** In the address or in headers, as the player likes (CTA-5004, section 2). */
    private void hear(HttpHeaders headers, Wanted wanted) {
        var query = wanted.directives().cmcd();
        var request = headers.get(CMCD_REQUEST);
        var status = headers.get(CMCD_STATUS);
        if (!query.isEmpty()) {
            Cmcd.parseEncoded(query).ifPresent(report -> reports.reported(wanted.channel(), report));
        } else if (request != null || status != null) {
            var both = Objects.requireNonNullElse(request, "") + "," + Objects.requireNonNullElse(status, "");
            Cmcd.parse(both).ifPresent(report -> reports.reported(wanted.channel(), report));
        }
    }

    private void unknown(Exchange exchange) {
        metrics.requested(MediaKind.UNKNOWN);
        exchange.refuse(Refusal.NOT_FOUND);
    }

    private static MediaKind kind(Wanted wanted) {
        return switch (wanted.name()) {
            case MasterName _ -> MediaKind.MASTER;
            case PlaylistName _ -> MediaKind.PLAYLIST;
            case PartName _ -> MediaKind.PART;
            case SegmentName _ -> MediaKind.SEGMENT;
            case InitName _ -> MediaKind.INIT;
        };
    }
}
