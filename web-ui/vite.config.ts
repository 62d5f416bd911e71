// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from "vitest/config";

/** Entries are named as the templates ask for them; the names in the manifest are these paths. */
const entries = ["theme", "page", "viewer", "embed", "studio", "setup", "follow", "servers", "directory", "draw-check"].map((name) => `src/main/ts/${name}.ts`);

export default defineConfig({
  base: "/assets/",
  publicDir: false,
  build: {
    outDir: "target/classes/META-INF/resources/assets",
    assetsDir: ".",
    emptyOutDir: true,
    manifest: true,
    // Names and licences of what is bundled travel with it.
    license: true,
    // hls.js in full is large; it is loaded only where the light build is not enough.
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    // A font or picture of ours is a file with a name; data: addresses would end up in every page.
    assetsInlineLimit: 0,
    target: "es2022",
    rollupOptions: { input: [...entries, "src/main/css/tributary.css"] },
  },
  test: { environment: "happy-dom", include: ["src/test/ts/**/*.test.ts"] },
});
