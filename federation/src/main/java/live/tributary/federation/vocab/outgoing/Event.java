// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;

/**
 * A date on which a team will be on air (FEP-8a8e). When it ends nobody knows.
 *
 * @param group the team
 * @param name plain text
 * @param page where it will be
 * @param announced when the team said so
 */
public record Event(URI id, URI group, String name, Instant start, URI page, Instant announced) {}
