// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import java.net.URI;

import live.tributary.node.domains.DomainName;

/** Who is kept out. */
public sealed interface Stranger {

    /** As the table has it. */
    String text();

    /** One account.
     *  @param id its address */
    record Somebody(URI id) implements Stranger {

        @Override
        public String text() {
            return id.toString();
        }
    }

    /** Everybody on a server, and on those below it. */
    record Server(DomainName name) implements Stranger {

        @Override
        public String text() {
            return name.value();
        }
    }
}
