// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import live.tributary.node.draws.PageRequest;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Nonce;

/**
 * What a visitor of the directory wants to see. It stands in the address, and nowhere else.
 *
 * @param n dice of the visitor, or nothing
 * @param at minute of the snapshot, or nothing
 * @param tag interests
 * @param lang languages
 * @param hide content labels
 * @param q words, as they were typed
 * @param page from 1
 */
record DirectoryAddress(
        String n, String at, List<String> tag, List<String> lang, List<String> hide, String q, int page) {

    DirectoryAddress {
        tag = List.copyOf(tag);
        lang = List.copyOf(lang);
        hide = List.copyOf(hide);
    }

    Nonce nonce() {
        return PageRequest.nonce(n);
    }

    Filter filter(Filter.Search search) {
        return PageRequest.filter(lang, tag, hide, search);
    }

    /** The same at this minute, elsewhere.
     *  @param path begins with a slash */
    String at(String path, String minute, int number) {
        var query = new ArrayList<String>();
        query.add("at=" + minute);
        if (!n.isEmpty()) {
            query.add("n=" + n);
        }
        add(query, "tag", tag);
        add(query, "lang", lang);
        add(query, "hide", hide);
        add(query, "q", List.of(q));
        if (number > 1) {
            query.add("page=" + number);
        }
        return path + "?" + String.join("&", query);
    }

    private static void add(List<String> query, String name, List<String> values) {
        values.stream()
                .filter(value -> !value.isBlank())
                .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .forEach(query::add);
    }
}
