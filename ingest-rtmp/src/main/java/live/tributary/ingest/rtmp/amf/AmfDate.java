// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

/**
 * A point in time (2.13).
 *
 * @param epochMilliseconds since 1970 in UTC, with fractions
 */
public record AmfDate(double epochMilliseconds) implements AmfValue {}
