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
import java.util.Optional;
import java.util.Set;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.Rendition.Maker;
import live.tributary.transcoder.hls.WindowEntry.Begun;
import live.tributary.transcoder.hls.WindowEntry.Declared;
import live.tributary.transcoder.hls.WindowEntry.Removed;

/** What is declared now, and the initialization segments that kept segments still name. One thread at a time. */
final class Renditions {

    private final WindowMemory memory;
    private final Ledger ledger;
    private final Map<RenditionName, Rendition> declared = new LinkedHashMap<>();
    private final Map<PlaylistName, InitSegment> inits = new LinkedHashMap<>();
    private final List<InitSegment> owned = new ArrayList<>();

    Renditions(WindowMemory memory, Ledger ledger) {
        this.memory = memory;
        this.ledger = ledger;
    }

    void declare(Rendition rendition) {
        declared.put(rendition.name(), rendition);
        ledger.note(new Declared(rendition.name(), rendition.format(), rendition.follows()));
    }

    /** How the files of one playlist begin from now on. */
    void begin(SessionId session, PlaylistName playlist, byte[] bytes) {
        var audio = playlist.view() == View.CANONICAL && isAudio(playlist.rendition());
        var init = init(new InitName(session, playlist, hash(bytes)), audio, bytes);
        inits.put(playlist, init);
        ledger.note(new Begun(init.name(), bytes));
    }

    /**
     * One that a crash left behind.
     *
     * @param current whether the files of its playlist still begin with it
     */
    InitSegment restore(InitName name, boolean audioOnly, byte[] bytes, boolean current) {
        var init = init(name, audioOnly, bytes);
        if (current) {
            inits.put(name.playlist(), init);
        }
        return init;
    }

    /** Nobody makes this rendition for a while. */
    void rest(RenditionName name) {
        declared.computeIfPresent(name, (_, before) -> new Rendition(name, before.format(), Maker.NOBODY));
        forgetInits(name);
    }

    void remove(RenditionName name) {
        declared.remove(name);
        forgetInits(name);
        ledger.note(new Removed(name));
    }

    private void forgetInits(RenditionName name) {
        inits.keySet().removeIf(playlist -> playlist.rendition().equals(name));
    }

    Collection<Rendition> all() {
        return declared.values();
    }

    Rendition get(RenditionName name) {
        return Optional.ofNullable(declared.get(name))
                .orElseThrow(() -> new IllegalStateException("rendition %s was not configured".formatted(name)));
    }

    /** Whether an encoder makes it, or would; false for one that is not declared any more. */
    boolean follows(RenditionName name) {
        return Optional.ofNullable(declared.get(name))
                .filter(Rendition::follows)
                .isPresent();
    }

    boolean isAudio(RenditionName name) {
        return get(name).isAudio();
    }

    /** Gives a segment that is opened now its tracks. */
    void addTracks(SegmentInProgress segment) {
        for (var rendition : declared.values()) {
            for (var playlist : playlists(rendition)) {
                segment.addTrack(playlist, rendition.follows(), inits.get(playlist));
            }
        }
    }

    /** The views of a rendition. Sound is the same in both; a joined picture is offered once it is known how it begins. */
    private List<PlaylistName> playlists(Rendition rendition) {
        var canonical = new PlaylistName(View.CANONICAL, rendition.name());
        var joined = new PlaylistName(View.JOINED, rendition.name());
        boolean hasJoined = !rendition.isAudio() && (rendition.follows() || inits.containsKey(joined));
        return hasJoined ? List.of(canonical, joined) : List.of(canonical);
    }

    /** A rendition that follows runs: its tracks that are still empty begin as told. */
    void beginTracks(RenditionName name, SegmentInProgress segment) {
        for (var playlist : playlists(get(name))) {
            var init = inits.get(playlist);
            if (init != null) {
                segment.openTrack(playlist).ifPresent(track -> track.begin(init));
            }
        }
    }

    /** Gives back what neither a kept segment nor the next one names. */
    void keepOnly(Set<InitSegment> named) {
        var inUse = inits.values();
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

    private InitSegment init(InitName name, boolean audioOnly, byte[] bytes) {
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
