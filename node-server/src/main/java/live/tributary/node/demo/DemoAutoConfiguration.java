// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import live.tributary.node.accounts.Accounts;
import live.tributary.node.accounts.LoginLinks;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.DataDirectory;
import live.tributary.node.studio.RtmpPort;
import live.tributary.node.team.Members;
import live.tributary.node.team.Teams;

/** Wires the demo, where {@code tributary.demo.enabled} asks for it. */
@AutoConfiguration
@ConditionalOnProperty("tributary.demo.enabled")
@EnableConfigurationProperties(DemoProperties.class)
public final class DemoAutoConfiguration {

    @Bean
    DemoTeam demoTeam(Node node, Accounts accounts, Teams teams, Members members, Channels channels) {
        return new DemoTeam(node, accounts, teams, members, channels);
    }

    @Bean
    DemoStudio demoStudio(Broadcasts broadcasts, StreamKeys keys, DataDirectory data, InstantSource clock) {
        return new DemoStudio(broadcasts, keys, data, clock);
    }

    @Bean
    Demo demo(DemoTeam team, DemoStudio studio, LoginLinks loginLinks, Node node, RtmpPort rtmp) {
        return new Demo(team, studio, loginLinks, node, rtmp);
    }
}
