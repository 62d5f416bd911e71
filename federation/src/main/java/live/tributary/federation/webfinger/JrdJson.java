// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.JsonReading.Parsed;
import live.tributary.federation.json.StrictJson;
import live.tributary.federation.webfinger.JrdLink.Plain;
import live.tributary.federation.webfinger.JrdLink.Template;
import live.tributary.federation.webfinger.JrdLink.Typed;

/** A {@link Jrd} ↔ its bytes. What is not understood in a stranger's document is left out. */
public final class JrdJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final StrictJson READER = new StrictJson(JsonLimits.FETCHED);

    private JrdJson() {}

    /** Empty if the bytes are no JSON object. */
    public static Optional<Jrd> read(byte[] body) {
        return READER.read(body) instanceof Parsed(ObjectNode document)
                ? Optional.of(read(document))
                : Optional.empty();
    }

    private static Jrd read(ObjectNode document) {
        return new Jrd(
                text(document, "subject"),
                document.path("aliases")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .flatMap(alias -> address(alias.asString()).stream())
                        .toList(),
                document.path("links")
                        .valueStream()
                        .flatMap(link -> link(link).stream())
                        .toList());
    }

    private static Optional<JrdLink> link(JsonNode link) {
        var rel = text(link, "rel");
        var href = text(link, "href");
        // The first example of FEP-3b86 writes its templates into "href", and so do some servers.
        var template = href.contains("{") ? href : text(link, "template");
        if (!template.isEmpty()) {
            return Optional.of(new Template(rel, template));
        }
        var type = text(link, "type");
        return address(href).map(address -> type.isEmpty() ? new Plain(rel, address) : new Typed(rel, type, address));
    }

    private static String text(JsonNode parent, String name) {
        var value = parent.path(name);
        return value.isString() ? value.asString() : "";
    }

    private static Optional<URI> address(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new URI(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    static byte[] write(Jrd jrd) {
        var document = JsonNodeFactory.instance.objectNode();
        if (!jrd.subject().isEmpty()) {
            document.put("subject", jrd.subject());
        }
        if (!jrd.aliases().isEmpty()) {
            var aliases = document.putArray("aliases");
            jrd.aliases().forEach(alias -> aliases.add(alias.toString()));
        }
        var links = document.putArray("links");
        jrd.links().forEach(link -> links.add(written(link)));
        return MAPPER.writeValueAsBytes(document);
    }

    private static ObjectNode written(JrdLink link) {
        var written = JsonNodeFactory.instance.objectNode().put("rel", link.rel());
        return switch (link) {
            case Plain plain -> written.put("href", plain.href().toString());
            case Typed typed ->
                written.put("type", typed.type()).put("href", typed.href().toString());
            case Template template -> written.put("template", template.template());
        };
    }
}
