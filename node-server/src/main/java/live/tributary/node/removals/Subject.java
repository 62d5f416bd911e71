// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.net.URI;

/**
 * A team that is taken off, as the directory knew it.
 *
 * @param id address of its actor
 * @param host of the address
 * @param name may be empty
 * @param admitted whether the owner had named it
 * @param invite with which it asked, as it was received; empty where it never did
 */
public record Subject(URI id, String host, String name, boolean admitted, String invite) {}
