// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;

/** Somebody who wants an account. */
public record Applicant(Handle handle, DisplayName name, Password password) {}
