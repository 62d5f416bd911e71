// SPDX-License-Identifier: AGPL-3.0-or-later
/** The node itself: its name and address, who owns it, and the claim by which the first owner takes it.
 *  <p>Table {@code instance.node}, one row. No events. */
@NullMarked
@ApplicationModule(displayName = "instance", allowedDependencies = "kernel")
package live.tributary.node.instance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
