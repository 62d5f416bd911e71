// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.mp4;

/** The two tracks a broadcast has; their numbers never change, so that fragments of both fit one joined header. */
public enum TrackId {
    VIDEO(1),
    AUDIO(2);

    private final int number;

    TrackId(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
