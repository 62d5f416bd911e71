// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/** Undefined (2.8). */
public record AmfUndefined() implements AmfValue {}
