// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

/**
 * Somebody elsewhere, for people to read.
 *
 * @param host of their own address, in lower case: nobody can claim another's
 * @param handle the whole name, such as {@code @ana@pond.example}, as WebFinger confirmed it; empty where it has not
 * @param name as they wrote it; empty where it is not known
 * @param page for people to click on
 */
public record Somebody(URI id, String host, String handle, String name, URI page) {

    /** Their handle; their plain address where that has not been confirmed. */
    public String address() {
        return handle.isEmpty() ? id.toString() : handle;
    }

    /** What they are called. */
    @Override
    public String name() {
        return name.isBlank() ? address() : name;
    }
}
