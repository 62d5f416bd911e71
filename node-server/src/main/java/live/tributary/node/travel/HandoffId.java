// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;

import live.tributary.federation.handoff.HandoffHash;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Seed;

/**
 * Names a hand-off, by its broadcast and a running number: whoever draws cannot try out another. All lots of it come from
 * SHA-256 of this address.
 */
record HandoffId(URI address) {

    HandoffHash hash() {
        return HandoffHash.of(address);
    }

    /** By which its viewers are sorted into rafts: the first 8 bytes. */
    long bits() {
        return Gid.of(address).bits();
    }

    /** What the lots of one raft are made of: the first 8 bytes of the hash of address, slash and number. */
    Seed raftSeed(int raft) {
        return new Seed(Gid.of(below(raft)).bits());
    }

    /** The address of one question. Each has its own: others take an activity once. */
    URI offer(int raft, int attempt) {
        return URI.create(below(raft) + "/" + attempt);
    }

    private URI below(int raft) {
        return URI.create(address + "/" + raft);
    }
}
