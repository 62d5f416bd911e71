// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.ArrayList;
import java.util.List;

import live.tributary.transcoder.codec.CodedPicture.Entry;

/** One picture of H.264. */
final class AvcFrame {

    private static final int IDR = 5;
    private static final int SEI = 6;
    private static final int SPS = 7;
    private static final int PPS = 8;

    /** Behind the unit's header, profile, constraints and level (H.264, 7.3.2.1.1). */
    private static final int SPS_ID_BIT = 32;

    /** Behind the unit's header (7.3.2.2). */
    private static final int PPS_ID_BIT = 8;

    private final AvcConfig config;
    private final byte[] data;
    private final List<byte[]> sequenceSets = new ArrayList<>();
    private final List<byte[]> pictureSets = new ArrayList<>();

    AvcFrame(AvcConfig config, byte[] data) {
        this.config = config;
        this.data = data;
    }

    CodedPicture read(boolean keyFrame) throws MalformedConfigException {
        var kept = new KeptBytes(data);
        var units = new UnitReader(data, config.lengthSize());
        var entry = keyFrame ? Entry.RECOVERY : Entry.NONE;
        boolean captions = false;
        while (units.next()) {
            switch (units.firstByte() & 0x1F) {
                case IDR -> entry = Entry.SYNC;
                case SEI -> captions |= Captions.in(units.unit(), 1);
                case SPS -> moveTo(sequenceSets, units, kept);
                case PPS -> moveTo(pictureSets, units, kept);
                default -> {}
            }
        }
        return new CodedPicture(kept.bytes(), entry, configFromHere(), entry == Entry.RECOVERY, captions);
    }

    /** An avc1 track holds parameter sets in its record only (ISO/IEC 14496-15, 5.3.2). */
    private static void moveTo(List<byte[]> sets, UnitReader units, KeptBytes kept) {
        sets.add(units.unit());
        kept.takeOut(units.prefixFrom(), units.end());
    }

    private AvcConfig configFromHere() throws MalformedConfigException {
        boolean known = sequenceSets.stream().allMatch(set -> ParameterSets.contains(config.sequenceSets(), set))
                && pictureSets.stream().allMatch(set -> ParameterSets.contains(config.pictureSets(), set));
        return known
                ? config
                : config.with(
                        ParameterSets.merged(config.sequenceSets(), sequenceSets, SPS_ID_BIT),
                        ParameterSets.merged(config.pictureSets(), pictureSets, PPS_ID_BIT));
    }
}
