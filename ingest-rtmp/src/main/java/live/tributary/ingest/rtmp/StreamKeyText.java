// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * The secret a publisher presented, cut out of whatever it came in. Empty if there was none. It may be any text: only
 * the application knows which keys exist.
 *
 * @param value the secret itself; compare it in constant time and never log it
 */
public record StreamKeyText(String value) {

    @Override
    public String toString() {
        return "StreamKeyText[redacted]";
    }
}
