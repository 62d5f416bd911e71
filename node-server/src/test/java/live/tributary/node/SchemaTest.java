// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/** One schema for each module: its SQL names no other, and a foreign key points only where the code may call. */
final class SchemaTest {

    private static final Path JAVA = Path.of("src/main/java/live/tributary/node");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** What follows these words is a table, or a function, with its bracket. {@code FOR UPDATE} ends a statement. */
    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:FROM|JOIN|INTO|(?<!FOR )UPDATE|TABLE|INDEX\\s+\\w+\\s+ON|REFERENCES)\\s+([a-z_]+(?:\\.[a-z_]+)?)\\b(?!\\()");

    /** A statement's own name for what it reads first, which is no table. */
    private static final Pattern GIVEN_NAME = Pattern.compile("\\bWITH\\s+(?:RECURSIVE\\s+)?([a-z_]+)\\s+AS\\b");

    private static final Pattern FOREIGN_KEY = Pattern.compile("\\bREFERENCES\\s+([a-z_]+)\\.");

    static List<Path> stores() throws IOException {
        return files(JAVA, "Store.java");
    }

    static List<Path> migrations() throws IOException {
        return files(MIGRATIONS, ".sql");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aStoreNamesTablesOfItsOwnModuleOnly(Path store) throws IOException {
        var module = moduleOf(store);
        assertThat(tables(Files.readString(store)))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table).startsWith(module + "."));
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void aMigrationIsNamedAfterItsModuleAndItsMoment(Path migration) {
        var module = moduleOf(migration);
        assertThat(migration.getFileName().toString()).matches("V20[0-9]{10}__" + module + "_[a-z0-9_]+\\.sql");
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void aMigrationChangesItsOwnSchemaOnly(Path migration) throws IOException {
        var module = moduleOf(migration);
        var withoutKeys = FOREIGN_KEY.matcher(Files.readString(migration)).replaceAll("POINTS TO $1.");
        assertThat(tables(withoutKeys)).allSatisfy(table -> assertThat(table).startsWith(module + "."));
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void aForeignKeyPointsOnlyWhereTheCodeMayCall(Path migration) throws IOException {
        var module = moduleOf(migration);
        var pointsTo = new TreeSet<String>();
        FOREIGN_KEY.matcher(Files.readString(migration)).results().forEach(key -> pointsTo.add(key.group(1)));
        pointsTo.remove(module);
        assertThat(mayCall(module)).containsAll(pointsTo);
    }

    private static Set<String> mayCall(String module) {
        var modules = ApplicationModules.of("live.tributary.node");
        var names = new TreeSet<String>();
        modules.getModuleByName(module).orElseThrow().getDirectDependencies(modules).stream()
                .map(dependency -> dependency.getTargetModule().getIdentifier().toString())
                .forEach(names::add);
        return names;
    }

    private static String moduleOf(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private static List<String> tables(String sql) {
        var given =
                GIVEN_NAME.matcher(sql).results().map(found -> found.group(1)).collect(Collectors.toSet());
        return TABLE.matcher(sql)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !given.contains(name))
                .toList();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
