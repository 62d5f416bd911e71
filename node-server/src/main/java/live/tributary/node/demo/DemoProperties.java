// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo.
 *
 * @param enabled whether a demo team goes on air at the start; never on a node that people use
 */
@ConfigurationProperties("tributary.demo")
record DemoProperties(@DefaultValue("false") boolean enabled) {}
