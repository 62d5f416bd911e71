// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;

import live.tributary.node.inbox.People;
import live.tributary.node.inbox.Reply;
import live.tributary.node.inbox.Somebody;
import live.tributary.web.page.CleanHtml;
import live.tributary.web.page.RemotePerson;

/** People of other servers, and what they wrote, as pages show them. */
final class RemoteFaces {

    private final People people;

    RemoteFaces(People people) {
        this.people = people;
    }

    RemotePerson of(URI id) {
        return shown(people.find(id));
    }

    /** The inbox has made harmless what it keeps. */
    live.tributary.web.page.Reply shown(Reply reply) {
        return new live.tributary.web.page.Reply(
                reply.id().toString(),
                reply.author().toString(),
                of(reply.author()),
                new CleanHtml(reply.content()),
                reply.published(),
                reply.id());
    }

    static RemotePerson shown(Somebody somebody) {
        // The colour is of what stays: a handle may yet be confirmed.
        var hue = Faces.hueOf(somebody.id().toString());
        return new RemotePerson(somebody.name(), somebody.address(), somebody.page(), hue);
    }
}
