// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** Add-ons stand on the kernel: its surface may change, but not unnoticed. */
final class KernelSurfaceTest {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    @Test
    void isTheOneThatWasWrittenDown() throws IOException {
        var written = new ClassPathResource("kernel-surface.txt", KernelSurfaceTest.class)
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(surface())
                .as("put this into kernel-surface.txt, if it is meant")
                .isEqualTo(written);
    }

    private static String surface() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("live.tributary.node.kernel")
                        .stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(KernelSurfaceTest::describe)
                        .collect(joining());
    }

    private static String describe(JavaClass type) {
        var members = type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(member -> !OF_EVERY_OBJECT.contains(member.getName()))
                .map(JavaMember::getFullName)
                .map(name -> "  " + name.substring(type.getName().length() + 1) + "\n")
                .sorted()
                .collect(joining());
        return type.getName() + "\n" + members;
    }
}
