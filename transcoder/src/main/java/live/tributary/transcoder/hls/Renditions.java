// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** What is declared now, and the initialization segments that kept segments still name. Pipeline thread only. */
final class Renditions {

    private final WindowMemory memory;
    private final Map<RenditionName, Rendition> declared = new LinkedHashMap<>();
    private final Map<RenditionName, InitSegment> joined = new LinkedHashMap<>();
    private final List<InitSegment> owned = new ArrayList<>();

    Renditions(WindowMemory memory) {
        this.memory = memory;
    }

    void declare(SessionId session, RenditionName name, RenditionFormat format, byte[] bytes) {
        var playlist = new PlaylistName(View.CANONICAL, name);
        declared.put(name, new Rendition(name, format, init(session, playlist, isAudio(format), bytes)));
    }

    void declareJoined(SessionId session, RenditionName video, byte[] bytes) {
        joined.put(video, init(session, new PlaylistName(View.JOINED, video), false, bytes));
    }

    void remove(RenditionName name) {
        declared.remove(name);
        joined.remove(name);
    }

    Collection<Rendition> all() {
        return declared.values();
    }

    boolean isAudio(RenditionName name) {
        var rendition = declared.get(name);
        if (rendition == null) {
            throw new IllegalStateException("rendition %s was not configured".formatted(name));
        }
        return rendition.isAudio();
    }

    private static boolean isAudio(RenditionFormat format) {
        return switch (format) {
            case VideoFormat _ -> false;
            case AudioFormat _ -> true;
        };
    }

    /** The playlists that a segment opened now has, with how each of them begins. */
    Map<PlaylistName, InitSegment> playlists() {
        var result = new LinkedHashMap<PlaylistName, InitSegment>();
        declared.values()
                .forEach(rendition -> result.put(rendition.init().name().playlist(), rendition.init()));
        joined.values().forEach(init -> result.put(init.name().playlist(), init));
        return result;
    }

    /** Gives back what neither a kept segment nor the next one names. */
    void keepOnly(Set<InitSegment> named) {
        var inUse = playlists().values();
        owned.removeIf(init -> {
            var unused = !named.contains(init) && !inUse.contains(init);
            if (unused) {
                init.bytes().release();
            }
            return unused;
        });
    }

    void release() {
        owned.forEach(init -> init.bytes().release());
        owned.clear();
    }

    private InitSegment init(SessionId session, PlaylistName playlist, boolean audioOnly, byte[] bytes) {
        var name = new InitName(session, playlist, hash(bytes));
        return owned.stream()
                .filter(init -> init.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    var init = new InitSegment(
                            name,
                            audioOnly,
                            new SharedBytes(memory.allocate(bytes.length).writeBytes(bytes)));
                    owned.add(init);
                    return init;
                });
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
