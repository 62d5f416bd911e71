// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.TagText;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What became of a session, and what a listener heard of it.
 *
 * @param closed whether the server had enough of it
 * @param dropped messages and tracks that were left out
 */
record Fate(boolean closed, long dropped, List<String> tags, List<PublicationEnd> ends) {

    /** Media path, 10: no more than four times what came, and a little to begin with. */
    private static final int TIMES_WHAT_CAME = 4;

    private static final int TO_BEGIN_WITH = 64 << 10;

    /**
     * Plays this to a server of its own, which must hold no more than it may at any time. One byte at a time up to
     * {@code publish}: whoever offends before the answer to it came is never told one.
     *
     * @param longest how much comes at once after that
     */
    static Fate of(byte[] session, int longest) {
        var node = new OneKey();
        var time = new Peer.Time();
        var server = Peer.server(node, RtmpLimits.DEFAULTS, time);
        var random = new Random(longest);
        try (var peer = new Peer(server, time, new InetSocketAddress("192.0.2.7", 40_000))) {
            int sent = 0;
            while (sent < session.length) {
                int next = node.requests().isEmpty() ? 1 : 1 + random.nextInt(longest);
                int end = sent + Math.min(next, session.length - sent);
                peer.send(Arrays.copyOfRange(session, sent, end));
                sent = end;
                assertThat(peer.bufferedBytes()).isLessThanOrEqualTo(TIMES_WHAT_CAME * (long) sent + TO_BEGIN_WITH);
            }
            boolean closed = !peer.isOpen();
            peer.hangUp();
            return of(node, closed);
        }
    }

    private static Fate of(OneKey node, boolean closed) {
        long dropped = node.requests().stream()
                .mapToLong(request -> request.publication().figures().dropped())
                .max()
                .orElse(0);
        var tags = node.recordings().stream()
                .flatMap(recording -> recording.tags().stream())
                .map(TagText::of)
                .toList();
        var ends = node.recordings().stream()
                .flatMap(recording -> recording.ends().stream())
                .toList();
        assertThat(ends)
                .as("one end each, and never a fault of ours")
                .hasSameSizeAs(node.recordings())
                .extracting(PublicationEnd::kind)
                .doesNotContain(PublicationEnd.Kind.CLOSED_BY_US);
        return new Fate(closed, dropped, tags, ends);
    }
}
