// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;

/** What somebody asks this node's WebFinger about. */
public sealed interface Resource {

    /**
     * An account of this node by its name: {@code acct:ana@H} or its page {@code https://H/@ana}.
     *
     * @param name in lower case
     */
    record Named(String name) implements Resource {}

    /** Perhaps an actor of this node by its id. */
    record ById(URI id) implements Resource {}

    /** The node itself (FEP-d556): {@code https://H/}. */
    record TheNode() implements Resource {}

    /** Somebody elsewhere, or nothing that has a name. */
    record NotOurs() implements Resource {}
}
