/** What every test starts from. */
import { clearMocks } from "@tauri-apps/api/mocks";
import { cleanup } from "@testing-library/svelte";
import { afterEach } from "vitest";

// The browser in the tests lays nothing out; what measures needs only to be there.
class Nothing {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= Nothing as unknown as typeof ResizeObserver;
globalThis.IntersectionObserver ??= class {
  readonly #seen: IntersectionObserverCallback;
  constructor(seen: IntersectionObserverCallback) {
    this.#seen = seen;
  }
  observe() {
    this.#seen([{ isIntersecting: true } as IntersectionObserverEntry], this as never);
  }
  disconnect() {}
} as unknown as typeof IntersectionObserver;
globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
})) as unknown as typeof matchMedia;
Element.prototype.scrollIntoView ??= () => {};

afterEach(async () => {
  cleanup();
  // What is taken down says so to the shell a moment later.
  await new Promise((resolve) => setTimeout(resolve));
  clearMocks();
  localStorage.clear();
});
