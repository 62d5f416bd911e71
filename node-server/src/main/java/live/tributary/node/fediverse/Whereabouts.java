// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells the operator of a node that is not on the fediverse what to change: nobody misses what nothing speaks of. */
final class Whereabouts implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(Whereabouts.class);

    private final Environment environment;

    Whereabouts(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent started) {
        if (!OnFederation.holds(environment)) {
            log.info(
                    "not on the fediverse: that needs an address with https in {}, at which others reach this node",
                    OnFederation.ADDRESS);
        }
    }
}
