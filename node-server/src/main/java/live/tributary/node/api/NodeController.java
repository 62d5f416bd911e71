// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.instance.Node;
import live.tributary.node.kernel.Features;
import live.tributary.node.roster.Roster;

/** What everybody may know of the node. */
@RestController
final class NodeController {

    private final Node node;
    private final Features features;
    private final Roster roster;
    private final String version;

    NodeController(Node node, Features features, Roster roster, String version) {
        this.node = node;
        this.features = features;
        this.roster = roster;
        this.version = version;
    }

    @GetMapping("/api/v1/node")
    NodeAnswer node() {
        var address = node.link("/").toString();
        return new NodeAnswer(node.name().value(), address, "tributary", version, List.copyOf(features.on()));
    }

    @GetMapping("/api/v1/live")
    LiveAnswer live() {
        return new LiveAnswer(roster.live().stream().map(LiveAnswer.Entry::of).toList());
    }

    /** {@code Node} of the contract. */
    record NodeAnswer(String name, String address, String software, String version, List<String> features) {}
}
