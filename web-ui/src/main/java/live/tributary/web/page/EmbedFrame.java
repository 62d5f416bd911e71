// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;

/**
 * The player as a frame in somebody else's page, 16 by 9.
 *
 * @param address of the embed page
 * @param title what the frame is, for people who do not see it
 * @param width pixels
 * @param height pixels
 */
public record EmbedFrame(URI address, String title, int width, int height) {

    private static final int LARGEST_WIDTH = 1280;
    private static final int LARGEST_HEIGHT = 720;
    private static final int USUAL_WIDTH = 640;
    private static final int ACROSS = 16;
    private static final int DOWN = 9;

    /** Last part of an embed page's path, behind that of the page where the channel is watched. */
    public static final String SUFFIX = "/embed";

    /** The frame at its usual size. */
    public static EmbedFrame of(URI watchAddress, String title) {
        return new EmbedFrame(URI.create(watchAddress + SUFFIX), title, USUAL_WIDTH, USUAL_WIDTH * DOWN / ACROSS);
    }

    /**
     * The largest one that fits.
     *
     * @param mostWidth pixels, at least 1
     * @param mostHeight pixels, at least 1
     */
    public EmbedFrame within(int mostWidth, int mostHeight) {
        var acrossHeight = Math.min(mostHeight, LARGEST_HEIGHT) * ACROSS / DOWN;
        var fitting = Math.min(Math.min(mostWidth, LARGEST_WIDTH), acrossHeight);
        return new EmbedFrame(address, title, fitting, Math.max(1, fitting * DOWN / ACROSS));
    }

    /** As large as it gets. */
    public EmbedFrame largest() {
        return within(LARGEST_WIDTH, LARGEST_HEIGHT);
    }

    /** Whether pages that came by TLS may show it: browsers refuse them what comes in the clear. */
    public boolean secure() {
        return "https".equals(address.getScheme());
    }

    /** What people paste into their page. */
    public String html() {
        return """
                <iframe src="%s" title="%s" width="%d" height="%d" frameborder="0"\
                 allow="autoplay; fullscreen; picture-in-picture" allowfullscreen></iframe>""".formatted(escape(address.toString()), escape(title), width, height);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
