// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.util.List;
import java.util.stream.Stream;

import live.tributary.web.asset.Assets;

/** The built files as the head of a page asks for them. */
public final class PageAssets {

    private static final String VIEWER = "src/main/ts/viewer.ts";
    private static final String HLS_LIGHT = "node_modules/hls.js/dist/hls.light.mjs";

    private final Assets assets;

    PageAssets(Assets assets) {
        this.assets = assets;
    }

    /** Path of one built file. */
    public List<String> files(String source) {
        return assets.files(source);
    }

    /** Paths of the scripts of a page, in order. */
    public List<String> scripts(String everyPage, String thisPage) {
        return Stream.of(everyPage, thisPage)
                .flatMap(source -> assets.files(source).stream())
                .toList();
    }

    /** Paths of what those scripts will load. The player asks for hls.js only once it runs, which is late. */
    public List<String> preloads(String thisPage) {
        var player = thisPage.equals(VIEWER) ? assets.files(HLS_LIGHT) : List.<String>of();
        return Stream.concat(assets.imports(thisPage).stream(), player.stream())
                .distinct()
                .toList();
    }
}
