// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import live.tributary.federation.handoff.ArrivalToken;
import live.tributary.federation.signature.VerifyingKey;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.kernel.ChannelId;

/** Lets places in by their tickets, each once. Any thread that may block. */
final class Turnstile {

    /** How long a ticket is good for. */
    static final Duration GOOD_FOR = Duration.ofSeconds(60);

    /** Two servers' clocks may differ by so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private final VisitStore visits;
    private final Videos videos;
    private final Addresses addresses;
    private final InstantSource clock;

    Turnstile(VisitStore visits, Videos videos, Addresses addresses, InstantSource clock) {
        this.visits = visits;
        this.videos = videos;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * Lets somebody in who shows a ticket to what is on this channel; empty for one that is used, late, foreign or forged.
     *
     * @param text as it stood in the address
     */
    Optional<Arrived> arrive(ChannelId channel, String text) {
        var now = clock.instant();
        return ArrivalToken.parse(text)
                .filter(token -> isInTime(token, now))
                .flatMap(token -> videos.latest(channel)
                        .filter(video -> video.life() instanceof Life.Live)
                        .flatMap(video -> arrive(token, video, now)));
    }

    private static boolean isInTime(ArrivalToken token, Instant now) {
        return token.expires().plus(CLOCKS_DIFFER).isAfter(now)
                && token.expires().isBefore(now.plus(GOOD_FOR).plus(CLOCKS_DIFFER));
    }

    private Optional<Arrived> arrive(ArrivalToken token, AnnouncedVideo video, Instant now) {
        return visits.find(token.handoff(), token.raft(), video.id())
                .filter(visit -> VerifyingKey.fromMultibase(visit.key())
                        .filter(key -> token.isSignedBy(key, addresses.video(video.id())))
                        .isPresent())
                .filter(visit -> visits.arrive(visit, token.place(), now))
                .map(visit -> new Arrived(visit.from().name(), visit.from().page(), visit.kind()));
    }
}
