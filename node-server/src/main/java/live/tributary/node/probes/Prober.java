// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.net.URI;
import java.util.function.BiFunction;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.http.RequestSigner;

/**
 * Takes probes one step on. Asks a stranger's server, which may take ten seconds, and fetches no media. Any thread that may
 * block.
 */
public final class Prober {

    /** Ours have some 4 KiB; an event playlist of an evening with short segments stays below. */
    static final int MOST_BYTES = 512 * 1024;

    static final String PLAYLISTS = "application/vnd.apple.mpegurl, application/x-mpegurl;q=0.9, */*;q=0.1";

    private final BiFunction<URI, Budget, Outcome> fetch;

    /** Goes out by this client, and keeps its connections open between the reads of one probe. */
    public Prober(GuardedClient client) {
        this((address, budget) -> client.get(
                new Get(address, PLAYLISTS, RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE, MOST_BYTES), budget));
    }

    Prober(BiFunction<URI, Budget, Outcome> fetch) {
        this.fetch = fetch;
    }

    /** The next step; a probe that is over stays as it is. */
    public Probing step(Probing probing) {
        return switch (probing) {
            case Probing.Begun(var playlist) -> begin(playlist, Budget.ofOneActivity());
            case Probing.Waiting waiting -> again(waiting);
            case Probing.Advanced _, Probing.Stood _ -> probing;
        };
    }

    private Probing begin(URI playlist, Budget budget) {
        return switch (read(playlist, budget)) {
            case Read.Found(Playlist.Master(var smallest), var _) -> rendition(playlist, smallest, budget);
            case Read.Found(var media, var _) -> first(playlist, media);
            case Read.Nothing(var because) -> new Probing.Stood(because);
        };
    }

    /** A master playlist that leads to another is none. */
    private Probing rendition(URI master, String address, Budget budget) {
        URI media;
        try {
            media = master.resolve(address);
        } catch (IllegalArgumentException notAnAddress) {
            return new Probing.Stood("its rendition has no address");
        }
        return switch (read(media, budget)) {
            case Read.Found(var playlist, var _) -> first(media, playlist);
            case Read.Nothing(var because) -> new Probing.Stood(because);
        };
    }

    private static Probing first(URI media, Playlist playlist) {
        return switch (playlist) {
            case Playlist.Media(var position, var _) -> new Probing.Waiting(media, position, Probing.FIRST_PAUSE);
            case Playlist.Complete() -> new Probing.Stood("the broadcast is over");
            case Playlist.Master _, Playlist.Neither() -> new Probing.Stood("there is no playlist of media");
        };
    }

    private Probing again(Probing.Waiting waiting) {
        return switch (read(waiting.media(), Budget.ofOneActivity())) {
            case Read.Found(Playlist.Media(var position, var _), var answer)
            when position.compareTo(waiting.seen()) > 0 -> new Probing.Advanced(answer.address(), answer.from());
            case Read.Found(Playlist.Media _, var _) -> stillThere(waiting);
            case Read.Found(var other, var _) -> first(waiting.media(), other);
            case Read.Nothing(var because) -> new Probing.Stood(because);
        };
    }

    private static Probing stillThere(Probing.Waiting waiting) {
        return waiting.pause().equals(Probing.LAST_PAUSE)
                ? new Probing.Stood("the playlist does not move")
                : new Probing.Waiting(waiting.media(), waiting.seen(), Probing.LAST_PAUSE);
    }

    /** What came of a fetch. */
    private sealed interface Read {

        record Found(Playlist playlist, Outcome.Answered answer) implements Read {}

        record Nothing(String because) implements Read {}
    }

    private Read read(URI address, Budget budget) {
        var outcome = fetch.apply(address, budget);
        return outcome instanceof Outcome.Answered answer && answer.successful()
                ? new Read.Found(PlaylistReader.read(answer.body()), answer)
                : new Read.Nothing(outcome.words());
    }
}
