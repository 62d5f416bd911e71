// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

/** A new key with its text, which is shown now and never again. */
public record IssuedStreamKey(StreamKey key, StreamKeyFacts facts) {}
