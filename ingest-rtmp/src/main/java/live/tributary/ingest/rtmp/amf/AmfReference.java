// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/**
 * Points at an earlier object of the same message (2.9). Not followed: no command needs it, and a few nested
 * references describe a structure larger than any memory.
 *
 * @param index 0 to 65,535
 */
public record AmfReference(int index) implements AmfValue {}
