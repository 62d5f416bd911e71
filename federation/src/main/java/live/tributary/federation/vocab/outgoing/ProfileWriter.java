// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.outgoing.ProfileLink.Kind;

/** Pictures and links of an actor. */
final class ProfileWriter {

    private ProfileWriter() {}

    static void decorate(ObjectNode body, ActorProfile profile) {
        if (!profile.pictures().isEmpty()) {
            body.set("icon", Wire.pictures(profile.pictures()));
        }
        if (!profile.links().isEmpty()) {
            var attachment = body.putArray("attachment");
            profile.links().forEach(link -> attachment.add(link(link)));
        }
        // PeerTube shows it under "support"; it reads no payment links.
        profile.links().stream()
                .filter(link -> link.kind() == Kind.PAYMENT)
                .findFirst()
                .ifPresent(link -> body.put("support", "%s: %s".formatted(link.name(), link.href())));
    }

    private static ObjectNode link(ProfileLink link) {
        return switch (link.kind()) {
            // A field with HTML is what Mastodon shows; rel="me" lets it check that the page links back.
            case PAGE -> Wire.typed("PropertyValue").put("name", link.name()).put("value", anchor(link));
            case PAYMENT ->
                Wire.typed("Link")
                        .put("name", link.name())
                        .put("href", link.href().toString())
                        .put("rel", "payment");
        };
    }

    private static String anchor(ProfileLink link) {
        var address = escape(link.href().toString());
        return "<a href=\"%s\" rel=\"me\">%s</a>".formatted(address, address.replaceFirst("^https?://", ""));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
