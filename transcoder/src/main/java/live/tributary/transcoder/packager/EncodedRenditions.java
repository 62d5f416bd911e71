// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.ffmpeg.EncoderFigures;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.ladder.Rung;

/** What the encoder of a broadcast may make now, each offered to viewers and cut by its own rules. One thread at a time. */
final class EncodedRenditions {

    private final WindowWriter writer;
    private final Targets targets;
    private final Map<RenditionName, RungCutter> pictures = new LinkedHashMap<>();
    private @Nullable EncodedSoundCutter sound;
    private @Nullable AudioConfig beside;
    private Set<RenditionName> wanted = Set.of();
    private boolean unheard;

    EncodedRenditions(WindowWriter writer, Targets targets) {
        this.writer = writer;
        this.targets = targets;
    }

    /**
     * A smaller picture of that source, unless it is offered already.
     *
     * @param firstSegment the number of the first segment that has it
     */
    void offer(Rung rung, VideoFormat source, int firstSegment) {
        if (!pictures.containsKey(rung.name())) {
            var format = RungFormat.of(rung, source);
            writer.offer(rung.name(), format);
            var cutter = new RungCutter(writer, rung, format, targets, firstSegment);
            cutter.soundBeside(beside);
            pictures.put(rung.name(), cutter);
        }
    }

    /** The sound in AAC; where it is offered already, its next segments may have other names. */
    void offerSound(int firstSegment) {
        if (sound == null) {
            writer.offer(RenditionName.AAC, EncodedSoundCutter.format());
            sound = new EncodedSoundCutter(writer, targets, firstSegment);
        } else {
            sound.declare();
        }
    }

    /** Takes away what there is of these. */
    void withdraw(Collection<RenditionName> names) {
        // Offered again at once, they have to be asked for anew; the encoder has not heard of it yet.
        unheard |= wanted.stream().anyMatch(names::contains);
        wanted = wanted.stream().filter(name -> !names.contains(name)).collect(Collectors.toUnmodifiableSet());
        for (var name : names) {
            find(name).ifPresent(follower -> {
                follower.pause();
                pictures.remove(name);
                sound = follower.equals(sound) ? null : sound;
                writer.remove(name);
            });
        }
    }

    /** From the next segment on joined parts hold this sound of the publisher's. */
    void soundBeside(@Nullable AudioConfig config) {
        beside = config;
        pictures.values().forEach(cutter -> cutter.soundBeside(config));
    }

    /** Somebody asks for these of them from now on, and for no others; says whether that is news. */
    boolean want(Set<RenditionName> now) {
        var before = wanted;
        wanted = now;
        for (var name : names()) {
            if (now.contains(name) && !before.contains(name)) {
                find(name).ifPresent(EncodedFollower::expect);
            } else if (!now.contains(name) && before.contains(name)) {
                find(name).ifPresent(EncodedFollower::rest);
            }
        }
        boolean news = unheard || !now.equals(before);
        unheard = false;
        return news;
    }

    boolean isWanted(RenditionName name) {
        return wanted.contains(name);
    }

    /** The encoder is gone, and another one will be told anew. */
    void forgetWish() {
        wanted = Set.of();
    }

    Collection<RungCutter> pictures() {
        return pictures.values();
    }

    Set<RenditionName> rungs() {
        return Set.copyOf(pictures.keySet());
    }

    Optional<RungCutter> picture(RenditionName name) {
        return Optional.ofNullable(pictures.get(name));
    }

    Optional<EncodedSoundCutter> sound() {
        return Optional.ofNullable(sound);
    }

    Optional<EncodedFollower> find(RenditionName name) {
        return name.equals(RenditionName.AAC) ? Optional.ofNullable(sound) : Optional.ofNullable(pictures.get(name));
    }

    Set<RenditionName> names() {
        return Stream.concat(pictures.keySet().stream(), sound().map(_ -> RenditionName.AAC).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many parts were written; asked at each frame, so it makes no garbage. */
    long parts() {
        long parts = sound == null ? 0 : sound.parts();
        for (var picture : pictures.values()) {
            parts += picture.parts();
        }
        return parts;
    }

    /** Whether a closed segment waits for the last that belongs to it; asked at each frame as well. */
    boolean isLastOneClosed() {
        boolean closed = sound != null && sound.isLastOneClosed();
        for (var picture : pictures.values()) {
            closed |= picture.isLastOneClosed();
        }
        return closed;
    }

    List<EncodedFollower> all() {
        return Stream.<EncodedFollower>concat(pictures.values().stream(), sound().stream())
                .toList();
    }

    List<RungFigures> figures(EncoderFigures encoder) {
        return Stream.concat(
                        pictures.values().stream().map(cutter -> cutter.figures(encoder)),
                        sound().map(cutter -> cutter.figures(encoder)).stream())
                .toList();
    }
}
