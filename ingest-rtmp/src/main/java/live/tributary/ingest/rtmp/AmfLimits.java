// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * How large a structure in a command may be.
 *
 * @param depth containers inside each other
 * @param properties properties and elements of one message together
 * @param stringBytes one string, in UTF-8
 */
public record AmfLimits(int depth, int properties, int stringBytes) {
    public static final AmfLimits DEFAULTS = new AmfLimits(16, 1024, 64 * 1024);
}
