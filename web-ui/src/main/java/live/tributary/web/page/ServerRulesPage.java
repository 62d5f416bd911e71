// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * The rules of this node about other servers.
 *
 * @param allowing which servers this node speaks with at all
 * @param form what stands in the fields of one rule
 */
public record ServerRulesPage(
        Frame frame,
        TeamBadge team,
        Person member,
        Allowing allowing,
        List<ServerRule> rules,
        ServerRule form,
        FormErrors errors)
        implements Page {

    public ServerRulesPage {
        rules = List.copyOf(rules);
    }

    /** Which servers this node speaks with, rules apart. */
    public sealed interface Allowing {

        /** With all of them. */
        record Everybody() implements Allowing {}

        /** With these only. */
        record Listed(List<String> domains) implements Allowing {
            public Listed {
                domains = List.copyOf(domains);
            }
        }
    }
}
