// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import live.tributary.web.asset.Brand;
import live.tributary.web.page.Frame;
import live.tributary.web.page.Visitor;

/**
 * The frames of the gallery's pages.
 *
 * @param brand colours of every page
 */
public record Frames(URI base, Locale locale, Brand brand) {

    private static final Set<Frame.Part> EVERY_PART = EnumSet.allOf(Frame.Part.class);
    private static final String CSRF_TOKEN = "csrf-of-the-gallery";

    /** As the mocks were drawn: English, warm clay. */
    public static Frames plain() {
        return new Frames(URI.create("https://kilnkettle.example/"), Locale.ENGLISH, Brand.ofHue(38));
    }

    Frame guest(String path) {
        return frame(path, new Visitor.Guest(overheard()), EVERY_PART);
    }

    Frame member(String path) {
        return frame(path, new Visitor.SignedIn(Cast.INES, false, overheard()), EVERY_PART);
    }

    Frame owner(String path) {
        return frame(path, new Visitor.SignedIn(Cast.INES, true, overheard()), EVERY_PART);
    }

    /** Of a node that does not speak with other servers. */
    Frame alone(String path) {
        return frame(path, new Visitor.SignedIn(Cast.INES, true, overheard()), Set.of());
    }

    /** The address says how the page comes. */
    private boolean overheard() {
        return base.getScheme().equals("http");
    }

    private Frame frame(String path, Visitor visitor, Set<Frame.Part> parts) {
        return new Frame(locale, base.resolve(path), "The Clay Node", brand, visitor, parts, CSRF_TOKEN);
    }
}
