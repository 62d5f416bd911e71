// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

import live.tributary.fixtures.HouseRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "live.tributary.web")
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

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
