// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What others did with a broadcast or with the post beside it: known by a module above this one. Any thread that may block. */
public interface Responses {

    /** Of a node that listens to nobody. */
    Responses NONE = new Responses() {
        @Override
        public int likes(UUID video) {
            return 0;
        }

        @Override
        public int boosts(UUID video) {
            return 0;
        }

        @Override
        public List<URI> replies(UUID video) {
            return List.of();
        }
    };

    /** How many like it. */
    int likes(UUID video);

    /** How many elsewhere pointed their followers to it. */
    int boosts(UUID video);

    /** The answers that everybody may see, in the order in which they were written; as many as the watch page shows. */
    List<URI> replies(UUID video);
}
