// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;

import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.Neighbour;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.fixtures.WebVisitor.Reply;

/**
 * A node that is on the Fediverse of this machine, those who look at its pages, and another server. Owned by the test class,
 * which closes it.
 */
final class OpenHouse implements AutoCloseable {

    static final String RULES = "/studio/servers/rules";

    final RunningNode node;
    final WebVisitor owner;
    /** A streamer of the team, who owns neither it nor the node. */
    final WebVisitor member;

    final WebVisitor stranger;
    final Neighbour neighbour = new Neighbour();

    OpenHouse(TestDatabase database, Path data) {
        node = RunningNode.start(
                database, "tributary.fediverse.test-loopback=true", "tributary.data-directory=" + data);
        House.on(node);
        stranger = new WebVisitor(node.web());
        owner = new WebVisitor(node.web());
        owner.logIn(House.OWNER, House.PASSWORD);
        member = invited("Ben", "ben");
    }

    /** A streamer of the team, who owns neither it nor the node. */
    WebVisitor invited(String name, String handle) {
        owner.submit(owner.get("/studio/members"), "/studio/invitations", Map.of());
        var link =
                owner.get("/studio/members").page().select("#invitation-link").val();
        var path = link.substring(link.indexOf("/invite/"));
        var guest = new WebVisitor(node.web());
        guest.submit(
                guest.get(path), path, Map.of("name", name, "handle", handle, "password", "rowing against the stream"));
        return guest;
    }

    static int year() {
        return InstantSource.system()
                .instant()
                .plus(Duration.ofDays(7))
                .atZone(ZoneOffset.UTC)
                .getYear();
    }

    /** The owner makes a rule. */
    Reply rule(String domain, String severity) {
        var fields = Map.of("domain", domain, "severity", severity, "reject-media", "yes", "comment", "");
        return owner.submit(owner.get(RULES), RULES, fields);
    }

    @Override
    public void close() {
        neighbour.close();
        node.close();
    }
}
