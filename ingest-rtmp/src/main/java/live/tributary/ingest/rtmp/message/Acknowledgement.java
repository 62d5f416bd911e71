// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/**
 * The sender received this much (5.4.3).
 *
 * @param bytes since the start, unsigned 32-bit: wraps after 4 GiB
 */
public record Acknowledgement(long bytes) implements RtmpMessage {}
