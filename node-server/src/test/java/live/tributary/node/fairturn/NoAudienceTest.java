// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

/** What is no input has no place to stand in: no field for an audience, for money or for age, in any type. */
final class NoAudienceTest {

    private static final Pattern NO_INPUT = Pattern.compile(
            "viewer|audience|watch|listener|follower|subscriber|like|boost|popular|view(s|count)|arrival|guest|present"
                    + "|pay|paid|money|price|tip|donat|sponsor|promot|featured|rank|^age$|created|founded|since|joined");

    private static final JavaClasses TYPES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("live.tributary.node.fairturn", "live.tributary.node.recount");

    @Test
    void noTypeHasAFieldForIt() {
        assertThat(TYPES)
                .flatExtracting(type ->
                        type.getFields().stream().map(JavaField::getName).toList())
                .contains("tags", "hands", "received")
                .noneMatch(
                        name -> NO_INPUT.matcher(name.toLowerCase(Locale.ROOT)).find());
    }

    /** Any other name could be one for an audience: whoever adds a field says so here. */
    @Test
    void aDrawIsMadeFromTheseAndNoOthers() {
        assertThat(Stream.of(GroupLine.class, PoolLine.class, Snapshot.class, Turn.class, Candidate.class))
                .extracting(NoAudienceTest::components)
                .containsExactly(
                        List.of("gid", "hands", "vouched", "pools", "tags", "labels"),
                        List.of("language", "allowance", "correction"),
                        List.of("minute", "previous", "dayKey", "nextDayKey", "newcomerCaps", "lines"),
                        List.of("received", "due"),
                        List.of("line", "pool", "tier", "relevance", "weight", "lot", "key"));
    }

    private static List<String> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** Nor can it come by the side: the draw knows no other part of the node. */
    @Test
    void theDrawDependsOnNothingOfTheNode() {
        assertThat(TYPES.that(resideInAPackage("..fairturn")))
                .flatExtracting(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getPackageName())
                        .toList())
                .filteredOn(name -> name.startsWith("live.tributary."))
                .containsOnly("live.tributary.node.fairturn");
    }
}
