// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.URI;

/**
 * Something to deliver. A redirect is answered as it came and never followed.
 *
 * @param body not written to afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record Post(URI address, String contentType, byte[] body, RequestSigner signer) {}
