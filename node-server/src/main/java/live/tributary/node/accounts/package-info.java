// SPDX-License-Identifier: AGPL-3.0-or-later
/** People who can log in: passwords, sessions, login links, and how often somebody may guess.
 *  <p>Tables {@code accounts.account}, {@code accounts.session}, {@code accounts.login_link}. No events.
 *  It may call {@code instance}, because the first account is made by claiming the node. */
@NullMarked
@ApplicationModule(
        displayName = "accounts",
        allowedDependencies = {"kernel", "instance"})
package live.tributary.node.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
