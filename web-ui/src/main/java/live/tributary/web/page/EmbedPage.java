// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.util.Locale;

/**
 * The player alone, to be framed by pages of others. Those keep what they know of a stream for weeks, so this page says
 * by itself whether it is live, over, or not begun.
 *
 * @param channel id, part of the media addresses
 * @param warning what viewers should know before they look, or empty
 */
public record EmbedPage(
        Frame frame, TeamBadge team, Person member, String channel, Air air, Start start, String warning)
        implements Page {

    /** How the picture begins. */
    public enum Start {
        /** When somebody asks: a page full of frames must not become as many streams. */
        WAITING,
        /** By itself, with sound where the browser allows that. */
        PLAYING,
        /** By itself and without sound. */
        SILENT;

        /** For {@code data-start}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Title of the broadcast, or else whose channel it is. */
    public String title() {
        return air.title().isEmpty() ? member.name() : air.title();
    }

    /** Where the same is watched with everything around it. */
    public URI watchAddress() {
        return frame.address().resolve(team.pathOf(member));
    }

    @Override
    public boolean hasPlayer() {
        return true;
    }

    @Override
    public boolean mayBeFramed() {
        return true;
    }
}
