// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;

/**
 * Proxies in front of the server that say for whom they speak, by the PROXY protocol: a connection from there must begin
 * with its header, and the address in it is the publisher's. From anybody else such a header is no RTMP: it would let a
 * stranger choose the address that limits count by.
 */
public final class Proxies {

    /** There are none. */
    public static final Proxies NONE = new Proxies(List.of());

    private final List<IpSubnetFilterRule> ranges;

    private Proxies(List<IpSubnetFilterRule> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads addresses and networks in CIDR notation, such as {@code 10.0.0.7} or {@code fd00::/8}.
     *
     * @throws IllegalArgumentException for anything else, host names included: to look one up would block
     */
    public static Proxies parse(List<String> ranges) {
        return new Proxies(ranges.stream().map(Proxies::range).toList());
    }

    private static IpSubnetFilterRule range(String text) {
        int slash = text.indexOf('/');
        var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int bits = slash < 0 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }

    /** Whether this peer is one of them. */
    public boolean contain(InetSocketAddress peer) {
        return ranges.stream().anyMatch(range -> range.matches(peer));
    }
}
