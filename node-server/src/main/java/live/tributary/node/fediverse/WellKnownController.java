// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.federation.nodeinfo.NodeInfo;
import live.tributary.federation.nodeinfo.NodeInfoLinks;
import live.tributary.federation.nodeinfo.NodeInfoSchema;
import live.tributary.federation.webfinger.HostMeta;
import live.tributary.federation.webfinger.Jrd;
import live.tributary.federation.webfinger.LocalResources;
import live.tributary.federation.webfinger.Resource;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.gate.Problem;
import live.tributary.node.instance.Node;
import live.tributary.node.team.Teams;

/** How others find our actors, and what they may know of the node before that (RFC 7033, RFC 6415, NodeInfo). */
@RestController
final class WellKnownController {

    private static final Duration MAX_AGE = Duration.ofHours(1);
    private static final Duration NODE_INFO_MAX_AGE = Duration.ofMinutes(10);
    private static final String JSON = "application/json";

    private final Actors actors;
    private final ActorDocuments documents;
    private final Pages pages;
    private final Teams teams;
    private final Node node;
    private final Addresses addresses;
    private final DomainPolicies policies;
    private final String version;
    private final LocalResources resources;
    private final HostMeta hostMeta;

    WellKnownController(
            Actors actors,
            ActorDocuments documents,
            Pages pages,
            Teams teams,
            Node node,
            Addresses addresses,
            DomainPolicies policies,
            String version) {
        this.actors = actors;
        this.documents = documents;
        this.pages = pages;
        this.teams = teams;
        this.node = node;
        this.addresses = addresses;
        this.policies = policies;
        this.version = version;
        this.resources = new LocalResources(addresses.page("/"));
        this.hostMeta = new HostMeta(addresses.page("/"));
    }

    @GetMapping("/.well-known/webfinger")
    ResponseEntity<byte[]> webFinger(@RequestParam String resource) {
        return switch (find(resource)) {
            case ActorLookup.Known(var actor) ->
                answer(Jrd.MEDIA_TYPE, MAX_AGE).body(jrd(actor).bytes());
            case ActorLookup.Gone _ ->
                ResponseEntity.status(HttpStatus.GONE)
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .build();
            case ActorLookup.Unknown() -> throw Problem.of(Problem.Kind.NOT_FOUND);
        };
    }

    @GetMapping("/.well-known/host-meta")
    ResponseEntity<byte[]> hostMeta() {
        return answer(HostMeta.XRD_MEDIA_TYPE, MAX_AGE).body(hostMeta.xrd());
    }

    @GetMapping("/.well-known/host-meta.json")
    ResponseEntity<byte[]> hostMetaJson() {
        return answer(Jrd.MEDIA_TYPE, MAX_AGE).body(hostMeta.json());
    }

    @GetMapping("/.well-known/nodeinfo")
    ResponseEntity<byte[]> nodeInfoLinks() {
        return answer(JSON, NODE_INFO_MAX_AGE).body(NodeInfoLinks.of(addresses.page("/"), nodeActor()));
    }

    @GetMapping("/nodeinfo/2.0")
    ResponseEntity<byte[]> nodeInfo20() {
        return answer(NodeInfoSchema.V2_0.mediaType(), NODE_INFO_MAX_AGE)
                .body(nodeInfo().version20());
    }

    @GetMapping("/nodeinfo/2.1")
    ResponseEntity<byte[]> nodeInfo21() {
        return answer(NodeInfoSchema.V2_1.mediaType(), NODE_INFO_MAX_AGE)
                .body(nodeInfo().version21());
    }

    private ActorLookup find(String resource) {
        return switch (resources.parse(resource)) {
            case Resource.Named(var name) ->
                ActorName.parse(name)
                        .map(actors::find)
                        .filter(found -> !(found instanceof ActorLookup.Unknown))
                        .orElseGet(() -> known(pages.team(name)));
            case Resource.ById(var id) ->
                addresses.actor(id).map(actors::find).orElseGet(() -> known(pages.member(id.getRawPath())));
            case Resource.TheNode() -> actors.find(ActorId.NODE);
            case Resource.NotOurs() -> new ActorLookup.Unknown();
        };
    }

    private static ActorLookup known(Optional<LocalActor> actor) {
        return actor.<ActorLookup>map(ActorLookup.Known::new).orElseGet(ActorLookup.Unknown::new);
    }

    private Jrd jrd(LocalActor actor) {
        var handle = resources.handle(actor.name().value());
        var page = addresses.page(documents.page(actor));
        return actor instanceof LocalActor.Application
                ? Jrd.ofNode(handle, addresses.of(actor), page)
                : Jrd.ofActor(handle, addresses.of(actor), page);
    }

    /** Numbers of people are not told: a small node would tell who they are. */
    private NodeInfo nodeInfo() {
        return new NodeInfo(
                version,
                node.name().value(),
                "",
                List.of(),
                false,
                policies.allowListOnly() ? NodeInfo.Mode.ALLOW_LIST : NodeInfo.Mode.OPEN,
                Map.of(NodeInfo.Figure.TEAMS, (long) teams.all().size()));
    }

    private URI nodeActor() {
        return actors.node().map(addresses::of).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private static ResponseEntity.BodyBuilder answer(String mediaType, Duration maxAge) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .cacheControl(CacheControl.maxAge(maxAge).cachePublic());
    }
}
