// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/** The sender could not serialise something (2.15). */
public record AmfUnsupported() implements AmfValue {}
