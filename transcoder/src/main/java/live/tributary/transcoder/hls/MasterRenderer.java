// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** Writes a master playlist (RFC 8216bis, 4.4.6) of one edition. One object for each rendering. */
final class MasterRenderer {

    private static final double TALLEST = 2160;
    private static final double BEST_SCORE = 1;
    private static final double LEAST_SCORE = 0.2;
    private static final double MOST_SCORE = 0.9;

    /** Who can play the publisher's own sound is to have it. */
    private static final double ENCODED_SOUND = -0.001;

    /**
     * Groups have the same members with the same attributes, but for address and channels (RFC 8216bis, 4.4.6.1.1): it
     * is one sound, in several codecs.
     */
    private static final String SOUND_NAME = RenditionName.AUDIO.value();

    private final Edition edition;
    private final View view;
    private final Map<RenditionName, VideoFormat> pictures = new LinkedHashMap<>();
    private final Map<RenditionName, Double> scores = new HashMap<>();
    private final Map<RenditionName, AudioFormat> sounds = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder(1024);

    private MasterRenderer(Edition edition, View view) {
        this.edition = edition;
        this.view = view;
        edition.renditions().stream().filter(this::isThere).forEach(this::sort);
    }

    private boolean isThere(Rendition rendition) {
        return edition.playlists(view)
                .contains(new PlaylistName(rendition.isAudio() ? View.CANONICAL : view, rendition.name()));
    }

    private void sort(Rendition rendition) {
        switch (rendition.format()) {
            case VideoFormat video -> {
                pictures.put(rendition.name(), video);
                scores.put(rendition.name(), rendition.follows() ? score(video) : BEST_SCORE);
            }
            case AudioFormat audio -> {
                sounds.put(rendition.name(), audio);
                scores.put(rendition.name(), rendition.follows() ? ENCODED_SOUND : 0);
            }
        }
    }

    /** Below the publisher's own, the larger the better, so that the order of lines decides nothing. */
    private static double score(VideoFormat encoded) {
        double share = Math.min(1, Math.min(encoded.width(), encoded.height()) / TALLEST);
        return LEAST_SCORE + (MOST_SCORE - LEAST_SCORE) * share;
    }

    private static String written(double score) {
        return score == BEST_SCORE ? "1.0" : String.format(Locale.ROOT, "%.3f", score);
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
        line("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"" + format.groupId() + "\",NAME=\"" + SOUND_NAME
                + "\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"" + format.channels() + "\",URI=\""
                + new PlaylistName(View.CANONICAL, name).path() + "\"");
    }

    private void variants(RenditionName name, VideoFormat format) {
        if (sounds.isEmpty()) {
            variant(Variant.alone(name), format, format.codecs(), "");
        }
        sounds.forEach((beside, sound) -> variant(
                new Variant(name, beside),
                format,
                codecs(format, sound),
                hasAudioGroups() ? ",AUDIO=\"" + sound.groupId() + "\"" : ""));
    }

    private void variant(Variant variant, VideoFormat format, String codecs, String audioGroup) {
        line(streamInf(variant) + ",CODECS=\"" + codecs + "\",RESOLUTION=" + format.width() + "x" + format.height()
                + frameRate(format) + ",VIDEO-RANGE=" + format.range() + ",SCORE=" + written(score(variant))
                + audioGroup + ",CLOSED-CAPTIONS=" + (format.closedCaptions() ? "\"cc\"" : "NONE"));
        line(new PlaylistName(view, variant.own()).path());
    }

    private double score(Variant variant) {
        double picture = Objects.requireNonNull(scores.get(variant.own()), "each picture has a score");
        return picture + (variant.sound() == null ? 0 : scores.getOrDefault(variant.sound(), 0.0));
    }

    /** Last, and with the lowest score: a player takes it only when it wants no picture. */
    private void audioOnlyVariant(RenditionName name, AudioFormat format) {
        var group = hasAudioGroups() ? ",AUDIO=\"" + format.groupId() + "\"" : "";
        line(streamInf(Variant.alone(name)) + ",CODECS=\"" + format.codecs() + "\",SCORE=0.1" + group);
        line(new PlaylistName(View.CANONICAL, name).path());
    }

    private String streamInf(Variant variant) {
        var rates = Objects.requireNonNull(edition.rates().get(variant), "each variant has rates");
        return "#EXT-X-STREAM-INF:BANDWIDTH=" + rates.peak() + ",AVERAGE-BANDWIDTH=" + rates.average();
    }

    private static String codecs(VideoFormat video, AudioFormat sound) {
        return video.codecs() + "," + sound.codecs();
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
