// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;

/** An applicant whose password was good enough, and is a hash now. Only {@link Accounts#vet} makes one.
 *  <p>A class, because a public record's constructor would let anybody make one. */
public final class VettedApplicant {

    private final Handle handle;
    private final DisplayName name;
    private final String passwordHash;

    VettedApplicant(Handle handle, DisplayName name, String passwordHash) {
        this.handle = handle;
        this.name = name;
        this.passwordHash = passwordHash;
    }

    public Handle handle() {
        return handle;
    }

    public DisplayName name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }
}
