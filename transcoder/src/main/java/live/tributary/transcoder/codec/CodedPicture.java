// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

/**
 * A frame as it is stored: parameter sets and delimiters that belong elsewhere are taken out.
 *
 * @param config the track's configuration from this frame on; a new one when the frame brought other parameter sets
 * @param open whether it shows that its group of pictures cannot be decoded alone
 * @param captions whether CEA-608 captions were seen in it
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record CodedPicture(byte[] data, Entry entry, VideoConfig config, boolean open, boolean captions) {

    /** Whether decoding may begin here. */
    public enum Entry {
        /** Needs earlier frames. */
        NONE,
        /** Shows a whole picture sooner or later (open GOP); no sync sample unless nothing better comes. */
        RECOVERY,
        SYNC
    }

    /**
     * Reads a publisher's frame.
     *
     * @param keyFrame what the publisher says; believed where the frame itself does not tell
     */
    public static CodedPicture of(VideoConfig config, byte[] data, boolean keyFrame) throws MalformedConfigException {
        return switch (config) {
            case AvcConfig avc -> new AvcFrame(avc, data).read(keyFrame);
            case HevcConfig hevc -> new HevcFrame(hevc, data).read();
            case Av1Config av1 ->
                new CodedPicture(Av1Frame.withoutDelimiters(data), entry(keyFrame), av1, false, false);
            case Vp9Config vp9 -> new CodedPicture(data, entry(keyFrame), vp9, false, false);
        };
    }

    private static Entry entry(boolean keyFrame) {
        return keyFrame ? Entry.SYNC : Entry.NONE;
    }
}
