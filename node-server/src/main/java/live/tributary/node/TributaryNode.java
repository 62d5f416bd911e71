// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Starts a node, or runs a command beside the node that runs: {@code login-link}.
 *  <p>There is no component scan: every module, ours or a stranger's, enters by its auto-configuration. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public final class TributaryNode {

    private TributaryNode() {}

    static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(LoginLinkCommand.NAME)) {
            var settings = Arrays.copyOfRange(arguments, 1, arguments.length);
            System.exit(LoginLinkCommand.run(settings, System.out, System.err));
        }
        SpringApplication.run(TributaryNode.class, arguments);
    }
}
