// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

import live.tributary.node.kernel.Actor;

/** Prints the claim link at each start until somebody followed it. The one secret that the log may hold. */
final class ClaimAnnouncement implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(ClaimAnnouncement.class);

    private final Node node;

    ClaimAnnouncement(Node node) {
        this.node = node;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent started) {
        node.issueClaimLink(Actor.SYSTEM).ifPresent(ClaimAnnouncement::print);
    }

    private static void print(ClaimLink link) {
        log.info(
                "this node has no owner yet. Open this link to make it yours (once, within {} minutes): {}",
                link.validFor().toMinutes(),
                link.address());
    }
}
