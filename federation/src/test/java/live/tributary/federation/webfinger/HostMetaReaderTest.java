// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class HostMetaReaderTest {

    @Test
    void readsWhatWeWrite() {
        assertThat(HostMetaReader.template(new HostMeta(URI.create("https://node.example/")).xrd()))
                .contains("https://node.example/.well-known/webfinger?resource={uri}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{\"links\":[]}",
                "<XRD/>",
                "<XRD><Link rel='lrdd'/></XRD>",
                "<XRD><Link rel='lrdd' template='https://node.example/names'/></XRD>",
                "<XRD><Link rel='other' template='https://node.example/{uri}'/></XRD>",
                "<!DOCTYPE XRD [<!ENTITY place 'https://node.example/{uri}'>]>"
                        + "<XRD><Link rel='lrdd' template='&place;'/></XRD>",
                "<!DOCTYPE XRD SYSTEM 'file:///etc/passwd'><XRD/>"
            })
    void findsNoPlaceInWhatNamesNone(String document) {
        assertThat(HostMetaReader.template(document.getBytes(UTF_8))).isEmpty();
    }

    @FuzzTest(maxDuration = "60s")
    void findsAPlaceForANameOrNone(byte[] strangersBytes) {
        HostMetaReader.template(strangersBytes)
                .ifPresent(template -> assertThat(template).contains(HostMetaReader.URI_VARIABLE));
    }
}
