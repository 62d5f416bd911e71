// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

/** Of a node that keeps a directory: known by a module above this one, and there only where the node keeps one. */
public interface DirectoryRules {

    /** Path of the page that says by what rules teams are ordered. Teams elsewhere know by it that this is a directory. */
    String path();
}
