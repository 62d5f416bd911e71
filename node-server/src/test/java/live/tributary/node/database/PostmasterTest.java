// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PostmasterTest {

    private static final String FILE = """
            4711
            /var/lib/tributary/postgres/cluster
            1764064800
            40123

            127.0.0.1
              1234567         0
            ready
            """;

    @Test
    void readsPidAndPort() {
        assertThat(Postmaster.parse(FILE)).contains(new Postmaster(4711, 40123));
    }

    @Test
    void isPatientWithAHalfWrittenFile() {
        for (int cut = 0; cut < FILE.indexOf("40123"); cut++) {
            assertThat(Postmaster.parse(FILE.substring(0, cut))).isEmpty();
        }
    }

    @Test
    void doesNotTakeAnotherProgramForADatabase() {
        var thisTest = new Postmaster(ProcessHandle.current().pid(), 40123);
        assertThat(thisTest.serves(Path.of("/var/lib/tributary/postgres/cluster")))
                .isFalse();
    }

    @Test
    void doesNotTakeAProcessThatIsGoneForADatabase() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertThat(new Postmaster(gone.pid(), 40123).serves(Path.of("/var/lib/tributary/postgres/cluster")))
                .isFalse();
    }
}
