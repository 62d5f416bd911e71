// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

/** Who is acting. Every front-door method that changes something takes one and checks it.
 *  <p>Blocking WebFlux handlers have no thread-bound security context, so it is an argument. */
public sealed interface Actor {

    /** Somebody who is not logged in. */
    Actor ANONYMOUS = new Anonymous();

    /** The node itself: its workers, its start, its console. Never made from a request. */
    Actor SYSTEM = new NodeItself();

    /** The type of {@link #ANONYMOUS}. */
    record Anonymous() implements Actor {}

    /** Somebody whose session was found.
     *  @param nodeOwner whether the account runs this node, at the time of the request */
    record SignedIn(AccountId account, boolean nodeOwner) implements Actor {}

    /** The type of {@link #SYSTEM}. */
    record NodeItself() implements Actor {}
}
