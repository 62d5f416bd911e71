// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Puts figures into {@code docs/fairness.md}, between two marks. */
final class FairnessPage {

    private static final Path FOLDER = Path.of("../docs").toAbsolutePath().normalize();
    private static final Path PAGE = FOLDER.resolve("fairness.md");
    private static final String BEGIN = "<!-- figures of ./tributary bench fairness -->\n";
    private static final String END = "<!-- end of figures -->\n";

    private final List<String> rows = new ArrayList<>();

    void heading(String first, Iterable<String> columns) {
        rows.add("");
        rows.add("| %s | %s |".formatted(first, String.join(" | ", columns)));
        var ruler = new StringBuilder("|---|");
        columns.forEach(_ -> ruler.append("--:|"));
        rows.add(ruler.toString());
    }

    /** One metric of several runs. */
    void row(String name, String format, Map<String, Outcome> runs, ToDoubleFunction<Outcome> metric) {
        var values = runs.values().stream()
                .map(outcome -> number(format, metric.applyAsDouble(outcome)))
                .toList();
        rows.add("| %s | %s |".formatted(name, String.join(" | ", values)));
    }

    void sentence(String sentence) {
        rows.add("");
        rows.add(sentence);
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    void plot(String name, String svg) throws IOException {
        Files.writeString(FOLDER.resolve("fairness").resolve(name), svg);
    }

    void write() throws IOException {
        var page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        var figures = String.join("\n", rows).strip();
        Files.writeString(PAGE, page.substring(0, begin) + "\n" + figures + "\n\n" + page.substring(end));
    }
}
