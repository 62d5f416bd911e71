// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** Who is looking at the page. */
public sealed interface Visitor {

    /** Whether the page came over plain HTTP, where others may read along. */
    boolean overheard();

    /** Somebody who is not signed in, but may be about to type a password. */
    record Guest(boolean overheard) implements Visitor {}

    /**
     * A member of a team on this node.
     *
     * @param person shown in the corner
     * @param owner whether this is the owner of the node, who may also see to its teams
     */
    record SignedIn(Person person, boolean owner, boolean overheard) implements Visitor {}
}
