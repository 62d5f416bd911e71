// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import live.tributary.fixtures.process.Waiting;

/** Somebody with a browser without script: follows links, sends forms, keeps cookies. */
final class Person {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("sk_[0-9a-z]{32}");
    private static final Pattern INVITATION = Pattern.compile("/invite/[0-9a-z]+");
    private static final Pattern CHANNEL = Pattern.compile("/live/([0-9a-z]{12})/");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PASSWORD = "slow water under a bridge";

    private final ProbedNode node;
    private final String handle;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Person(ProbedNode node, String handle) {
        this.node = node;
        this.handle = handle;
    }

    /** Takes the node and founds a team. */
    static Person owner(ProbedNode node) throws IOException, InterruptedException {
        var owner = new Person(node, "keeper");
        owner.register(node.claimPath());
        owner.send("/setup/team", Map.of("name", "Probe", "handle", "probe", "mark", "P", "hue", "210"));
        return owner;
    }

    /** Lets another person into the team. */
    Person invite(String name) throws IOException, InterruptedException {
        var page = send("/studio/members", "/studio/invitations", Map.of());
        var invited = new Person(node, name);
        invited.register(first(INVITATION, page));
        return invited;
    }

    private void register(String path) throws IOException, InterruptedException {
        send(path, Map.of("name", handle, "handle", handle, "password", PASSWORD));
    }

    /** A fresh key for the own channel. */
    String newKey() throws IOException, InterruptedException {
        return first(KEY, send("/studio/keys", Map.of("label", "Probe")));
    }

    /** Where others watch this person. */
    URI watchPage() {
        return node.page("/@probe/" + handle);
    }

    /** The channel's id, once it can be watched: the viewer page may name it before. */
    String awaitChannel() {
        var found = new ArrayList<String>();
        Waiting.until("a picture at " + watchPage(), PATIENCE, () -> {
            try {
                var channel = CHANNEL.matcher(read(watchPage()));
                return channel.find() && isOnAir(channel.group(1)) && found.add(channel.group(1));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        return found.getFirst();
    }

    private boolean isOnAir(String channel) throws IOException, InterruptedException {
        var master = node.page("/live/%s/master.m3u8".formatted(channel));
        return browser.send(HttpRequest.newBuilder(master).build(), BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private String read(URI page) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(page).build());
    }

    private String send(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(path, path, fields);
    }

    private String send(String formPage, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        String token = first(CSRF, read(node.page(formPage)), 1);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token + "&", ""));
        return answer(HttpRequest.newBuilder(node.page(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", node.page("/").toString().replaceAll("/$", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new AssertionError("%s answered %d: %s".formatted(request, answer.statusCode(), answer.body()));
        }
        // By hand, because Java's client would follow with the form's content type but without a form.
        var elsewhere = answer.headers().firstValue("Location").map(request.uri()::resolve);
        return elsewhere.isPresent() ? read(elsewhere.get()) : answer.body();
    }

    private static String first(Pattern pattern, String page) {
        return first(pattern, page, 0);
    }

    private static String first(Pattern pattern, String page, int group) {
        var match = pattern.matcher(page);
        if (!match.find()) {
            throw new AssertionError("no %s in %s".formatted(pattern, page));
        }
        return match.group(group);
    }
}
