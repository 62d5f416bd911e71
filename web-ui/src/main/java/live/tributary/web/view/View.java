// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.IntStream;

import live.tributary.web.asset.Assets;
import live.tributary.web.page.Frame;
import live.tributary.web.text.Texts;

/** What a template may call besides its record. One per rendered page. */
public final class View {

    private final Frame frame;
    private final Assets assets;
    private final Texts texts;

    public View(Frame frame, Assets assets) {
        this.frame = frame;
        this.assets = assets;
        this.texts = Texts.of(frame.locale());
    }

    /** What surrounds the content. */
    public Frame frame() {
        return frame;
    }

    /** The words of the page's language. */
    public Texts texts() {
        return texts;
    }

    /** The built files. */
    public Assets assets() {
        return assets;
    }

    /** A moment in UTC for the {@code <time>} element; the browser makes it local. */
    public String time(Instant moment) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(frame.locale())
                .withZone(ZoneOffset.UTC);
        return texts.get("time.utc", "moment", format.format(moment));
    }

    /** The hues a team may choose from, degrees. */
    public List<Integer> hues() {
        return IntStream.range(0, 24).mapToObj(step -> step * 15).toList();
    }

    /** Class of a mark or face in this hue; the policy allows no {@code style} attributes. */
    public String hueClass(int hue) {
        return "h-%03d".formatted(Math.floorMod(Math.round(hue / 15.0) * 15, 360));
    }
}
