// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads from the metadata of another host where its WebFinger is (RFC 6415, 3.1). */
final class HostMetaReader {

    private static final String LRDD = "lrdd";

    /** Where the name goes. */
    static final String URI_VARIABLE = "{uri}";

    private HostMetaReader() {}

    /** Empty where the bytes are no XML, or name no place for a name. */
    static Optional<String> template(byte[] body) {
        try {
            return template(factory().createXMLStreamReader(new ByteArrayInputStream(body)));
        } catch (XMLStreamException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> template(XMLStreamReader document) throws XMLStreamException {
        while (document.hasNext()) {
            if (document.next() == XMLStreamConstants.START_ELEMENT
                    && document.getLocalName().equals("Link")
                    && LRDD.equals(document.getAttributeValue(null, "rel"))) {
                return Optional.ofNullable(document.getAttributeValue(null, "template"))
                        .filter(template -> template.contains(URI_VARIABLE));
            }
        }
        return Optional.empty();
    }

    /** Without document types: they can name files of ours and addresses, and grow without end. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
