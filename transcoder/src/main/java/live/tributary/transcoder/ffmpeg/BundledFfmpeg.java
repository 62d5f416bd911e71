// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Loader;

import live.tributary.transcoder.ffmpeg.FfmpegExecutable.Absent;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable.Finding;
import live.tributary.transcoder.ffmpeg.FfmpegExecutable.Found;

/**
 * The program inside the JavaCPP presets.
 *
 * <p>{@code Loader.load} would map every FFmpeg library into this JVM, and {@code Loader.cacheResources} keeps one
 * cache for the whole JVM. Copying the preset's folder does neither, and the program finds its libraries beside itself.
 */
final class BundledFfmpeg {

    /** The build with x264 and x265; it is why Tributary as a whole is under the AGPL. */
    private static final String FLAVOUR = "-gpl";

    private BundledFfmpeg() {}

    static Finding unpack(Path cacheDirectory) throws IOException {
        String platform = Loader.getPlatform() + FLAVOUR;
        URL preset = BundledFfmpeg.class.getResource("/org/bytedeco/ffmpeg/" + platform + "/");
        if (preset == null) {
            return new Absent("There is no bundled ffmpeg for %s. Install one and name it in %s."
                    .formatted(platform, FfmpegExecutable.VARIABLE));
        }
        Path home = cacheDirectory.resolve("ffmpeg-" + version() + "-" + platform);
        if (!Files.isDirectory(home)) {
            unpack(preset, home);
        }
        return new Found(new FfmpegExecutable(home.resolve("ffmpeg").toAbsolutePath()));
    }

    /** Unpacks aside and moves in one step, so that a killed or a second process never leaves half a folder. */
    private static void unpack(URL preset, Path home) throws IOException {
        Path cacheDirectory = Files.createDirectories(home.toAbsolutePath().getParent());
        Path aside = Files.createTempDirectory(cacheDirectory, "unpacking-");
        Loader.extractResource(preset, aside.toFile(), null, null);
        for (String program : new String[] {"ffmpeg", "ffprobe"}) {
            if (!aside.resolve(program).toFile().setExecutable(true)) {
                throw new IOException("cannot make %s executable".formatted(aside.resolve(program)));
            }
        }
        try {
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherProcessWasFaster) {
            deleteFolder(aside);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static String version() throws IOException {
        var properties = new Properties();
        try (InputStream in =
                BundledFfmpeg.class.getResourceAsStream("/META-INF/maven/org.bytedeco/ffmpeg/pom.properties")) {
            if (in == null) {
                throw new IOException("the FFmpeg preset does not name its version");
            }
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
