// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;

/** Where a team or a member is to be followed. */
public sealed interface Residence {

    record Here() implements Residence {}

    /**
     * On another server from now on.
     *
     * @param address such as {@code @kiln@pond.example}
     * @param page about it, over there
     */
    record Moved(String address, URI page) implements Residence {}
}
