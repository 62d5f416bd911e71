// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.net.URI;
import java.util.function.Function;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Get;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.http.Redirects;
import live.tributary.federation.http.RequestSigner;
import live.tributary.node.kernel.Sha256;

/**
 * Takes a sample of a stranger's stream: of the newest segment a little media, of which only the hash is kept. The same one again
 * is the same picture again, whatever times and names are around it. Asks a stranger's server, which may take twenty seconds. Any
 * thread that may block.
 */
public final class Sampler {

    /** Less is often alike: silence, black. */
    static final int SAMPLE_BYTES = 16 * 1024;

    /** Of a segment: what describes its media stands before it, and takes some KiB. */
    static final int MOST_BYTES = 2 * SAMPLE_BYTES;

    private final Function<URI, Outcome> playlists;
    private final Function<URI, Outcome> beginnings;

    /** Goes out by this client. */
    public Sampler(GuardedClient client) {
        this(
                address -> client.get(get(address, Prober.PLAYLISTS, Prober.MOST_BYTES), Budget.ofOneActivity()),
                address -> client.beginning(get(address, "*/*", MOST_BYTES), Budget.ofOneActivity()));
    }

    Sampler(Function<URI, Outcome> playlists, Function<URI, Outcome> beginnings) {
        this.playlists = playlists;
        this.beginnings = beginnings;
    }

    private static Get get(URI address, String accept, int mostBytes) {
        return new Get(address, accept, RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE, mostBytes);
    }

    /** Takes one.
     *  @param media a playlist of segments */
    public Sample take(URI media) {
        var outcome = playlists.apply(media);
        return outcome instanceof Outcome.Answered answer && answer.successful()
                ? newest(answer)
                : new Sample.Nothing(outcome.words());
    }

    private Sample newest(Outcome.Answered playlist) {
        if (!(PlaylistReader.read(playlist.body()) instanceof Playlist.Media(var _, var newest)) || newest.isEmpty()) {
            return new Sample.Nothing("the playlist names no segment by itself");
        }
        try {
            return segment(playlist.address().resolve(newest));
        } catch (IllegalArgumentException notAnAddress) {
            return new Sample.Nothing("its segment has no address");
        }
    }

    private Sample segment(URI address) {
        var outcome = beginnings.apply(address);
        if (!(outcome instanceof Outcome.Answered answer) || !answer.successful()) {
            return new Sample.Nothing(outcome.words());
        }
        byte[] media = MediaData.first(answer.body(), SAMPLE_BYTES);
        return media.length == SAMPLE_BYTES
                ? new Sample.Taken(Sha256.hex(media))
                : new Sample.Nothing("the beginning of its segment holds too little media");
    }
}
