// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.docs;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads every Markdown page of the repository. */
final class DocsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    /** Packages begin with {@code live.}: they are no settings. */
    private static final Pattern SETTING =
            Pattern.compile("(?<!live\\.)tributary\\.[a-z]+(?:\\.[a-z-]+)+|tributary\\.data-directory");

    private static final Pattern VARIABLE = Pattern.compile("\\bTRIBUTARY_[A-Z_]+");

    /** Read by the launcher, or by an environment post-processor, so in no record. */
    private static final Set<String> BESIDE_THE_RECORDS = Set.of(
            "tributary.gate.tls-certificate",
            "tributary.gate.tls-private-key",
            "tributary.features.studio",
            "tributary.features.fediverse",
            "tributary.features.following",
            "tributary.features.discovery",
            "tributary.features.rings",
            "tributary.features.directory");

    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("TRIBUTARY_JAVA_OPTIONS", "TRIBUTARY_JDK_FOLDERS", "TRIBUTARY_NODE_FOLDERS");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (Path page : pages()) {
            for (String link : found(LINK, page, 1)) {
                String file = link.replaceFirst("#.*", "");
                boolean here = !link.startsWith("http") && !file.isEmpty();
                if (here && !Files.exists(page.resolveSibling(file))) {
                    broken.add(ROOT.relativize(page) + " → " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everySettingThatIsNamedExists() throws IOException {
        Set<String> existing = settings();
        var unknown = new ArrayList<String>();
        for (Path page : pages()) {
            found(SETTING, page, 0).stream()
                    .filter(setting -> !existing.contains(setting))
                    .forEach(setting -> unknown.add(ROOT.relativize(page) + ": " + setting));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyVariableThatIsNamedExists() throws IOException {
        Set<String> existing = new TreeSet<>(OF_THE_LAUNCHER);
        settings()
                .forEach(setting ->
                        existing.add(setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT)));
        var unknown = new ArrayList<String>();
        for (Path page : pages()) {
            found(VARIABLE, page, 0).stream()
                    .filter(variable -> !existing.contains(variable))
                    .forEach(variable -> unknown.add(ROOT.relativize(page) + ": " + variable));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everySettingIsDescribedForOperators() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operators/settings.md"));

        assertThat(settings()).allSatisfy(setting -> assertThat(page).contains("`" + setting));
    }

    private static Set<String> settings() {
        var settings = new TreeSet<>(BESIDE_THE_RECORDS);
        for (JavaClass module : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("live.tributary.node")) {
            if (module.isAnnotatedWith(ConfigurationProperties.class)) {
                Class<?> properties = module.reflect();
                String prefix =
                        properties.getAnnotation(ConfigurationProperties.class).value();
                Arrays.stream(properties.getRecordComponents())
                        .map(component -> prefix + "." + dashed(component))
                        .forEach(settings::add);
            }
        }
        return settings;
    }

    private static String dashed(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<String> found(Pattern pattern, Path page, int group) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map((MatchResult result) -> result.group(group))
                .toList();
    }
}
