// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ApplicationListener;

/** Tells the operator of a node that speaks plain HTTP to other machines what that means. */
final class PlainHttpWarning implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(PlainHttpWarning.class);

    private final ServerProperties server;

    PlainHttpWarning(ServerProperties server) {
        this.server = server;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent started) {
        if (overheard(server)) {
            log.warn(
                    "the pages come over plain HTTP: passwords can be read on the way. Set {} and {}; behind a proxy that"
                            + " encrypts, set server.address=127.0.0.1",
                    PemFiles.CERTIFICATE,
                    PemFiles.PRIVATE_KEY);
        }
    }

    static boolean overheard(ServerProperties server) {
        var address = server.getAddress();
        var othersReachIt = address == null || !address.isLoopbackAddress();
        return othersReachIt && !Ssl.isEnabled(server.getSsl());
    }
}
