// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import com.microsoft.playwright.BrowserContext;

/**
 * Clocks on pages that stand still while timers go on. Playwright's own clock would run the timers too, and axe waits for
 * many.
 */
final class StoppedClock {

    private static final String SCRIPT = """
            {
              const Running = Date;
              const now = %d;
              globalThis.Date = class extends Running {
                constructor(...given) { given.length > 0 ? super(...given) : super(now); }
                static now() { return now; }
              };
            }
            """.formatted(Cast.NOON.toEpochMilli());

    private StoppedClock() {}

    /** On all pages that the context will open. */
    static void on(BrowserContext context) {
        context.addInitScript(SCRIPT);
    }
}
