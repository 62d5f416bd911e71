// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says where this node may connect to when a stranger names an address. Immutable.
 *
 * <p>An address is asked for twice: its text before a name is looked up, and every number that the name leads to before
 * anything is connected.
 */
public final class AddressGuard {

    private static final int HTTPS_PORT = 443;

    private static final String HTTPS = "https";

    /** Also "0x7f.1" and "127.1", which some resolvers take for a number (WHATWG URL, "ends in a number"). */
    private static final Pattern NUMBER = Pattern.compile("(?i)\\[.*]|(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private final boolean onlyWeb;
    private final List<AddressRange> alsoAllowed;

    private AddressGuard(boolean onlyWeb, List<AddressRange> alsoAllowed) {
        this.onlyWeb = onlyWeb;
        this.alsoAllowed = alsoAllowed;
    }

    /** The rule of every real node: https on port 443 of named hosts with public addresses only. */
    public static AddressGuard internet() {
        return new AddressGuard(true, List.of());
    }

    /**
     * For tests on one machine: loopback addresses, http, any port, and hosts without a name are let through as well.
     * Other private addresses stay forbidden.
     */
    public static AddressGuard testLoopback() {
        return testLoopback("127.0.0.0/8", "::1/128");
    }

    /** As {@link #testLoopback()}, with a part of the loopback network standing for the forbidden ones. */
    static AddressGuard testLoopback(String... ranges) {
        return new AddressGuard(
                false, List.of(ranges).stream().map(AddressRange::of).toList());
    }

    /** What speaks against this address as it is written; nothing is looked up. */
    public Optional<Refusal> refusal(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || address.getRawUserInfo() != null || host.endsWith(".")) {
            return Optional.of(Refusal.NOT_AN_ADDRESS);
        }
        boolean https = scheme.equalsIgnoreCase(HTTPS);
        if (!https && (onlyWeb || !scheme.equalsIgnoreCase("http"))) {
            return Optional.of(Refusal.NOT_HTTPS);
        }
        return onlyWeb ? refusalOnTheWeb(address, host) : Optional.empty();
    }

    private static Optional<Refusal> refusalOnTheWeb(URI address, String host) {
        if (address.getPort() != -1 && address.getPort() != HTTPS_PORT) {
            return Optional.of(Refusal.OTHER_PORT);
        }
        if (NUMBER.matcher(host).matches()) {
            return Optional.of(Refusal.NUMBER_FOR_A_HOST);
        }
        return host.contains(".") ? Optional.empty() : Optional.of(Refusal.LOCAL_NAME);
    }

    /** Whether this node may connect to this number. */
    public boolean allows(InetAddress address) {
        return PublicAddresses.contain(address) || alsoAllowed.stream().anyMatch(range -> range.contains(address));
    }
}
