// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;

import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.fediverse.OwnDocuments;
import live.tributary.node.following.Asked;
import live.tributary.node.following.Finder;
import live.tributary.node.following.Finder.Finding;

/** Finds the directory that somebody means. Asks elsewhere and blocks: never within a transaction. */
final class DirectoryFinder {

    private final Finder finder;
    private final OwnDocuments own;
    private final URI node;

    /** @param node address of this node's own actor */
    DirectoryFinder(Finder finder, OwnDocuments own, URI node) {
        this.finder = finder;
        this.own = own;
        this.node = node;
    }

    /** What came of it. */
    sealed interface Found {

        record Directory(RemoteActor actor) implements Found {}

        record Nothing(Choice.Why why) implements Found {}
    }

    /** By its server's name, its actor, or any page of it: that is what people copy. */
    Found find(String typed) {
        var found = judge(finder.find(typed));
        return found instanceof Found.Nothing(var why) && why == Choice.Why.NO_DIRECTORY
                ? WebAddress.parse(typed.strip())
                        .map(page -> page.resolve("/"))
                        .filter(root -> !root.toString().equals(typed.strip()))
                        .map(URI::toString)
                        .map(finder::find)
                        .map(this::judge)
                        .orElse(found)
                : found;
    }

    /** A directory says by what rules it orders; a node that keeps none has nothing to say there. */
    private Found judge(Finding finding) {
        return switch (finding) {
            case Finding.Somebody(var actor) ->
                isDirectory(actor) ? new Found.Directory(actor) : new Found.Nothing(Choice.Why.NO_DIRECTORY);
            case Finding.Nobody(var why) -> why == Asked.Why.OURS ? ours() : new Found.Nothing(why(why));
        };
    }

    /** A node may keep a directory itself, for its own teams too. */
    private Found ours() {
        return own.at(node)
                .flatMap(ActorReader::read)
                .filter(DirectoryFinder::isDirectory)
                .<Found>map(Found.Directory::new)
                .orElseGet(() -> new Found.Nothing(Choice.Why.OURS));
    }

    private static boolean isDirectory(RemoteActor actor) {
        return actor.link(ActorLink.RANKING_POLICY).isPresent();
    }

    private static Choice.Why why(Asked.Why why) {
        return switch (why) {
            case NO_ADDRESS -> Choice.Why.NO_ADDRESS;
            case NO_SERVER -> Choice.Why.NO_SERVER;
            case NOBODY, NO_ACTOR_OF_ITS_OWN -> Choice.Why.NO_DIRECTORY;
            case SILENT -> Choice.Why.SILENT;
            case BLOCKED -> Choice.Why.BLOCKED;
            case OURS -> Choice.Why.OURS;
            case TOO_MANY -> Choice.Why.TOO_MANY;
        };
    }
}
