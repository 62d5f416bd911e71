// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** The sender wants an {@link Acknowledgement} after so many bytes (5.4.4). */
public record WindowAcknowledgementSize(long bytes) implements RtmpMessage {}
