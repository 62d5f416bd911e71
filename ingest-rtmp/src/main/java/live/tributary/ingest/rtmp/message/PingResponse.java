// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** User control 7, with the timestamp of the request (7.1.7). */
public record PingResponse(int timestamp) implements RtmpMessage {}
