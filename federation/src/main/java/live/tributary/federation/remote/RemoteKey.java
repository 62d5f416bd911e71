// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;

import live.tributary.federation.signature.VerifyingKey;

/**
 * A public key of another server's actor.
 *
 * @param keyId the name by which signatures call it
 * @param owner id of the actor that may sign with it
 */
public record RemoteKey(URI keyId, URI owner, VerifyingKey key) {}
