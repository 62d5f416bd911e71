// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.util.List;

/**
 * What a list would change, before it does. What stands in the node's own list only, stays.
 *
 * @param unchanged policies of the list that the node has already
 * @param warnings lines that are left out, with the reason, in words for the operator
 */
public record PolicyImport(List<PolicyChange> changes, int unchanged, List<String> warnings) {

    public PolicyImport {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }
}
