// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

import live.tributary.fixtures.HouseRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

@AnalyzeClasses(packages = "live.tributary.ingest.rtmp")
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule NEEDS_NETTY_AND_NOTHING_ELSE = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Test")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "live.tributary.transcoder..");

    @ArchTest
    static final ArchRule ONLY_THE_SESSION_LOGS = noClasses()
            .that()
            .resideOutsideOfPackage("..session..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..");

    @ArchTest
    static final ArchRule BYTES_FLOW_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("amf")
            .definedBy("..rtmp.amf..")
            .layer("handshake")
            .definedBy("..rtmp.handshake..")
            .layer("chunk")
            .definedBy("..rtmp.chunk..")
            .layer("message")
            .definedBy("..rtmp.message..")
            .layer("tag")
            .definedBy("..rtmp.tag..")
            .layer("session")
            .definedBy("..rtmp.session..")
            .whereLayer("session")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("handshake")
            .mayOnlyBeAccessedByLayers("session")
            .whereLayer("tag")
            .mayOnlyBeAccessedByLayers("session")
            .whereLayer("message")
            .mayOnlyBeAccessedByLayers("session")
            .whereLayer("chunk")
            .mayOnlyBeAccessedByLayers("message", "session");
}
