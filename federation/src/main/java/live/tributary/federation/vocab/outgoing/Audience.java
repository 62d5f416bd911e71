// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

import live.tributary.federation.vocab.ActivityStreams;

/**
 * Who is addressed. Always whole addresses, never {@code as:Public}.
 *
 * @param to who is meant
 * @param cc who gets it too
 */
public record Audience(List<URI> to, List<URI> cc) {

    public Audience {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    /** Everybody, and delivered to {@code cc}. */
    public static Audience everybody(URI... cc) {
        return new Audience(List.of(ActivityStreams.PUBLIC), List.of(cc));
    }

    /** One actor alone. */
    public static Audience only(URI actor) {
        return new Audience(List.of(actor), List.of());
    }
}
