// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.nodeinfo;

/** The versions of NodeInfo that we speak, the newer one first. */
public enum NodeInfoSchema {
    V2_1("2.1"),
    /** The only one that Owncast reads. */
    V2_0("2.0");

    private final String version;

    NodeInfoSchema(String version) {
        this.version = version;
    }

    String version() {
        return version;
    }

    /** As the {@code rel} of a link, and as the profile of the media type. */
    String address() {
        return "http://nodeinfo.diaspora.software/ns/schema/" + version;
    }

    /** The {@code Content-Type} of a document. */
    public String mediaType() {
        return "application/json; profile=\"" + address() + "#\"";
    }
}
