// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.accounts.AccountsAutoConfiguration;
import live.tributary.node.accounts.LoginLinks;
import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.instance.InstanceAutoConfiguration;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Secret;
import live.tributary.node.team.TeamAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
final class LoginLinkCommandTest {

    private final TestDatabase database;
    private final ModuleSlice node;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    LoginLinkCommandTest(TestDatabase database) {
        this.database = database;
        database.empty("team.team", "accounts.account");
        this.node = ModuleSlice.of(
                database,
                InstantSource.system(),
                InstanceAutoConfiguration.class,
                AccountsAutoConfiguration.class,
                TeamAutoConfiguration.class);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void printsALinkThatTheRunningNodeTakes() {
        var owner = new People(node).owner();
        assertThat(run("--tributary.instance.public-address=https://live.example.org"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("olga").contains("https://live.example.org/login/");
        var token = out.toString(StandardCharsets.UTF_8).strip().replaceAll("(?s).*/login/", "");
        var loggedIn = node.get(LoginLinks.class)
                .logIn(Actor.ANONYMOUS, Secret.parse(token).orElseThrow(), "a browser");
        assertThat(loggedIn)
                .hasValueSatisfying(
                        session -> assertThat(session.account().id()).isEqualTo(owner.account()));
    }

    @Test
    void saysThatThereIsNoOwnerYet() {
        assertThat(run()).isEqualTo(1);
        assertThat(complaints.toString(StandardCharsets.UTF_8))
                .contains("no owner yet")
                .contains("claim link");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void saysInOneSentenceThatNoNodeRuns() {
        var settings = new String[] {"--tributary.data-directory=/nonexistent", "--spring.datasource.url=embedded"};
        assertThat(LoginLinkCommand.run(settings, print(out), print(complaints)))
                .isEqualTo(1);
        assertThat(complaints.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("No node runs on /nonexistent: start it first.");
    }

    private int run(String... settings) {
        var all = Stream.concat(Stream.of(database.properties()).map(property -> "--" + property), Stream.of(settings))
                .toArray(String[]::new);
        return LoginLinkCommand.run(all, print(out), print(complaints));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
