// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.util.ArrayList;
import java.util.List;

import live.tributary.transcoder.codec.CodedPicture.Entry;

/** One picture of H.265. */
final class HevcFrame {

    /** BLA, IDR and CRA (H.265, table 7-1). A CRA's leading pictures that need more are marked, so decoders skip them. */
    private static final int FIRST_ENTRY = 16;

    private static final int LAST_ENTRY = 21;
    /** Leading pictures that need what comes before their CRA (H.265, table 7-1). */
    private static final int RASL_N = 8;

    private static final int RASL_R = 9;
    private static final int PREFIX_SEI = 39;
    private static final int HEADER_BYTES = 2;

    /** Behind the unit's header (H.265, 7.3.2.3.1). */
    private static final int PPS_ID_BIT = 16;

    private final HevcConfig config;
    private final byte[] data;
    private final List<HevcConfig.Array> found = new ArrayList<>();

    HevcFrame(HevcConfig config, byte[] data) {
        this.config = config;
        this.data = data;
    }

    CodedPicture read() throws MalformedConfigException {
        var kept = new KeptBytes(data);
        var units = new UnitReader(data, config.lengthSize());
        var entry = Entry.NONE;
        boolean open = false;
        boolean captions = false;
        while (units.next()) {
            int type = units.firstByte() >> 1 & 0x3F;
            if (type >= FIRST_ENTRY && type <= LAST_ENTRY) {
                entry = Entry.SYNC;
            } else if (type == RASL_N || type == RASL_R) {
                open = true;
            } else if (type == PREFIX_SEI) {
                captions |= Captions.in(units.unit(), HEADER_BYTES);
            } else if (type >= HevcConfig.VPS && type <= HevcConfig.PPS) {
                found.add(new HevcConfig.Array(type, List.of(units.unit())));
                kept.takeOut(units.prefixFrom(), units.end());
            }
        }
        return new CodedPicture(kept.bytes(), entry, configFromHere(), open, captions);
    }

    private HevcConfig configFromHere() throws MalformedConfigException {
        boolean known = found.stream()
                .allMatch(array -> ParameterSets.contains(
                        config.units(array.type()), array.units().getFirst()));
        return known ? config : config.with(merged());
    }

    /** A type that the frame did not bring keeps its old sets; other arrays (SEI) go with the configuration they were for. */
    private List<HevcConfig.Array> merged() throws MalformedConfigException {
        var merged = new ArrayList<HevcConfig.Array>();
        for (int type = HevcConfig.VPS; type <= HevcConfig.PPS; type++) {
            merged.add(new HevcConfig.Array(type, valid(type)));
        }
        return merged;
    }

    /** Encoders send one VPS and one SPS; picture parameter sets come one by one. */
    private List<byte[]> valid(int type) throws MalformedConfigException {
        var units = found.stream()
                .filter(array -> array.type() == type)
                .flatMap(array -> array.units().stream())
                .toList();
        if (units.isEmpty()) {
            return config.units(type);
        }
        return type == HevcConfig.PPS ? ParameterSets.merged(config.units(type), units, PPS_ID_BIT) : units;
    }
}
