// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.following.FollowingAutoConfiguration;
import live.tributary.node.following.LiveElsewhere;

/** Wires what everybody sees of those who are followed elsewhere. */
@AutoConfiguration(after = FollowingAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(LiveElsewhere.class)
public final class FollowedLiveAutoConfiguration {

    @Bean
    RemoteCards remoteCards(LiveElsewhere live) {
        return new RemoteCards(live);
    }
}
