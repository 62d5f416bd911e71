// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.Optional;

/**
 * The name of something that a window serves, below {@code /live/{channel}/}. Written and read here only, so that
 * what a playlist lists is what a request finds.
 */
public sealed interface MediaName {

    /** The address relative to the channel's folder. */
    String path();

    /** Reads a relative address; empty when it does not follow the grammar. */
    static Optional<MediaName> parse(String path) {
        return MediaNameParser.parse(path);
    }

    /** {@code master.m3u8} or {@code joined.m3u8}. */
    record MasterName(View view) implements MediaName {
        @Override
        public String path() {
            return switch (view) {
                case CANONICAL -> "master.m3u8";
                case JOINED -> "joined.m3u8";
            };
        }
    }

    /** {@code source.m3u8}, {@code audio.m3u8}, {@code j-source.m3u8}. */
    record PlaylistName(View view, RenditionName rendition) implements MediaName {
        @Override
        public String path() {
            return folder() + ".m3u8";
        }

        /** The name of the rendition in this view; also the folder of its files. */
        String folder() {
            return switch (view) {
                case CANONICAL -> rendition.value();
                case JOINED -> "j-" + rendition.value();
            };
        }
    }

    /**
     * {@code {session}/{rendition}/init-{hash}.mp4}.
     *
     * @param hash of its bytes, so that another configuration has another name
     */
    record InitName(SessionId session, PlaylistName playlist, String hash) implements MediaName {
        @Override
        public String path() {
            return "%s/%s/init-%s.mp4".formatted(session, playlist.folder(), hash);
        }
    }

    /** {@code {session}/{rendition}/{msn}.{part}.m4s}. */
    record PartName(SessionId session, PlaylistName playlist, long msn, int part) implements MediaName {
        @Override
        public String path() {
            return session + "/" + playlist.folder() + "/" + msn + "." + part + ".m4s";
        }
    }

    /** {@code {session}/{rendition}/{msn}.m4s}. */
    record SegmentName(SessionId session, PlaylistName playlist, long msn) implements MediaName {
        @Override
        public String path() {
            return session + "/" + playlist.folder() + "/" + msn + ".m4s";
        }
    }
}
