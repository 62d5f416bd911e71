// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.net.URI;
import java.time.Duration;

import com.microsoft.playwright.Page;

import live.tributary.fixtures.browser.Chromium;

/** Somebody who watches in a real browser and never reloads the page. Belongs to the thread that opened it. */
final class EveningViewer implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 60_000;

    /** Notes the longest time between two pictures on the screen, and how many came after it. */
    private static final String WATCH_THE_PICTURE = """
            () => {
              const video = document.querySelector("video");
              let last = performance.now();
              window.longest = { millis: 0, picturesSince: 0 };
              const onPicture = () => {
                const millis = performance.now() - last;
                window.longest = millis > window.longest.millis
                  ? { millis, picturesSince: 0 }
                  : { ...window.longest, picturesSince: window.longest.picturesSince + 1 };
                last = performance.now();
                video.requestVideoFrameCallback(onPicture);
              };
              video.requestVideoFrameCallback(onPicture);
            }""";

    private static final String PLAYS_ON =
            "stood => window.longest.millis > stood && window.longest.picturesSince > 25";

    /** More than a machine that is busy elsewhere makes a picture wait. */
    private static final int STOOD_MILLIS = 1_500;

    private final Chromium chromium = new Chromium();
    private final Page page;

    private EveningViewer(URI address) {
        page = chromium.browser().newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(address.toString());
        page.waitForFunction("() => document.querySelector('video').currentTime > 0");
        page.evaluate(WATCH_THE_PICTURE);
    }

    /** Returns once a picture was there. */
    static EveningViewer watch(URI address) {
        return new EveningViewer(address);
    }

    Page page() {
        return page;
    }

    /** Forgets how long the picture stood before. */
    void forget() {
        page.evaluate("() => { window.longest = { millis: 0, picturesSince: 0 }; }");
    }

    /** Waits until the picture stood and moves again.
     *  @return how long it stood, as its viewer saw it */
    Duration stood() {
        page.waitForFunction(PLAYS_ON, STOOD_MILLIS);
        return Duration.ofMillis(((Number) page.evaluate("() => Math.round(window.longest.millis)")).longValue());
    }

    @Override
    public void close() {
        chromium.close();
    }
}
