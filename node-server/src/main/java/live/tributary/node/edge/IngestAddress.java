// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;

import live.tributary.node.gate.Visitor;
import live.tributary.node.studio.RtmpPort;

/** Where an encoder connects, under the name by which the visitor reached the node: so it works from their desk. */
final class IngestAddress {

    private final RtmpPort port;

    IngestAddress(RtmpPort port) {
        this.port = port;
    }

    String of(Visitor visitor) {
        return port.address(URI.create(visitor.transport().origin()));
    }
}
