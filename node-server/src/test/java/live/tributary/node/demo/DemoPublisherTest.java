// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.clock.TestClock;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.RunningProgram;
import live.tributary.fixtures.process.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

final class DemoPublisherTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void makesAProgrammeThatDecodesWithoutAWarning() throws Exception {
        Path file = folder.resolve("programme.flv");
        try (var publisher = publisher(Programs.bundledFfmpeg(), file)) {
            publisher.start();
            Waiting.until("two seconds of programme", DEADLINE, () -> sizeOf(file) > 500_000);
        }

        String decode = Programs.DEBIAN_FFMPEG + " -nostdin -v warning -i " + file + " -f null -";
        try (var decoder = RunningProgram.start(Stream.of(decode.split(" ")).toList())) {
            assertThat(decoder.awaitEnd(DEADLINE)).isZero();
            assertThat(decoder.output()).isEmpty();
        }
    }

    @Test
    void startsAnotherEncoderWhenOneDies() throws Exception {
        Path starts = folder.resolve("starts");
        Path dying = program("echo . >> " + starts + "; exit 1");

        try (var publisher = publisher(dying, folder.resolve("nothing.flv"))) {
            publisher.start();
            Waiting.until("a second encoder", DEADLINE, () -> sizeOf(starts) >= 4);
        }
    }

    @Test
    void endsItsEncoderWhenItCloses() throws Exception {
        Path ended = folder.resolve("ended");
        Path started = folder.resolve("started");
        Path reading = program("trap 'echo . > " + ended + "; exit' TERM; echo . > " + started
                + "; while :; do head -c 99999 > /dev/null; done");
        try (var publisher = publisher(reading, folder.resolve("nothing.flv"))) {
            publisher.start();
            Waiting.until("an encoder", DEADLINE, () -> sizeOf(started) > 0);
        }

        assertThat(ended).exists();
    }

    private static DemoPublisher publisher(Path ffmpeg, Path output) {
        return new DemoPublisher(
                () -> DemoEncoder.start(ffmpeg, output.toString()),
                TestClock.at("2026-11-25T19:30:00Z"),
                ZoneOffset.UTC);
    }

    private Path program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static long sizeOf(Path file) {
        return file.toFile().length();
    }
}
