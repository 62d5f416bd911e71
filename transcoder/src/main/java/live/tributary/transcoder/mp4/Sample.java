// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.mp4;

/**
 * One access unit with its place in time, in ticks of its track.
 *
 * @param data never written to
 * @param decodeTime on the broadcast's timeline
 * @param duration until the next sample's decode time
 * @param compositionOffset from decoding to showing, signed
 * @param sync whether decoding may begin here
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record Sample(byte[] data, long decodeTime, int duration, int compositionOffset, boolean sync) {

    public long end() {
        return decodeTime + duration;
    }

    /** The same, decoded no earlier than that and shown when it was to be shown; it ends where it ended. */
    public Sample notBefore(long earliest) {
        long late = earliest - decodeTime;
        if (late <= 0) {
            return this;
        }
        int shorter = duration == 0 ? 0 : (int) Math.max(1, duration - late);
        return new Sample(data, earliest, shorter, (int) (compositionOffset - late), sync);
    }

    public Sample withDuration(int duration) {
        return new Sample(data, decodeTime, duration, compositionOffset, sync);
    }
}
