// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

/** The answer to somebody who founds a team. */
public sealed interface Founding {

    /** The founder is its first owner. */
    record Founded(Team team, Member founder) implements Founding {}

    /** Another team of this node has the handle. */
    record HandleTaken() implements Founding {}
}
