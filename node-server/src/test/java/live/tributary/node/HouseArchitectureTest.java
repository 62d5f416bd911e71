// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.time.InstantSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;

import live.tributary.federation.remote.KeyCache;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.fixtures.HouseRules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Who may import what in the house. What a module may call stands in its {@code package-info}. */
@AnalyzeClasses(packages = "live.tributary.node", importOptions = ImportOption.DoNotIncludeJars.class)
final class HouseArchitectureTest {

    private static final String TESTS_OF_THE_WHOLE = "live.tributary.node.fixtures..";

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule SQL_IS_WRITTEN_IN_STORES = noClasses()
            .that()
            .haveNameNotMatching(".*(Store|AutoConfiguration|Test)(\\$.*)?")
            .and()
            .resideOutsideOfPackages(TESTS_OF_THE_WHOLE)
            .and()
            .doNotHaveFullyQualifiedName("live.tributary.node.kernel.Instants")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc.."))
            .because("a module's SQL is in its stores, to be found and read there");

    @ArchTest
    static final ArchRule KEYS_ARE_ASKED_FOR_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("live.tributary.node.inbox.InboxAutoConfiguration")
            .should()
            .callConstructor(RemoteKeys.class, RemoteDocuments.class, KeyCache.class, InstantSource.class)
            .because("whoever makes us ask has one share of it, whichever way they come");

    @ArchTest
    static final ArchRule NETTY_STAYS_AT_THE_EDGE_OF_HTTP = noClasses()
            .that()
            .resideOutsideOfPackages("..node.playback..", "..node.gate..", TESTS_OF_THE_WHOLE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.netty..", "reactor.netty.."))
            .because("media goes out by the event loop in playback; gate sets the limits of the HTTP server");

    @ArchTest
    static final ArchRule BUFFERS_GO_OUT_BY_PLAYBACK_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("..node.playback..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.netty.buffer.."))
            .because("whoever holds a buffer has to release it, and only playback knows when");

    @ArchTest
    static final ArchRule REACTIVE_TYPES_STAY_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("..node.playback..", "..node.gate..", "..node.edge..", TESTS_OF_THE_WHOLE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("reactor.core..", "org.reactivestreams.."))
            .because("the house is written in blocking style on virtual threads");

    @ArchTest
    static final ArchRule THE_ACTOR_IS_AN_ARGUMENT = noClasses()
            .should()
            .dependOnClassesThat(nameEndingWith(".SecurityContextHolder")
                    .or(nameEndingWith(".PreAuthorize"))
                    .as("are thread-bound security"))
            .because("blocking WebFlux handlers have no thread-bound security context: it is empty there");

    @ArchTest
    static final ArchRule JACKSON_IS_JACKSON_3 = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."))
            .because("Jackson 2 is on the path by accident of others");

    @ArchTest
    static final ArchRule WHO_CHANGES_SOMETHING_SAYS_FOR_WHOM =
            classes().that().resideOutsideOfPackage(TESTS_OF_THE_WHOLE).should(new TakeAnActorToChange());

    @ArchTest
    static final ArchRule EVERY_SETTING_IS_TESTED = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should(new HaveATestOfTheirOwn())
            .because("its defaults are a promise, and a property that cannot be set is none");

    @ArchTest
    static final ArchRule NOBODY_IS_FOUND_BY_SCANNING = noClasses()
            .should()
            .beAnnotatedWith("org.springframework.context.annotation.ComponentScan")
            .orShould()
            .beAnnotatedWith("org.springframework.stereotype.Component")
            .orShould()
            .beAnnotatedWith("org.springframework.stereotype.Service")
            .because("every module enters by its auto-configuration");

    @ArchTest
    static void modulesCallOnlyWhomTheySay(JavaClasses everything) {
        ApplicationModules.of("live.tributary.node").verify();
    }
}
