// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Starts a node, or runs a command in its place: {@code login-link}, beside the node that runs, or {@code fairturn}.
 *  <p>There is no component scan: every module, ours or a stranger's, enters by its auto-configuration. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public final class TributaryNode {

    private TributaryNode() {}

    static void main(String[] arguments) {
        if (arguments.length > 0) {
            var others = Arrays.copyOfRange(arguments, 1, arguments.length);
            switch (arguments[0]) {
                case LoginLinkCommand.NAME -> System.exit(LoginLinkCommand.run(others, System.out, System.err));
                case FairTurnCommand.NAME -> System.exit(FairTurnCommand.run(others, System.out, System.err));
                default -> {}
            }
        }
        SpringApplication.run(TributaryNode.class, arguments);
    }
}
