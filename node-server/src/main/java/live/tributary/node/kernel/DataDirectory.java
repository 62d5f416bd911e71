// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.nio.file.Path;

/** The folder below which the node keeps everything that must outlive it. */
public record DataDirectory(Path path) {

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }
}
