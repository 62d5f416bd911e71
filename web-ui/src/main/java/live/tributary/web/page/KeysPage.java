// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;

/**
 * Stream keys of one member.
 *
 * @param server address for OBS
 * @param made the key that was just made
 * @param label what stands in the label field
 */
public record KeysPage(
        Frame frame,
        TeamBadge team,
        Person member,
        String server,
        List<Key> keys,
        Reveal made,
        String label,
        FormErrors errors)
        implements Page {

    public KeysPage {
        keys = List.copyOf(keys);
    }

    /** A key that may publish. Its text is not known any more. */
    public record Key(String id, String label, Instant createdAt, LastUse lastUse) {}

    /** When a key last opened a stream. */
    public sealed interface LastUse {

        /** Not yet. */
        record Never() implements LastUse {}

        /** The last time. */
        record At(Instant at) implements LastUse {}
    }
}
