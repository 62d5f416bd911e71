// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.web.asset.Brand;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at every page in every state with a real browser. Pictures of those with which something is wrong lie in {@code
 * target/gallery/shots}; with {@code -Dgallery.pictures=true}, of all.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class BrowserGalleryTest {

    private static final Path SHOTS = Path.of("target/gallery/shots");
    private static final int ONLOOKERS = 2;

    private final BlockingQueue<Onlooker> idle = new ArrayBlockingQueue<>(ONLOOKERS);
    private Clip clip;

    @BeforeAll
    void open() throws IOException {
        clip = Clip.frozen(Path.of("target/gallery/clip"));
        for (var i = 0; i < ONLOOKERS; i++) {
            idle.add(new Onlooker(clip));
        }
    }

    @AfterAll
    void close() {
        idle.forEach(Onlooker::close);
        clip.close();
    }

    static Stream<String> everyPage() {
        return Gallery.pages(Frames.plain()).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void isAccessibleFitsAndKeepsToItself(String name) throws InterruptedException {
        assertThat(ask(onlooker -> onlooker.lookAt(Frames.plain(), name, SHOTS)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer-off", "team-live", "on-air-live"})
    void staysReadableInEveryColour(String name) throws InterruptedException {
        var brands = Stream.iterate(0, hue -> hue < 360, hue -> hue + 30)
                .flatMap(hue -> Stream.of(new Brand(hue, 2), new Brand(hue, 14)))
                .toList();
        assertThat(ask(onlooker -> onlooker.contrastIn(brands, Frames.plain(), name)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void staysWholeWithLongWordsFromRightToLeft(String name) throws InterruptedException {
        var frames = new Frames(Frames.plain().base(), Locale.of("ar", "XB"), Brand.ofHue(38));
        assertThat(ask(onlooker -> onlooker.lookAtOnAPhone(frames, name, SHOTS.resolve("pseudo"))))
                .isEmpty();
    }

    private List<String> ask(Function<Onlooker, List<String>> question) throws InterruptedException {
        var onlooker = idle.take();
        try {
            return question.apply(onlooker);
        } finally {
            idle.add(onlooker);
        }
    }
}
