// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** User control 6: are you there? (7.1.7) */
public record PingRequest(int timestamp) implements RtmpMessage {}
