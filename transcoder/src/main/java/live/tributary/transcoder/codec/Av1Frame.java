// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

/** A temporal unit of AV1. */
final class Av1Frame {

    private Av1Frame() {}

    /** "AV1 ISO Media File Format Binding" 2.4: temporal delimiters should be left out, the sample is the unit. */
    static byte[] withoutDelimiters(byte[] data) throws MalformedConfigException {
        var kept = new KeptBytes(data);
        var units = new ObuReader(data, 0);
        while (units.next()) {
            if (units.type() == ObuReader.TEMPORAL_DELIMITER) {
                kept.takeOut(units.unitFrom(), units.end());
            }
        }
        return kept.bytes();
    }
}
