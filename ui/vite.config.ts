import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  server: {
    port: 5173,
    strictPort: true,
    // The fonts are the scene's own, so that the window and the pictures measure alike.
    fs: { allow: [".."] },
  },
  build: {
    target: "es2022",
    // Everything stays a file of its own: the content security policy allows no inlined fonts or images.
    assetsInlineLimit: 0,
    // It is read from the disk, all at once; there is nothing to gain by splitting it.
    chunkSizeWarningLimit: 1000,
  },
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    // Two slow cores share this with a compiler now and then.
    testTimeout: 30_000,
  },
}));
