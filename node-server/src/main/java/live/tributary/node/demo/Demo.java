// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

import live.tributary.node.accounts.LoginLinks;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.Actor;
import live.tributary.node.studio.RtmpPort;

/**
 * Puts the demo team on air when the node stands, says where to look, and takes it off before the node goes.
 *
 * <p>Spring starts it after the RTMP port, on which it depends, and stops it before.
 */
final class Demo implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

    private static final URI LOOPBACK = URI.create("http://127.0.0.1");

    private final DemoTeam team;
    private final DemoStudio studio;
    private final LoginLinks loginLinks;
    private final Node node;
    private final RtmpPort rtmp;
    private volatile @Nullable OnAir onAir;

    /** A seat and the publisher that fills it. */
    private record OnAir(DemoSeat seat, DemoPublisher publisher) {}

    Demo(DemoTeam team, DemoStudio studio, LoginLinks loginLinks, Node node, RtmpPort rtmp) {
        this.team = team;
        this.studio = studio;
        this.loginLinks = loginLinks;
        this.node = node;
        this.rtmp = rtmp;
    }

    @Override
    public void start() {
        DemoSeat seat = team.takeSeat();
        onAir = new OnAir(seat, studio.publish(seat.channel().id(), rtmp.address(LOOPBACK)));
    }

    /** Last of all, so that the links stand below the start's log lines. To the console, not to the log: one is secret. */
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        OnAir now = onAir;
        if (now != null) {
            URI studioLink =
                    loginLinks.issue(Actor.SYSTEM, now.seat().account().id()).address();
            System.out.printf("""

                      The demo is going on air.

                        Watch    %s
                        Studio   %s
                                 (signs in once, as the owner of the demo)
                        Stop     Ctrl-C

                    """, node.link(now.seat().watchPath()), studioLink);
        }
    }

    @Override
    public void stop() {
        OnAir last = onAir;
        onAir = null;
        if (last != null) {
            last.publisher().close();
        }
    }

    @Override
    public boolean isRunning() {
        return onAir != null;
    }
}
