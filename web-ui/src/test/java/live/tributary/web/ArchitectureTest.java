// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import live.tributary.fixtures.HouseRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "live.tributary.web")
class ArchitectureTest {

    @ArchTest
    static final ArchRule NOBODY_READS_THE_WALL_CLOCK_DIRECTLY = HouseRules.NOBODY_READS_THE_WALL_CLOCK_DIRECTLY;

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = HouseRules.NOBODY_SLEEPS;

    @ArchTest
    static final ArchRule NO_TEST_IS_SWITCHED_OFF = HouseRules.NO_TEST_IS_SWITCHED_OFF;

    @ArchTest
    static final ArchRule NO_TEST_SKIPS_ITSELF = HouseRules.NO_TEST_SKIPS_ITSELF;

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = HouseRules.NO_FIELD_INJECTION;

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE = HouseRules.NO_STATIC_MUTABLE_STATE;

    @ArchTest
    static final ArchRule A_PAGE_KNOWS_NOTHING_OF_THE_HOUSE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "live.tributary.node..",
                    "live.tributary.transcoder..",
                    "live.tributary.ingest..",
                    "org.springframework..",
                    "io.netty..",
                    "java.sql..");

    @ArchTest
    static final ArchRule ONLY_THE_FRONT_DOOR_RENDERS = noClasses()
            .that()
            .resideOutsideOfPackages("live.tributary.web.page", "live.tributary.web.template..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gg.jte..")
            .because("templates are an inner matter of Pages");
}
