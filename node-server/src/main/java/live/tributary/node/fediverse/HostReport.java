// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.signature.SignatureKind;

/**
 * How deliveries to one host go, for the operator.
 *
 * @param queued how many wait
 * @param arrived how many arrived, of those that are still remembered
 * @param lost how many were refused, grew too old or were dropped, of those that are still remembered
 * @param signature which kind it is sent
 * @param lastAnswer to the last attempt, in words; empty before the first
 */
public record HostReport(
        String host, int queued, int arrived, int lost, Breaker breaker, SignatureKind signature, String lastAnswer) {}
