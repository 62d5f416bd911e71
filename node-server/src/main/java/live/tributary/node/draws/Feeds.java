// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fediverse.Addresses;

/** Lists of teams as feed readers take them. Any thread. */
final class Feeds {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final String title;
    private final Addresses addresses;

    /** @param title of the directory */
    Feeds(String title, Addresses addresses) {
        this.title = title;
        this.addresses = addresses;
    }

    /** JSON Feed 1.1. */
    ObjectNode json(List<LiveGroup> live) {
        var feed = JsonNodeFactory.instance
                .objectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", title)
                .put("home_page_url", page("/directory"))
                .put("feed_url", page("/directory/live.json"));
        var items = feed.putArray("items");
        live.forEach(one -> {
            var item = items.addObject()
                    .put("id", one.video().toString())
                    .put("url", one.page().toString())
                    .put("title", headline(one))
                    .put("content_text", one.group().promise())
                    .put("date_published", seconds(one.since()))
                    .put("language", one.languages().getFirst());
            one.tags().forEach(item.putArray("tags")::add);
        });
        return feed;
    }

    /** Atom (RFC 4287). */
    String atom(List<LiveGroup> live, Instant now) {
        var xml = new Xml();
        xml.open("feed").attribute("xmlns", ATOM);
        xml.text("title", title).text("id", page("/directory/live.atom")).text("updated", seconds(now));
        xml.open("link").attribute("href", page("/directory")).close("link");
        xml.open("author").text("name", title).close("author");
        live.forEach(one -> entry(xml, one));
        return xml.close("feed").toString();
    }

    private static void entry(Xml xml, LiveGroup one) {
        xml.open("entry")
                .text("title", headline(one))
                .text("id", one.video().toString())
                .text("updated", seconds(one.since()))
                .text("summary", one.group().promise());
        xml.open("link").attribute("href", one.page().toString()).close("link");
        one.tags().forEach(tag -> xml.open("category").attribute("term", tag).close("category"));
        xml.close("entry");
    }

    /** OPML 2.0, in the order given: links, as not every team has a feed. */
    String opml(Collection<ListedGroup> listed) {
        var xml = new Xml();
        xml.open("opml").attribute("version", "2.0");
        xml.open("head").text("title", title).close("head").open("body");
        listed.forEach(group -> xml.open("outline")
                .attribute("type", "link")
                .attribute("text", group.name())
                .attribute("url", group.page().toString())
                .close("outline"));
        return xml.close("body").close("opml").toString();
    }

    private String page(String path) {
        return addresses.page(path).toString();
    }

    private static String headline(LiveGroup live) {
        return live.title().isEmpty()
                ? live.group().name()
                : "%s: %s".formatted(live.group().name(), live.title());
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
