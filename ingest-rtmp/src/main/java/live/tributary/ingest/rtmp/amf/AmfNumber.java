// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/** A number (2.2), always a double on the wire; AMF3 integers become one. */
public record AmfNumber(double value) implements AmfValue {}
