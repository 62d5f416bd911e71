// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import java.time.Duration;

import io.netty.handler.codec.DecoderException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.ingest.rtmp.MessageLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.client.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each limit at its value, and one above. */
class ChunkLimitsTest {
    private static final MessageLimits LIMITS = MessageLimits.DEFAULTS;

    private final Chunks chunks = new Chunks(LIMITS);

    @AfterEach
    void close() {
        chunks.close();
    }

    @ParameterizedTest
    @CsvSource({"9, 8388608", "8, 262144", "20, 65536", "18, 65536", "3, 65536"})
    void takesAMessageUpToTheLimitOfItsKind(int type, int limit) {
        chunks.decoder.trust();
        chunks.send(header(4, limit, type));
        refusesLonger(limit, type, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 20})
    void takesLessFromStrangers(int type) {
        chunks.send(header(4, 16_384, type));
        refusesLonger(16_384, type, false);
    }

    private static void refusesLonger(int limit, int type, boolean trusted) {
        try (var others = new Chunks(LIMITS)) {
            if (trusted) {
                others.decoder.trust();
            }
            expect(Code.TOO_LARGE, () -> others.send(header(4, limit + 1, type)));
        }
    }

    @Test
    void holdsOnlySoMuchOfAStrangersUnfinishedMessages() {
        chunks.send(chunkSize(8192));
        holdsUpTo(chunks, 8192, 16_384);
    }

    @Test
    void holdsOnlySoMuchOfAPublishersUnfinishedMessages() {
        var small = new MessageLimits(2_000, 2_000, 2_000, 100, 256, 32, 20_000);
        try (var publisher = new Chunks(small)) {
            publisher.decoder.trust();
            holdsUpTo(publisher, 128, 2_000);
        }
    }

    /** Two first halves just fit; the first byte of a third message does not. */
    private static void holdsUpTo(Chunks chunks, int half, int length) {
        chunks.send(new Wire().raw(header(4, length, 9)).zeros(half).bytes());
        chunks.send(new Wire().raw(header(5, length, 9)).zeros(half).bytes());
        chunks.send(header(6, length, 9));
        expect(Code.TOO_LARGE, () -> chunks.send(new byte[1]));
    }

    @Test
    void opensOnlySoManyChunkStreams() {
        for (int stream = 3; stream < 3 + LIMITS.chunkStreams(); stream++) {
            chunks.send(new Wire().raw(header(stream, 0, 8)).bytes());
        }
        expect(Code.TOO_LARGE, () -> chunks.send(header(3 + LIMITS.chunkStreams(), 0, 8)));
    }

    @Test
    void readsOnlySoManySmallChunksASecond() {
        chunks.send(chunkSize(127));
        chunks.send(repeated(header(4, 0, 8), LIMITS.smallChunksPerSecond()));
        chunks.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        chunks.send(repeated(header(4, 0, 8), LIMITS.smallChunksPerSecond()));
        chunks.messages();
        expect(Code.TOO_MUCH, () -> chunks.send(header(4, 0, 8)));
    }

    @Test
    void readsAnyNumberOfOrdinaryChunks() {
        chunks.send(repeated(header(4, 0, 8), LIMITS.smallChunksPerSecond() + 1));
        assertThat(chunks.messages()).hasSize(LIMITS.smallChunksPerSecond() + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x8000_0000L, 0xFFFF_FFFFL})
    void refusesAChunkSizeThatIsNone(long size) {
        expect(Code.BAD_CHUNK, () -> chunks.send(chunkSize(size)));
    }

    @Test
    void refusesAShortSetChunkSize() {
        expect(
                Code.BAD_MESSAGE,
                () -> chunks.send(
                        new Wire().u8(2).zeros(3).u24(3).u8(1).zeros(4).zeros(3).bytes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"84000021bb", "c4bb"})
    void refusesAStreamThatStartsInTheMiddle(String hex) {
        expect(Code.BAD_CHUNK, () -> chunks.send(Wire.hex(hex)));
    }

    @Test
    void refusesANewHeaderInsideAMessage() {
        chunks.send(new Wire().raw(header(4, 200, 9)).zeros(128).bytes());
        expect(Code.BAD_CHUNK, () -> chunks.send(header(4, 200, 9)));
    }

    @Test
    void readsNothingMoreAfterAnOffence() {
        expect(Code.BAD_CHUNK, () -> chunks.send(Wire.hex("c4")));
        chunks.send(header(4, 0, 8));
        assertThat(chunks.messages()).isEmpty();
    }

    private static byte[] chunkSize(long size) {
        return new Wire().u8(2).zeros(3).u24(4).u8(1).zeros(4).u32(size).bytes();
    }

    private static byte[] header(int stream, int length, int type) {
        return new Wire()
                .raw(stream < 64 ? new byte[] {(byte) stream} : new byte[] {0, (byte) (stream - 64)})
                .zeros(3)
                .u24(length)
                .u8(type)
                .u32LittleEndian(1)
                .bytes();
    }

    private static byte[] repeated(byte[] bytes, int times) {
        var wire = new Wire();
        for (int i = 0; i < times; i++) {
            wire.raw(bytes);
        }
        return wire.bytes();
    }

    private static void expect(Code code, ThrowingCallable offence) {
        assertThatThrownBy(offence)
                .isInstanceOf(DecoderException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RtmpException.class,
                        problem -> assertThat(problem)
                                .returns(code, RtmpException::code)
                                .returns(RtmpException.Scope.CONNECTION, RtmpException::scope));
    }
}
