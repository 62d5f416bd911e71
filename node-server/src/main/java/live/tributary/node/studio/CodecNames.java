// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.List;
import java.util.Map;

/** What people call the codecs that {@code CODECS} (RFC 6381) spells. */
final class CodecNames {

    private static final List<Map.Entry<String, String>> BY_PREFIX = List.of(
            Map.entry("avc1", "H.264"),
            Map.entry("avc3", "H.264"),
            Map.entry("hvc1", "HEVC"),
            Map.entry("hev1", "HEVC"),
            Map.entry("av01", "AV1"),
            Map.entry("vp09", "VP9"),
            Map.entry("mp4a", "AAC"),
            Map.entry("opus", "Opus"),
            Map.entry("flac", "FLAC"),
            Map.entry("ac-3", "AC-3"),
            Map.entry("ec-3", "E-AC-3"));

    private CodecNames() {}

    /** Empty for empty; what nobody has a name for stays as it is. */
    static String of(String codecs) {
        return BY_PREFIX.stream()
                .filter(entry -> codecs.regionMatches(
                        true, 0, entry.getKey(), 0, entry.getKey().length()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(codecs);
    }
}
