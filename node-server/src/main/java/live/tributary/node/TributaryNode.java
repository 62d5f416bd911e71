// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Starts a node.
 *  <p>There is no component scan: every module, ours or a stranger's, enters by its auto-configuration. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public final class TributaryNode {

    private TributaryNode() {}

    static void main(String[] arguments) {
        SpringApplication.run(TributaryNode.class, arguments);
    }
}
