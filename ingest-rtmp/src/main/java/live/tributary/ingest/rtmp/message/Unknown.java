// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** A message of a kind we have no use for: shared objects, aggregates, other user control events. */
public record Unknown(int type) implements RtmpMessage {}
