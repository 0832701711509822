/** Builds the page of plain Svelte Flow that the benchmark of frames puts beside the canvas. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: "../out/bench",
    emptyOutDir: true,
    lib: { entry: "bench/plain.ts", formats: ["iife"], name: "plainFlow", fileName: () => "plain.js" },
  },
});
