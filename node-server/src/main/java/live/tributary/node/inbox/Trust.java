// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

/** What speaks for an activity being its actor's. */
enum Trust {
    /** The actor's key: of the request, or of a proof inside (FEP-8b32). */
    SIGNED,
    /** Nothing yet: somebody else passed it on, and its object has to be asked for where it is from (FEP-fe34). */
    PASSED_ON
}
