// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/** Null (2.7). */
public record AmfNull() implements AmfValue {}
