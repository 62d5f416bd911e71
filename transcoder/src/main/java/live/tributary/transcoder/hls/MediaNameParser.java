// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.MasterName;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.MediaName.SegmentName;

/** Reads the names that {@link MediaName} writes. The pattern accepts each name in exactly one spelling. */
final class MediaNameParser {

    /** The longest name that the grammar allows; what is longer is not looked at. */
    private static final int LONGEST = 64;

    private static final String FOLDER = "(?<view>j-)?(?<rendition>[a-z0-9]{1,16})";
    private static final String NUMBER = "(?:0|[1-9][0-9]{0,14})";
    private static final Pattern PLAYLIST = Pattern.compile(FOLDER + "\\.m3u8");
    private static final Pattern FILE = Pattern.compile("(?<session>[0-9a-z]{8})/" + FOLDER
            + "/(?:init-(?<hash>[0-9a-f]{16})\\.mp4|(?<msn>" + NUMBER + ")(?:\\.(?<part>0|[1-9][0-9]{0,4}))?\\.m4s)");

    private MediaNameParser() {}

    static Optional<MediaName> parse(String path) {
        if (path.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (path) {
            case "master.m3u8" -> Optional.of(new MasterName(View.CANONICAL));
            case "joined.m3u8" -> Optional.of(new MasterName(View.JOINED));
            default -> path.endsWith(".m3u8") ? playlist(path) : file(path);
        };
    }

    private static Optional<MediaName> playlist(String path) {
        var matcher = PLAYLIST.matcher(path);
        return matcher.matches() ? Optional.of(playlistName(matcher)) : Optional.empty();
    }

    private static Optional<MediaName> file(String path) {
        var matcher = FILE.matcher(path);
        return matcher.matches()
                ? SessionId.parse(matcher.group("session")).map(session -> fileName(session, matcher))
                : Optional.empty();
    }

    private static MediaName fileName(SessionId session, Matcher matcher) {
        var playlist = playlistName(matcher);
        var hash = matcher.group("hash");
        if (hash != null) {
            return new InitName(session, playlist, hash);
        }
        var msn = Long.parseLong(matcher.group("msn"));
        var part = matcher.group("part");
        return part == null
                ? new SegmentName(session, playlist, msn)
                : new PartName(session, playlist, msn, Integer.parseInt(part));
    }

    private static PlaylistName playlistName(Matcher matcher) {
        var view = matcher.group("view") == null ? View.CANONICAL : View.JOINED;
        return new PlaylistName(view, new RenditionName(matcher.group("rendition")));
    }
}
