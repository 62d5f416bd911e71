// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.following.FollowingAutoConfiguration;
import live.tributary.node.following.LiveElsewhere;
import live.tributary.web.page.Frame;

/** Wires what everybody sees of those who are followed elsewhere. */
@AutoConfiguration(after = FollowingAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(LiveElsewhere.class)
public final class FollowedLiveAutoConfiguration {

    @Bean
    Frame.Part followingPart() {
        return Frame.Part.FOLLOWING;
    }

    @Bean
    RemoteCards remoteCards(LiveElsewhere live) {
        return new RemoteCards(live);
    }
}
