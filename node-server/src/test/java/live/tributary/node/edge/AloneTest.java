// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A node whose feature {@code fediverse} is off. */
@ExtendWith(PostgresExtension.class)
class AloneTest {

    @Test
    void showsNothingOfOtherServers(TestDatabase database) {
        try (var node = RunningNode.start(
                database, "tributary.features.fediverse=false", "tributary.fediverse.test-loopback=true")) {
            House.on(node);
            var owner = new WebVisitor(node.web());
            owner.logIn(House.OWNER, House.PASSWORD);
            for (var path : new String[] {
                "/@river/follow", "/studio/fediverse", "/studio/fediverse/following", "/studio/servers"
            }) {
                assertThat(owner.get(path).status()).as(path).isEqualTo(404);
            }
            var studio = owner.get("/studio/members").page();
            assertThat(studio.select("a[href^=/studio/fediverse], a[href^=/studio/servers]"))
                    .isEmpty();
            var team = owner.get("/@river").page();
            assertThat(team.select("a[href$=/follow], link[type=application/activity+json]"))
                    .isEmpty();
            assertThat(team.select(".hero .address").text()).isEqualTo("@river");
        }
    }
}
