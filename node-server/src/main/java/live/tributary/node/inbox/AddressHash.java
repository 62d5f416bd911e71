// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

import live.tributary.node.kernel.Sha256;

/** What is kept of something that was deleted: enough to know it again, too little to know what it was. */
final class AddressHash {

    private AddressHash() {}

    static byte[] of(URI address) {
        return Sha256.of(address.toString());
    }
}
