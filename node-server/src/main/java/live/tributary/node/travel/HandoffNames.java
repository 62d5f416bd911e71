// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import live.tributary.node.fediverse.Addresses;
import live.tributary.node.kernel.UuidV7;

/** Reads addresses of this node's hand-offs, as others send them back. */
final class HandoffNames {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Addresses addresses;

    HandoffNames(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * Which hand-off it is.
     *
     * @param video whose
     * @param number running, from 1
     */
    record Name(UUID video, int number) {}

    /** Empty for whatever is none. */
    Optional<Name> read(URI address) {
        var text = address.toString();
        int slash = text.lastIndexOf('/');
        var number = text.substring(slash + 1);
        var video = text.substring(Math.max(0, text.lastIndexOf('/', slash - 1) + 1), Math.max(0, slash));
        return UuidV7.parse(video)
                .filter(_ -> NUMBER.matcher(number).matches())
                .map(id -> new Name(id, Integer.parseInt(number)))
                .filter(name -> addresses.handoff(name.video(), name.number()).equals(address));
    }
}
