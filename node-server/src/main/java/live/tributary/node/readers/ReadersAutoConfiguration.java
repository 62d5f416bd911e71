// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.readers;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.signature.ClockWindow;
import live.tributary.federation.signature.SignatureReader;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.OnFederation;
import live.tributary.node.kernel.ConditionalOnFeature;

/** Wires who may read. */
@AutoConfiguration
@ConditionalOnFeature("fediverse")
@Conditional(OnFederation.class)
public final class ReadersAutoConfiguration {

    @Bean
    Readers readers(DomainPolicies policies, RemoteKeys keys, InstantSource clock) {
        var signatures = new SignatureReader(clock, ClockWindow.DEFAULT);
        return new Readers(policies, signatures, keys);
    }
}
