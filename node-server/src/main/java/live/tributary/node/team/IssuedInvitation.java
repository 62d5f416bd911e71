// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import live.tributary.node.kernel.Secret;

/** A new invitation with the token of its link {@code /invite/{token}}, which is shown now and never again. */
public record IssuedInvitation(Invitation invitation, Secret token) {}
