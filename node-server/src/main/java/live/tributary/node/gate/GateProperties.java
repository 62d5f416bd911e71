// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the door of the node lets through.
 *
 * @param trustedProxies addresses or networks whose {@code X-Forwarded-…} headers are believed
 * @param plainHttpLogin whether people may log in over plain HTTP from public addresses too: their password and
 *     session can then be read by everybody on the way
 * @param pagesPerMinute pages one address prefix may ask for in a minute
 * @param apiCallsPerMinute API calls one address prefix may make in a minute
 * @param viewerPollsPerMinute how often the pages of all viewers behind one address prefix may ask how a channel stands
 * @param accountsPerHour tries one address prefix has in an hour to make an account
 * @param followsPerHour how often one address prefix may have other servers asked where they let people follow
 * @param deliveriesPerMinute what servers of the Fediverse behind one address prefix may post in a minute
 * @param requestHeadTime how long the head of a request may take to arrive, and a pause in its body
 */
@ConfigurationProperties("tributary.gate")
public record GateProperties(
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> trustedProxies,
        @DefaultValue("false") boolean plainHttpLogin,
        @DefaultValue("120") int pagesPerMinute,
        @DefaultValue("300") int apiCallsPerMinute,
        @DefaultValue("6000") int viewerPollsPerMinute,
        @DefaultValue("10") int accountsPerHour,
        @DefaultValue("30") int followsPerHour,
        @DefaultValue("1200") int deliveriesPerMinute,
        @DefaultValue("10s") Duration requestHeadTime) {

    public GateProperties {
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(NetworkRange::parse);
        if (IntStream.of(
                        pagesPerMinute,
                        apiCallsPerMinute,
                        viewerPollsPerMinute,
                        accountsPerHour,
                        followsPerHour,
                        deliveriesPerMinute)
                .anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("tributary.gate: a limit below 1 would lock everybody out");
        }
        if (!requestHeadTime.isPositive()) {
            throw new IllegalArgumentException("tributary.gate.request-head-time must be positive");
        }
    }
}
