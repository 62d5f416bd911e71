// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

import live.tributary.fixtures.HouseRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

/** Who may import what in this module. */
@AnalyzeClasses(packages = "live.tributary.transcoder", importOptions = ImportOption.DoNotIncludeJars.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    /** Tests stand outside: they may look into every room. */
    @ArchTest
    static final ArchRule PACKAGES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("live.tributary.transcoder..")
            .layer("front door")
            .definedBy("live.tributary.transcoder")
            .layer("packager")
            .definedBy("..transcoder.packager")
            .layer("ffmpeg")
            .definedBy("..transcoder.ffmpeg")
            .layer("ladder")
            .definedBy("..transcoder.ladder")
            .layer("flv")
            .definedBy("..transcoder.flv")
            .layer("hls")
            .definedBy("..transcoder.hls")
            .layer("store")
            .definedBy("..transcoder.hls.store")
            .layer("mp4")
            .definedBy("..transcoder.mp4")
            .layer("timeline")
            .definedBy("..transcoder.timeline")
            .layer("codec")
            .definedBy("..transcoder.codec")
            .layer("media")
            .definedBy("..transcoder.media")
            .optionalLayer("clips")
            .definedBy("..transcoder.clip")
            .whereLayer("front door")
            .mayOnlyBeAccessedByLayers("clips")
            .whereLayer("packager")
            .mayOnlyBeAccessedByLayers("front door", "clips")
            .whereLayer("hls")
            .mayOnlyBeAccessedByLayers("front door", "packager", "ffmpeg", "ladder", "store", "clips")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("front door")
            .whereLayer("ffmpeg")
            .mayOnlyBeAccessedByLayers("front door", "packager")
            .whereLayer("flv")
            .mayOnlyBeAccessedByLayers("ffmpeg")
            .whereLayer("mp4")
            .mayOnlyBeAccessedByLayers("packager")
            .whereLayer("timeline")
            .mayOnlyBeAccessedByLayers("packager")
            .whereLayer("codec")
            .mayOnlyBeAccessedByLayers("packager", "mp4");

    @ArchTest
    static final ArchRule ONLY_HLS_SEES_NETTY = noClasses()
            .that()
            .resideOutsideOfPackages("..transcoder.hls..", "..transcoder.clip..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..")
            .because("a part is written into the ByteBuffer that the window hands out");

    @ArchTest
    static final ArchRule NO_TRANSPORT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty.channel..", "io.netty.handler..")
            .because("this library moves no bytes over networks");

    @ArchTest
    static final ArchRule ONLY_FFMPEG_SEES_JAVACPP = noClasses()
            .that()
            .resideOutsideOfPackage("..transcoder.ffmpeg..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule NO_HOUSE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "java.sql..", "live.tributary.node..", "live.tributary.ingest..")
            .because("the libraries know neither each other, nor Spring, nor SQL");
}
