// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what the node thinks of other hosts.
 *
 * @param allowListOnly whether the node talks only to hosts that the operator allowed
 */
@ConfigurationProperties("tributary.domains")
record DomainsProperties(@DefaultValue("false") boolean allowListOnly) {}
