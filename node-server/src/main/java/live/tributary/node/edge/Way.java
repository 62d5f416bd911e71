// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;

import live.tributary.web.page.FieldError;

/** Whether a visitor's own server lets them follow somebody. */
sealed interface Way {

    /** On this page of it. */
    record Open(URI page) implements Way {}

    /** Not that we know. */
    record Closed(FieldError why) implements Way {}
}
