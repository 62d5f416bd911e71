// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a channel is watched.
 *
 * @param channel id, part of the media addresses
 * @param about of this broadcast, or of the next one
 * @param others members of the same team who are on air too
 * @param elsewhere what the broadcast is on other servers
 * @param rings that the team is in
 * @param downstream ways to other teams
 */
public record ViewerPage(
        Frame frame,
        TeamBadge team,
        Person member,
        String channel,
        Air air,
        StreamAbout about,
        List<LiveCard> others,
        Elsewhere elsewhere,
        List<RingStrip> rings,
        Downstream downstream)
        implements Page {

    public ViewerPage {
        others = List.copyOf(others);
        rings = List.copyOf(rings);
    }

    /** Of a team that is in no ring. */
    public ViewerPage(
            Frame frame,
            TeamBadge team,
            Person member,
            String channel,
            Air air,
            StreamAbout about,
            List<LiveCard> others,
            Elsewhere elsewhere,
            Downstream downstream) {
        this(frame, team, member, channel, air, about, others, elsewhere, List.of(), downstream);
    }

    /** Title of the broadcast, empty when nothing is on. */
    public String title() {
        return air.title();
    }

    /** The player for pages of others. */
    public EmbedFrame embed() {
        return EmbedFrame.of(frame.address(), member.name());
    }

    /** Where a program asks how to embed this page (oEmbed 1.0, 2.2). */
    public URI oembedAddress() {
        var url = URLEncoder.encode(frame.address().toString(), StandardCharsets.UTF_8);
        return frame.address().resolve("/api/v1/oembed?format=json&url=" + url);
    }

    /** Where any player finds the stream. */
    public URI streamAddress() {
        return frame.address().resolve("/live/" + channel + "/master.m3u8");
    }

    @Override
    public boolean hasPlayer() {
        return true;
    }
}
