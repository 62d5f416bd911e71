// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class AddressesTest {

    @Test
    void liveBelowOnePath() {
        var addresses = new NodeAddresses(URI.create("https://node.example"));
        assertThat(addresses.node()).hasToString("https://node.example/ap/actor");
        assertThat(addresses.sharedInbox()).hasToString("https://node.example/ap/inbox");
        assertThat(addresses.steward("7f3a")).hasToString("https://node.example/ap/p/steward-7f3a");
        assertThat(new ActorAddresses(addresses.group("7f3a")).liveNow())
                .hasToString("https://node.example/ap/g/7f3a/live");
        assertThat(new ActorAddresses(addresses.node()).mainKey())
                .hasToString("https://node.example/ap/actor#main-key");
    }

    @Test
    void keepAPortWhereThereIsOne() {
        assertThat(new NodeAddresses(URI.create("http://127.0.0.1:8080")).node())
                .hasToString("http://127.0.0.1:8080/ap/actor");
    }

    @Test
    void giveAVideoNoOtherUuidThanPeerTubeTakes() {
        var addresses = new NodeAddresses(URI.create("https://node.example"));
        var ofVersion7 = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad90");
        assertThatThrownBy(() -> addresses.video(ofVersion7)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"speedrun,true", "é!,true", "x,false", "#speedrun,false", "' ab',false"})
    void takeAHashtagAsOthersDo(String name, boolean usable) {
        assertThat(Hashtag.isUsable(name)).isEqualTo(usable);
    }
}
