// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FeedsTest {

    @Test
    void whatStrangersWriteStaysText() throws Exception {
        var text = "</title><script>alert('\"&amp;')</script>\u0000\uFFFE\uD83E\uDD89";
        var written = new Xml()
                .open("feed")
                .attribute("title", text)
                .text("title", text)
                .open("empty")
                .close("empty")
                .close("feed")
                .toString();
        var read = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        var kept = text.replaceAll("[\u0000\uFFFE]", "");
        assertThat(read.getAttribute("title")).isEqualTo(kept);
        assertThat(read.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(kept);
        assertThat(read.getElementsByTagName("script").getLength()).isZero();
    }
}
