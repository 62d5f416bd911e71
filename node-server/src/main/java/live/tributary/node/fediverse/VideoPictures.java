// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import live.tributary.federation.vocab.outgoing.Picture;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.roster.Roster;
import live.tributary.node.stills.StillSize;
import live.tributary.node.stills.Stills;

/**
 * The pictures of a broadcast: its newest still, or a drawing while there is none. Their addresses and sizes stay the same
 * for ever, as others keep what a document once named. Safe for any thread that may block.
 */
final class VideoPictures {

    private static final String MEDIA_TYPE = "image/jpeg";
    private static final Duration DRAWING_MAX_AGE = Duration.ofSeconds(10);
    private static final Duration STILL_MAX_AGE = Duration.ofMinutes(1);
    private static final Duration LAST_MAX_AGE = Duration.ofMinutes(5);
    private static final int NO_TEAM = 0;

    private final Stills stills;
    private final Roster roster;
    private final Addresses addresses;
    /** At most one for each colour and size. */
    private final Map<Drawing, byte[]> drawings = new ConcurrentHashMap<>();

    VideoPictures(Stills stills, Roster roster, Addresses addresses) {
        this.stills = stills;
        this.roster = roster;
        this.addresses = addresses;
    }

    private record Drawing(int hueDegrees, StillSize size) {}

    /**
     * A picture as it is sent.
     *
     * @param maxAge after which another may be there
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
    record Sent(byte[] jpeg, Duration maxAge) {}

    /** What the document names, in ascending size. */
    List<Picture> named(UUID video) {
        return Stream.of(StillSize.values())
                .map(size -> new Picture(address(video, size), MEDIA_TYPE, size.width(), size.height()))
                .toList();
    }

    private URI address(UUID video, StillSize size) {
        return addresses.page("/ap/v/%s/still-%d.jpg".formatted(video, size.width()));
    }

    /** The size of that width, as an address writes it. */
    static Optional<StillSize> size(String width) {
        return Stream.of(StillSize.values())
                .filter(size -> Integer.toString(size.width()).equals(width))
                .findFirst();
    }

    Sent of(AnnouncedVideo video, StillSize size) {
        var maxAge = video.life() instanceof Life.Ended ? LAST_MAX_AGE : STILL_MAX_AGE;
        return stills.find(video.channel(), video.broadcast(), size)
                .map(jpeg -> new Sent(jpeg, maxAge))
                .orElseGet(() -> new Sent(drawing(video, size), DRAWING_MAX_AGE));
    }

    private byte[] drawing(AnnouncedVideo video, StillSize size) {
        var hue = roster.find(video.channel())
                .map(seat -> seat.team().hue().degrees())
                .orElse(NO_TEAM);
        return drawings.computeIfAbsent(
                new Drawing(hue, size), drawing -> StillPicture.paint(drawing.hueDegrees(), drawing.size()));
    }
}
