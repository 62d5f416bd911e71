// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

/** A team that wants to be found: what it says, to whom, and what directories answer. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListingTest {

    private final Landing landing;

    ListingTest(TestDatabase database, @TempDir Path data) {
        landing = new Landing(database, data);
    }

    @BeforeEach
    void sayNothing() {
        landing.sayNothing();
    }

    @AfterAll
    void stop() {
        landing.close();
    }

    @Nested
    final class OfItsPitch extends PitchOfATeam {
        OfItsPitch() {
            super(landing);
        }
    }

    @Nested
    final class OfChosenDirectories extends ChosenDirectories {
        OfChosenDirectories() {
            super(landing);
        }
    }

    @Nested
    final class OfWatchedDirectories extends WatchedDirectories {
        OfWatchedDirectories() {
            super(landing);
        }
    }
}
