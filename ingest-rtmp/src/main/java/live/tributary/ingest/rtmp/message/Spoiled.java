// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** A message that could not be read, while its neighbours can. */
public record Spoiled(String reason) implements RtmpMessage {}
