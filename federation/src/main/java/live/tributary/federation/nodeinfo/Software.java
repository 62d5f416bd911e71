// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.nodeinfo;

/**
 * What a server says it runs. Shown to the operator; nothing is decided by it.
 *
 * @param name in the spelling of its server
 * @param version may be empty
 */
public record Software(String name, String version) {}
