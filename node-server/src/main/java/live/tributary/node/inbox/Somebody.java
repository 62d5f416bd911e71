// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

/**
 * Somebody elsewhere, for people to read.
 *
 * @param host of their own address, in lower case: nobody can claim another's
 * @param handle the name before the host; empty where it is not known
 * @param name as they wrote it; empty where it is not known
 * @param page for people to click on
 */
public record Somebody(URI id, String host, String handle, String name, URI page) {

    /** Such as {@code @ana@pond.example}; the plain address where the handle is not known. */
    public String address() {
        return handle.isEmpty() ? id.toString() : "@%s@%s".formatted(handle, host);
    }

    /** What they are called. */
    @Override
    public String name() {
        return name.isBlank() ? address() : name;
    }
}
