// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import live.tributary.node.kernel.ChannelId;

/**
 * The last publishers that were turned away, in memory. With a known key the try belongs to a channel; without one only
 * the address it came from is known, and is shown to whoever looks from that same address.
 *
 * <p>Any thread. Keeps the last {@value #KEPT} tries of each channel and address, and of {@value #SUBJECTS} of those.
 */
final class RefusedTries {

    private static final int KEPT = 20;
    private static final int SUBJECTS = 1_000;

    private final Map<Subject, Deque<RefusedTry>> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Deque<RefusedTry>> eldest) {
            return size() > SUBJECTS;
        }
    };

    RefusedTries() {}

    void remember(ChannelId channel, RefusedTry refused) {
        remember(new Subject.OfChannel(channel), refused);
    }

    void remember(InetAddress peer, RefusedTry refused) {
        remember(new Subject.OfPeer(peer), refused);
    }

    /** Tries with keys of this channel, newest first. */
    List<RefusedTry> of(ChannelId channel) {
        return of(new Subject.OfChannel(channel));
    }

    /** Tries without a key that we know, from this address, newest first. */
    List<RefusedTry> from(InetAddress peer) {
        return of(new Subject.OfPeer(peer));
    }

    private synchronized void remember(Subject subject, RefusedTry refused) {
        var list = tries.computeIfAbsent(subject, _ -> new ArrayDeque<>());
        list.addFirst(refused);
        if (list.size() > KEPT) {
            list.removeLast();
        }
    }

    private synchronized List<RefusedTry> of(Subject subject) {
        Collection<RefusedTry> found = tries.get(subject);
        return found == null ? List.of() : List.copyOf(found);
    }

    /** Whom a try is about. */
    private sealed interface Subject {
        record OfChannel(ChannelId channel) implements Subject {}

        record OfPeer(InetAddress address) implements Subject {}
    }
}
