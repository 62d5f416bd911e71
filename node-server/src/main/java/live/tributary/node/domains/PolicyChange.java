// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

/** What a list that somebody brings would change. */
public sealed interface PolicyChange {

    DomainPolicy after();

    /** There is no policy for this domain yet. */
    record Added(DomainPolicy after) implements PolicyChange {}

    /** There is another. */
    record Changed(DomainPolicy before, DomainPolicy after) implements PolicyChange {}
}
