import { mount } from "svelte";

import App from "./App.svelte";
import { preferredTheme } from "./lib/shared/preferences";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";

// `vite dev` in a plain browser has no shell behind it: a stand-in answers. None of it is in a build.
if (import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)) {
  const { standIn } = await import("../tests/stand-in");
  standIn();
}

// Before anything is painted.
document.documentElement.dataset.theme = preferredTheme();

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no element #app");

mount(App, { target });
