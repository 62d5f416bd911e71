// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/**
 * What the master playlist says about a variant's size, sound included.
 *
 * @param peak {@code BANDWIDTH}, bits per second
 * @param average {@code AVERAGE-BANDWIDTH}, bits per second
 */
record Rates(long peak, long average) {

    Rates plus(Rates other) {
        return new Rates(peak + other.peak, average + other.average);
    }
}
