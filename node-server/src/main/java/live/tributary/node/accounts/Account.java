// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;

/** A person who can log in.
 *  @param nodeOwner whether the person runs this node */
public record Account(AccountId id, Handle handle, DisplayName name, boolean nodeOwner) {}
