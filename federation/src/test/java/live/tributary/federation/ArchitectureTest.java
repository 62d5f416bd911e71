// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

import live.tributary.fixtures.HouseRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Who may import what in this module. */
@AnalyzeClasses(packages = "live.tributary.federation", importOptions = ImportOption.DoNotIncludeJars.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule ONLY_JSONLD_SEES_TITANIUM = noClasses()
            .that()
            .resideOutsideOfPackage("..federation.jsonld..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.apicatalog..", "jakarta.json..");

    @ArchTest
    static final ArchRule ONLY_HTTP_SEES_THE_NETWORK = noClasses()
            .that()
            .resideOutsideOfPackage("..federation.http..")
            .and()
            .haveSimpleNameNotEndingWith("Test")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "reactor..", "java.net.http..")
            .because("every remote byte enters through the guarded client");

    @ArchTest
    static final ArchRule NO_HOUSE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "java.sql..",
                    "live.tributary.node..",
                    "live.tributary.ingest..",
                    "live.tributary.transcoder..")
            .because("the libraries know neither each other, nor Spring, nor SQL");
}
