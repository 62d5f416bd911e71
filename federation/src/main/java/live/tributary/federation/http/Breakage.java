// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

/** In which way an exchange broke. */
public enum Breakage {
    /** Nobody accepts connections there. */
    NO_CONNECTION("accepts no connection"),
    /** The certificate is not for this name, has expired, or nobody known has signed it; or TLS failed otherwise. */
    NO_TRUST("has no certificate that this node can trust"),
    /** The connection ended in the middle. */
    BROKEN_OFF("broke off in the middle of its answer"),
    /** What came is not HTTP, or not packed as it says. */
    GARBLED("sent something that is not HTTP");

    private final String words;

    Breakage(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
