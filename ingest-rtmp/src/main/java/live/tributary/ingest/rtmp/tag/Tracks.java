// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import io.netty.buffer.ByteBuf;

/**
 * How the tracks lie in one enhanced message (Enhanced RTMP v2, "Multitrack").
 *
 * @param packetType the real one, the same for all tracks of the message
 */
record Tracks(int packetType, Layout layout, FourCc codec) {

    /** AvMultitrackType, and the message without it. */
    enum Layout {
        SINGLE,
        ONE_TRACK,
        MANY_TRACKS,
        MANY_TRACKS_MANY_CODECS
    }

    /** Takes one track's bytes; the buffer ends where the track ends. */
    interface TrackBody {
        void accept(int track, FourCc codec, ByteBuf body);
    }

    private static final FourCc EACH_ITS_OWN = new FourCc(0);
    private static final int SIZE_BYTES = 3;

    /** Reads up to the first track; {@code multitrack} is the packet type that says so: 6 for pictures, 5 for sound. */
    static Tracks read(ByteBuf in, int packetType, int multitrack) {
        if (packetType != multitrack) {
            return new Tracks(packetType, Layout.SINGLE, FourCc.read(in));
        }
        int kindAndType = Bytes.require(in, 1).readUnsignedByte();
        int realType = kindAndType & 0x0F;
        if (realType == multitrack) {
            throw Bytes.bad("is multitrack within multitrack");
        }
        Layout layout = switch (kindAndType >> 4) {
            case 0 -> Layout.ONE_TRACK;
            case 1 -> Layout.MANY_TRACKS;
            case 2 -> Layout.MANY_TRACKS_MANY_CODECS;
            default -> throw Bytes.bad("has an unknown kind of multitrack");
        };
        boolean shared = layout != Layout.MANY_TRACKS_MANY_CODECS;
        return new Tracks(realType, layout, shared ? FourCc.read(in) : EACH_ITS_OWN);
    }

    /** Hands out the tracks in the order of the message. */
    void forEach(ByteBuf in, TrackBody consumer) {
        switch (layout) {
            case SINGLE -> consumer.accept(0, codec, in);
            case ONE_TRACK -> consumer.accept(trackId(in), codec, in);
            case MANY_TRACKS, MANY_TRACKS_MANY_CODECS -> {
                while (in.isReadable()) {
                    FourCc own = layout == Layout.MANY_TRACKS ? codec : FourCc.read(in);
                    int track = trackId(in);
                    int size = Bytes.require(in, SIZE_BYTES).readUnsignedMedium();
                    consumer.accept(track, own, Bytes.require(in, size).readSlice(size));
                }
            }
        }
    }

    private static int trackId(ByteBuf in) {
        return Bytes.require(in, 1).readUnsignedByte();
    }
}
