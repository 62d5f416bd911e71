// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.clip;

import java.time.Duration;
import java.util.List;

import live.tributary.fixtures.process.RunningProgram;

import static org.assertj.core.api.Assertions.assertThat;

/** A program that a test runs to its end. */
record Run(List<String> command) {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Everything it said, both streams. */
    String mustSucceed() {
        try (var program = RunningProgram.start(command)) {
            int code = program.awaitEnd(DEADLINE);
            assertThat(code).as("%s said: %s", command, program.output()).isZero();
            return program.output();
        }
    }

    void mustSucceedSilently() {
        assertThat(mustSucceed()).as("what %s said", command).isEmpty();
    }
}
