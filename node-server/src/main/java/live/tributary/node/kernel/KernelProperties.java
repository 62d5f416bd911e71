// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings of the whole node.
 *  @param dataDirectory where the node keeps its data: {@code data} below the working directory, but
 *      {@code /var/lib/tributary} for root, whose database runs as another user that must reach it */
@ConfigurationProperties("tributary")
record KernelProperties(@Nullable Path dataDirectory) {

    static final Path FOR_ROOT = Path.of("/var/lib/tributary");
    static final Path FOR_OTHERS = Path.of("data");

    DataDirectory directoryFor(String systemUser) {
        if (dataDirectory != null) {
            return new DataDirectory(dataDirectory);
        }
        return new DataDirectory(systemUser.equals("root") ? FOR_ROOT : FOR_OTHERS);
    }
}
