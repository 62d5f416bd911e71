// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

/** Who decides in a directory: the owner of its node. */
final class Keeper {

    private Keeper() {}

    static void require(Actor actor, String deed) {
        switch (actor) {
            case Actor.NodeItself _ -> {}
            case Actor.SignedIn(var _, var nodeOwner) when nodeOwner -> {}
            case Actor.SignedIn _, Actor.Anonymous _ -> throw new NotAllowedException(actor, deed);
        }
    }
}
