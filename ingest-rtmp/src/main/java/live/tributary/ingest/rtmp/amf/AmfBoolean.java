// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/** A boolean (2.3). */
public record AmfBoolean(boolean value) implements AmfValue {}
