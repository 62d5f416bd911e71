// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.List;
import java.util.Map;

/**
 * A shared library that a program needs and this machine lacks.
 *
 * @param file the name it is loaded by, for example {@code libxcb.so.1}
 * @param debianPackage the package that brings it, or a hint how to find it
 */
public record MissingLibrary(String file, String debianPackage) {

    /** What the bundled build links outside its own folder, by way of libavdevice. */
    private static final Map<String, String> DEBIAN_PACKAGES = Map.of(
            "libxcb.so.1", "libxcb1",
            "libxcb-shm.so.0", "libxcb-shm0",
            "libasound.so.2", "libasound2 (libasound2t64 from Debian 13 on)",
            "libpulse.so.0", "libpulse0",
            "libstdc++.so.6", "libstdc++6",
            "libgcc_s.so.1", "libgcc-s1");

    /** Reads the answer of {@code ldd}: one line a library, {@code libxcb.so.1 => not found} for a missing one. */
    static List<MissingLibrary> inAnswerOfLdd(String answer) {
        return answer.lines()
                .filter(line -> line.endsWith("=> not found"))
                .map(line -> line.substring(0, line.indexOf("=>")).strip())
                .distinct()
                .map(file -> new MissingLibrary(file, DEBIAN_PACKAGES.getOrDefault(file, "apt-file search " + file)))
                .toList();
    }
}
