// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import live.tributary.transcoder.flv.FlvTag;
import live.tributary.transcoder.flv.FlvWriter;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/** Remembers all that an encoder gave back, and what it told. */
final class Returned implements EncoderListener {

    private final Map<RenditionName, List<EncodedPicture>> pictures = new ConcurrentHashMap<>();
    private final List<EncodedSound> sound = new CopyOnWriteArrayList<>();
    private final Map<RenditionName, List<TrackConfiguration>> configurations = new ConcurrentHashMap<>();
    private final Map<RenditionName, Integer> beginnings = new ConcurrentHashMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<EncoderPause> pauses = new CopyOnWriteArrayList<>();

    @Override
    public void onConfiguration(RenditionName rung, TrackConfiguration configuration) {
        beginnings.put(rung, times(rung).size());
        configurations.computeIfAbsent(rung, _ -> new CopyOnWriteArrayList<>()).add(configuration);
    }

    @Override
    public void onPicture(RenditionName rung, EncodedPicture picture) {
        pictures.computeIfAbsent(rung, _ -> new CopyOnWriteArrayList<>()).add(picture);
    }

    /** When the first picture after the newest configuration is shown. */
    long firstOfLastRun(RenditionName rung) {
        return times(rung).get(beginnings.getOrDefault(rung, 0));
    }

    @Override
    public void onSound(RenditionName rung, EncodedSound unit) {
        sound.add(unit);
    }

    @Override
    public void onPaused(Set<RenditionName> rungs, EncoderPause pause) {
        pauses.add(pause);
        told.add("paused " + pause.cause());
    }

    @Override
    public void onDropped(RenditionName rung) {
        told.add("dropped " + rung);
    }

    @Override
    public void onGivenUp(EncoderPause last) {
        told.add("given up " + last.cause());
    }

    List<EncodedPicture> pictures(RenditionName rung) {
        return pictures.getOrDefault(rung, List.of());
    }

    List<Long> times(RenditionName rung) {
        return pictures(rung).stream().map(EncodedPicture::presentationMillis).toList();
    }

    List<Long> keyTimes(RenditionName rung) {
        return pictures(rung).stream()
                .filter(EncodedPicture::keyFrame)
                .map(EncodedPicture::presentationMillis)
                .toList();
    }

    List<EncodedSound> sound() {
        return sound;
    }

    List<TrackConfiguration> configurations(RenditionName rung) {
        return configurations.getOrDefault(rung, List.of());
    }

    List<String> told() {
        return List.copyOf(told);
    }

    List<EncoderPause> pauses() {
        return List.copyOf(pauses);
    }

    /** A rung as a file, for decoders that are not ours. */
    Path file(Path folder, RenditionName rung) throws IOException {
        var tags = new ArrayList<FlvTag>();
        tags.add(new FlvTag.Configuration(
                0, VideoCodec.AVC, configurations(rung).getFirst().record()));
        long start = times(rung).getFirst();
        for (var picture : pictures(rung)) {
            tags.add(new FlvTag.Picture(
                    picture.presentationMillis() - start, VideoCodec.AVC, 0, picture.keyFrame(), picture.data()));
        }
        return write(folder.resolve(rung + ".flv"), true, tags);
    }

    /** The sound likewise. */
    Path soundFile(Path folder) throws IOException {
        var tags = new ArrayList<FlvTag>();
        tags.add(new FlvTag.Configuration(
                0, AudioCodec.AAC, configurations(RenditionName.AAC).getFirst().record()));
        long start = sound.getFirst().millis();
        for (var unit : sound) {
            tags.add(new FlvTag.Sound(unit.millis() - start, AudioCodec.AAC, unit.data()));
        }
        return write(folder.resolve("aac.flv"), false, tags);
    }

    private static Path write(Path file, boolean pictures, List<FlvTag> tags) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            var writer = new FlvWriter(out);
            writer.begin(pictures, !pictures);
            for (var tag : tags) {
                writer.write(tag);
            }
        }
        return file;
    }
}
