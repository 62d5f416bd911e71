// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import live.tributary.federation.http.RequestSigner;

/**
 * How the node signs what it fetches.
 *
 * @param usual tried first
 * @param withoutQuery tried once more on 401 where the address has a query: Fedify verifies the bare path, others the whole
 *     target
 */
public record GetSigners(RequestSigner usual, RequestSigner withoutQuery) {}
