// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What brought other servers down, each on a connection of its own, up to where it hurts. */
public final class Wounds {
    private static final byte[] PICTURE = Wire.hex("17 01 000000 00000001 65");

    private final String key;

    /**
     * One of them.
     *
     * @param ending what a good server does
     */
    @SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
    public record Wound(String name, Ending ending, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** How it ends. */
    public enum Ending {
        REFUSED,
        /** Something is left out and counted, and the stream goes on. */
        DROPPED,
        /** It is no more than odd: nothing is lost. */
        TAKEN,
        /** It claims much and brings little: whoever waits for the rest gives up by the clock. */
        WAITED_FOR
    }

    private Wounds(String key) {
        this.key = key;
    }

    /**
     * All of them.
     *
     * @param key one that may publish
     */
    public static List<Wound> with(String key) {
        var wounds = new Wounds(key);
        return Stream.of(wounds.strangers(), wounds.chunks(), wounds.messages(), wounds.pictures(), wounds.sounds())
                .flatMap(kind -> kind)
                .toList();
    }

    private Stream<Wound> strangers() {
        return Stream.of(
                wound("nothing but zeros", Ending.REFUSED, new byte[70_000]),
                wound("noise", Ending.REFUSED, noise(70_000)),
                wound(
                        "a browser",
                        Ending.REFUSED,
                        new Wire().ascii("GET / HTTP/1.1\r\nHost: x\r\n\r\n").bytes()),
                wound("TLS", Ending.REFUSED, Wire.hex("16 0301 0200 01 0001fc 0303")),
                wound(
                        "the encrypted handshake",
                        Ending.REFUSED,
                        new Wire().u8(6).zeros(3072).bytes()),
                wound(
                        "half a handshake",
                        Ending.WAITED_FOR,
                        new Wire().u8(3).zeros(900).bytes()),
                wound(
                        "media before publish",
                        Ending.TAKEN,
                        new Encoder()
                                .handshake()
                                .connect("live")
                                .video(0, PICTURE)
                                .bytes()),
                wound(
                        "a large message of a stranger",
                        Ending.REFUSED,
                        new Encoder()
                                .handshake()
                                .connect("live")
                                .sound(0, 20_000)
                                .bytes()));
    }

    private Stream<Wound> chunks() {
        var declares = onAir();
        for (int stream = 8; stream < 36; stream++) {
            declares.raw(header(stream, 8 << 20, 9)).raw(new byte[4096]);
        }
        var tooMany = onAir();
        for (int stream = 8; stream < 44; stream++) {
            tooMany.raw(header(stream, 0, 9));
        }
        return Stream.of(
                wound(
                        "chunks of two gigabytes",
                        Ending.TAKEN,
                        onAir().setChunkSize(0x7FFF_FFFF).video(0, PICTURE).bytes()),
                wound(
                        "chunks of nothing",
                        Ending.REFUSED,
                        onAir().setChunkSize(0).bytes()),
                wound(
                        "chunks of less than nothing",
                        Ending.REFUSED,
                        onAir().setChunkSize(0x8000_0001L).bytes()),
                wound(
                        "chunks of one byte without end",
                        Ending.REFUSED,
                        onAir().setChunkSize(1).sound(0, 30_000).bytes()),
                wound("messages that only declare", Ending.WAITED_FOR, declares.bytes()),
                wound("more streams than anybody has", Ending.REFUSED, tooMany.bytes()),
                wound(
                        "a picture of sixteen megabytes",
                        Ending.REFUSED,
                        onAir().raw(header(4, 0xFF_FFFF, 9)).bytes()),
                wound(
                        "a message that goes on without a beginning",
                        Ending.REFUSED,
                        onAir().raw((byte) 0xE0).bytes()),
                wound(
                        "a message within a message",
                        Ending.REFUSED,
                        onAir().raw(header(4, 9_000, 9))
                                .raw(new byte[4096])
                                .raw(header(4, 9, 9))
                                .bytes()));
    }

    private Stream<Wound> messages() {
        var deep = new Wire().string("@setDataFrame").string("onMetaData");
        for (int depth = 0; depth < 20_000; depth++) {
            deep.raw(Wire.hex("0a 00000001"));
        }
        var wide = new Wire().string("@setDataFrame").string("onMetaData").u8(3);
        for (int property = 0; property < 1_025; property++) {
            wide.name("p" + property).number(property);
        }
        return Stream.of(
                wound("metadata as deep as a well", Ending.REFUSED, data(deep.bytes())),
                wound(
                        "metadata of a thousand properties",
                        Ending.DROPPED,
                        data(wide.end().bytes())),
                wound("an array of four billion", Ending.DROPPED, data(Wire.hex("0a ffffffff 05"))),
                wound("a string that is not there", Ending.DROPPED, data(Wire.hex("0c 7fffffff 61"))),
                wound("AMF3 that is not there", Ending.DROPPED, data(Wire.hex("11 0a ffffffff"))),
                wound(
                        "a command without a name",
                        Ending.REFUSED,
                        onAir().message(3, 0, 20, 0, (byte) 5).bytes()),
                wound("a second publish", Ending.REFUSED, onAir().publish(key).bytes()),
                wound(
                        "an empty video message",
                        Ending.TAKEN,
                        onAir().video(0).video(40, PICTURE).bytes()));
    }

    private Stream<Wound> pictures() {
        return Stream.of(
                picture("a codec of tomorrow", Ending.REFUSED, "90 76766331 01"),
                picture("a codec of yesterday", Ending.REFUSED, "12 00 000000"),
                picture("a picture without a picture", Ending.DROPPED, "17 01 000000"),
                picture("half a header", Ending.DROPPED, "17 01"),
                picture("an unknown packet", Ending.DROPPED, "98 61766331"),
                picture("four letters that are not there", Ending.DROPPED, "90 6176"),
                picture("a composition offset that is not there", Ending.DROPPED, "91 68766331 00"),
                picture("modifiers without end", Ending.DROPPED, "97" + " 00 00 07".repeat(2_000)),
                picture("a modifier longer than all of it", Ending.DROPPED, "97 ff ffff 00"),
                picture("multitrack within multitrack", Ending.DROPPED, "96 06 61766331"),
                picture("a track longer than its message", Ending.DROPPED, "96 13 61766331 01 ffffff aa"),
                picture("thirty tracks", Ending.DROPPED, "96 13 61766331" + tracks(30)),
                picture("colours without end", Ending.DROPPED, "94 68766331 02 0009 61"),
                wound(
                        "a configuration of 65 kilobytes",
                        Ending.REFUSED,
                        onAir().video(
                                        0,
                                        new Wire()
                                                .raw(Wire.hex("17 00 000000"))
                                                .zeros(65_537)
                                                .bytes())
                                .bytes()));
    }

    private Stream<Wound> sounds() {
        return Stream.of(
                sound("sound of nobody", Ending.REFUSED, "10 00"),
                sound("sound without a header", Ending.DROPPED, "af"),
                sound("sound of four letters that are not there", Ending.DROPPED, "91 4f70"),
                sound("sound of a codec of tomorrow", Ending.REFUSED, "91 78787878 aa"),
                sound("tracks of sound that are not there", Ending.DROPPED, "95 11 4f707573 01 00ffff aa"),
                wound(
                        "sound of 300 kilobytes",
                        Ending.REFUSED,
                        onAir().sound(0, 300_000).bytes()));
    }

    private Wound picture(String name, Ending ending, String hex) {
        return wound(
                name,
                ending,
                onAir().video(40, Wire.hex(hex)).video(80, PICTURE).bytes());
    }

    private Wound sound(String name, Ending ending, String hex) {
        return wound(
                name,
                ending,
                onAir().audio(40, Wire.hex(hex)).video(80, PICTURE).bytes());
    }

    private static String tracks(int count) {
        var tracks = new StringBuilder();
        for (int track = 1; track <= count; track++) {
            tracks.append("%02x 000001 aa".formatted(track));
        }
        return tracks.toString();
    }

    private byte[] data(byte... body) {
        return onAir().message(4, 0, 18, 1, body).video(40, PICTURE).bytes();
    }

    private Encoder onAir() {
        return new Encoder().handshake().prelude(key).publish(key).video(0, PICTURE);
    }

    private static byte[] header(int stream, int length, int type) {
        return new Wire()
                .u8(stream)
                .u24(0)
                .u24(length)
                .u8(type)
                .u32LittleEndian(1)
                .bytes();
    }

    private static byte[] noise(int count) {
        byte[] noise = new byte[count];
        new Random(1).nextBytes(noise);
        noise[0] = 3;
        return noise;
    }

    private static Wound wound(String name, Ending ending, byte[] bytes) {
        return new Wound(name, ending, bytes);
    }
}
