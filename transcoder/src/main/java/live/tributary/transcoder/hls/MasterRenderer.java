// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** Writes a master playlist (RFC 8216bis, 4.4.6) of one edition. One object for each rendering. */
final class MasterRenderer {

    private static final double TALLEST = 2160;
    private static final double LEAST_SCORE = 0.2;
    private static final double MOST_SCORE = 0.9;

    private final Edition edition;
    private final View view;
    private final Map<RenditionName, VideoFormat> pictures = new LinkedHashMap<>();
    private final Map<RenditionName, String> scores = new HashMap<>();
    private final Map<RenditionName, AudioFormat> sounds = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder(1024);

    private MasterRenderer(Edition edition, View view) {
        this.edition = edition;
        this.view = view;
        edition.renditions().stream().filter(this::isThere).forEach(this::sort);
    }

    private boolean isThere(Rendition rendition) {
        return edition.has(new PlaylistName(rendition.isAudio() ? View.CANONICAL : view, rendition.name()));
    }

    private void sort(Rendition rendition) {
        switch (rendition.format()) {
            case VideoFormat video -> {
                pictures.put(rendition.name(), video);
                scores.put(rendition.name(), rendition.follows() ? score(video) : "1.0");
            }
            case AudioFormat audio -> sounds.put(rendition.name(), audio);
        }
    }

    /** Below the publisher's own, the larger the better, so that the order of lines decides nothing. */
    private static String score(VideoFormat encoded) {
        double share = Math.min(1, Math.min(encoded.width(), encoded.height()) / TALLEST);
        return String.format(Locale.ROOT, "%.3f", LEAST_SCORE + (MOST_SCORE - LEAST_SCORE) * share);
    }

    static String render(Edition edition, View view) {
        return new MasterRenderer(edition, view).render();
    }

    private String render() {
        line("#EXTM3U");
        line("#EXT-X-VERSION:9");
        if (hasAudioGroups()) {
            sounds.forEach(this::audioGroup);
        }
        if (pictures.values().stream().anyMatch(VideoFormat::closedCaptions)) {
            line("#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"cc\",NAME=\"CC1\",AUTOSELECT=YES,INSTREAM-ID=\"CC1\"");
        }
        pictures.forEach(this::variants);
        sounds.forEach(this::audioOnlyVariant);
        return text.toString();
    }

    /** In the joined view sound lies beside the picture, so there is nothing to choose. */
    private boolean hasAudioGroups() {
        return view == View.CANONICAL && !pictures.isEmpty();
    }

    private void audioGroup(RenditionName name, AudioFormat format) {
        line("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"" + format.groupId() + "\",NAME=\"" + name
                + "\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"" + format.channels() + "\",URI=\""
                + new PlaylistName(View.CANONICAL, name).path() + "\"");
    }

    private void variants(RenditionName name, VideoFormat format) {
        if (hasAudioGroups() && !sounds.isEmpty()) {
            sounds.values()
                    .forEach(sound ->
                            variant(name, format, codecs(format, sound), ",AUDIO=\"" + sound.groupId() + "\""));
        } else {
            variant(name, format, codecs(format, sounds.values().toArray(AudioFormat[]::new)), "");
        }
    }

    private void variant(RenditionName name, VideoFormat format, String codecs, String audioGroup) {
        line(streamInf(name) + ",CODECS=\"" + codecs + "\",RESOLUTION=" + format.width() + "x" + format.height()
                + frameRate(format) + ",VIDEO-RANGE=" + format.range() + ",SCORE=" + scores.get(name) + audioGroup
                + ",CLOSED-CAPTIONS=" + (format.closedCaptions() ? "\"cc\"" : "NONE"));
        line(new PlaylistName(view, name).path());
    }

    /** Last, and with the lowest score: a player takes it only when it wants no picture. */
    private void audioOnlyVariant(RenditionName name, AudioFormat format) {
        var group = hasAudioGroups() ? ",AUDIO=\"" + format.groupId() + "\"" : "";
        line(streamInf(name) + ",CODECS=\"" + format.codecs() + "\",SCORE=0.1" + group);
        line(new PlaylistName(View.CANONICAL, name).path());
    }

    private String streamInf(RenditionName name) {
        var rates = Objects.requireNonNull(edition.rates().get(name), "each declared rendition has rates");
        return "#EXT-X-STREAM-INF:BANDWIDTH=" + rates.peak() + ",AVERAGE-BANDWIDTH=" + rates.average();
    }

    private static String codecs(VideoFormat video, AudioFormat... sounds) {
        return Stream.concat(Stream.of(video), Stream.of(sounds))
                .map(RenditionFormat::codecs)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static String frameRate(VideoFormat format) {
        return format.framesPerSecond() > 0
                ? String.format(Locale.ROOT, ",FRAME-RATE=%.3f", format.framesPerSecond())
                : "";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
