// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.handshake;

/** Fired through the pipeline when C2 is here and messages may follow. */
public record HandshakeDone() {}
