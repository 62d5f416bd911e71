// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/** An XML document (2.17), as text: never parsed. */
public record AmfXml(String document) implements AmfValue {}
