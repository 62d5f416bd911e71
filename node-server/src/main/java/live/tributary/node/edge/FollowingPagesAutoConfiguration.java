// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.following.Followings;

/** Wires the page of the studio about whom to follow. */
@AutoConfiguration(after = {FollowedLiveAutoConfiguration.class, ServerPagesAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnBean({RemoteCards.class, Studio.class})
public final class FollowingPagesAutoConfiguration {

    @Bean
    FollowingController followingController(
            Followings followings, RemoteCards cards, RemoteFaces faces, Studio studio) {
        return new FollowingController(followings, cards, faces, studio);
    }
}
