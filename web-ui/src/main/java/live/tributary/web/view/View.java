// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.web.asset.Assets;
import live.tributary.web.page.Frame;
import live.tributary.web.page.TimesShown;
import live.tributary.web.page.ViewerPage;
import live.tributary.web.page.Visitor;
import live.tributary.web.text.Texts;

/** What a template may call besides its record. One per rendered page. */
public final class View {

    private static final int HUE_STEP_DEGREES = 15;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Frame frame;
    private final Assets assets;
    private final Texts texts;

    /**
     * For one page.
     *
     * @param texts in the language of the frame
     */
    public View(Frame frame, Assets assets, Texts texts) {
        this.frame = frame;
        this.assets = assets;
        this.texts = texts;
    }

    /** What surrounds the content. */
    public Frame frame() {
        return frame;
    }

    /** The built files. */
    public PageAssets assets() {
        return new PageAssets(assets);
    }

    /** Language of the page, for {@code lang}. */
    public String language() {
        return frame.locale().toLanguageTag();
    }

    /** Direction of the page's script, for {@code dir}. */
    public String direction() {
        return ULocale.forLocale(frame.locale()).isRightToLeft() ? "rtl" : "ltr";
    }

    /** A sentence. */
    public String text(String key) {
        return texts.format(key, Map.of());
    }

    /** A sentence with one argument. */
    public String text(String key, String name, Object value) {
        return texts.format(key, Map.of(name, value));
    }

    /** A sentence with two arguments. */
    public String text(String key, String name, Object value, String otherName, Object otherValue) {
        return texts.format(key, Map.of(name, value, otherName, otherValue));
    }

    /** The sentences of an island as JSON, for its {@code data-words}. */
    public String words(String island) {
        return JSON.writeValueAsString(texts.island(island));
    }

    /** A running broadcast for search engines, safe inside a {@code <script>}. */
    public String liveVideo(ViewerPage page, String title, String description, Instant since) {
        return LiveVideo.json(page, title, description, since);
    }

    /** A moment in UTC for the {@code <time>} element; the browser makes it local. */
    public String time(Instant moment) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(frame.locale())
                .withZone(ZoneOffset.UTC);
        return text("time.utc", "moment", format.format(moment));
    }

    /** The same without its date, where that is plain. */
    public String clock(Instant moment) {
        var format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(frame.locale())
                .withZone(ZoneOffset.UTC);
        return text("time.utc", "moment", format.format(moment));
    }

    /** A day, where the time of it does not matter. */
    public String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(frame.locale())
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    /** A day with its name, where the year is plain. */
    public String weekday(LocalDate date) {
        var pattern = DateTimePatternGenerator.getInstance(ULocale.forLocale(frame.locale()))
                .getBestPattern("EEEEMMMMd");
        return DateTimeFormatter.ofPattern(pattern, frame.locale()).format(date);
    }

    /** Several things as part of a sentence. */
    public String list(List<String> things) {
        return ListFormatter.getInstance(ULocale.forLocale(frame.locale())).format(things);
    }

    /** How evenly teams were shown, drawn. */
    public ShareBars bars(TimesShown shown) {
        return ShareBars.of(shown);
    }

    /** The health of a stream as words. */
    public HealthWords health() {
        return new HealthWords(texts, new Figures(texts, frame.locale()));
    }

    /** Whether this page lies at the path. */
    public boolean isHere(String path) {
        return path.equals(frame.address().getPath());
    }

    /** Whether this page lies at the path, or below it. */
    public boolean isBelow(String path) {
        return isHere(path) || frame.address().getPath().startsWith(path + "/");
    }

    /** Text as a value in the query of an address. */
    public String inQuery(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Whether the visitor sees to how this node gets on with other servers. */
    public boolean overseesServers() {
        return frame.federated() && frame.visitor() instanceof Visitor.SignedIn visitor && visitor.owner();
    }

    /** Whether the visitor decides in the directory of this node. */
    public boolean keepsDirectory() {
        return frame.keepsDirectory() && frame.visitor() instanceof Visitor.SignedIn visitor && visitor.owner();
    }

    /** Ids of the elements that describe a field, for {@code aria-describedby}; the attribute vanishes without any. */
    public @Nullable String describedBy(String field, boolean hint, boolean error) {
        var ids = Stream.of(hint ? "f-" + field + "-hint" : "", error ? "f-" + field + "-error" : "")
                .filter(id -> !id.isEmpty())
                .toList();
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** The hues a team may choose from, degrees. */
    public List<Integer> hues() {
        return IntStream.range(0, 360 / HUE_STEP_DEGREES)
                .mapToObj(step -> step * HUE_STEP_DEGREES)
                .toList();
    }

    /** Class of a mark or face in this hue; the policy allows no {@code style} attributes. */
    public String hueClass(int hue) {
        var steps = Math.round((float) hue / HUE_STEP_DEGREES);
        return "h-%03d".formatted(Math.floorMod(steps * HUE_STEP_DEGREES, 360));
    }
}
