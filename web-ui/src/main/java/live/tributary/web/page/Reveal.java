// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** A secret that is shown once, right after it was made. */
public sealed interface Reveal {

    /** Nothing to show. */
    record Nothing() implements Reveal {}

    /** The stream key or invitation link itself. */
    record Secret(String text) implements Reveal {
        @Override
        public String toString() {
            return "Secret[redacted]";
        }
    }
}
