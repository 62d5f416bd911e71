// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;

import live.tributary.federation.vocab.HandoffKind;

/**
 * Somebody who was let in just now: where they came from, which their page shows and nothing keeps.
 *
 * @param page where they find it again
 */
public record Arrived(String name, URI page, HandoffKind kind) {}
