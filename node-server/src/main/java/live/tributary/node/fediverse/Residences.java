// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import live.tributary.federation.vocab.outgoing.Residence;

/** Where our actors live, and lived before: known by a module above this one. Safe for any thread that may block. */
public interface Residences {

    Residence of(ActorId actor);
}
