# Touchline: `make run` opens it, `make test` proves it. Each target first sees to what it needs.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
MAKEFLAGS += --no-print-directory

# Always the same packages and features, so that no dependency is built twice.
ALL := --workspace --features tests/e2e --locked
# The programs. Naming a test among them makes cargo choose features as it does for tests.
PROGRAMS := --bins --test e2e
TARGET := $(or $(CARGO_TARGET_DIR),target)/debug
DATA := $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/touchline
SAMPLE := $(DATA)/Sample.touchline
CASES ?= 10000
FUZZ_SECONDS ?= 60

UI_SOURCES := $(shell find ui/src -type f 2>/dev/null) ui/index.html ui/vite.config.ts ui/package.json \
	$(wildcard src-tauri/crates/scene/fonts/* src-tauri/crates/scene/texts/*)

.PHONY: run test fuzz damage bench frames elk build fmt lint setup bindings icons clean

## Opens the app with the sample workspace; without a display, leaves pictures of the window and the map in out/.
run: build
	@mkdir -p "$(DATA)"
	@[ -e "$(SAMPLE)" ] || $(TARGET)/touchline sample "$(SAMPLE)"
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		$(TARGET)/touchline-desktop "$(SAMPLE)"; \
	else \
		$(TARGET)/show "$(SAMPLE)"; \
	fi

## Every test: of the crates, of the interface, and the journeys through the real window under Xvfb.
test: build
	cd ui && npm run check && npm test
	cargo test $(ALL)

## Lets libFuzzer look for bytes that do harm to what reads them, for as many seconds each as FUZZ_SECONDS says.
fuzz: setup
	.ci/fuzz $(FUZZ_SECONDS)

## What damage does: readers, workspaces and logs are given as many damaged files as CASES says.
damage: build
	TOUCHLINE_CASES=$(CASES) PROPTEST_CASES=$(CASES) cargo test $(ALL) --test it --test hostile -- hostile strays damage any killed erased

## How fast it is.
bench: setup
	cargo bench --locked

## How smooth the canvas is in the real window, beside plain Svelte Flow. It waits for its turn with the journeys.
frames: setup ui/dist/index.html
	cd ui && npx vite build --config bench/vite.config.ts
	cargo build --release $(ALL) $(PROGRAMS)
	$(dir $(TARGET))release/frames

## What tidied maps are like beside the same graphs laid out by ELK, which is fetched for it.
elk: setup ui/dist/index.html
	npm install --no-save --no-audit --no-fund --prefix out/bench elkjs@0.12.1
	cargo build $(ALL) $(PROGRAMS)
	$(TARGET)/elk

## The app, the command line and everything that tests them.
build: setup ui/dist/index.html
	cargo build $(ALL) $(PROGRAMS)

fmt: setup ui/node_modules/.package-lock.json
	cargo fmt --all
	cd ui && npm run format

lint: setup ui/dist/index.html
	cargo fmt --all --check
	cargo clippy $(ALL) --all-targets -- -D warnings
	cd ui && npm run lint

## What a fresh machine lacks; nothing when nothing is missing.
setup:
	@.ci/setup

## The TypeScript of the commands, from their Rust types.
bindings: setup ui/dist/index.html
	WRITE_BINDINGS=1 cargo test $(ALL) --bin touchline-desktop bindings

## The app's icons, from icons/touchline.svg.
icons: setup
	@folder=$$(mktemp -d); tauri="npx --yes @tauri-apps/cli@2.12.5"; \
	$$tauri icon icons/touchline.svg -o $$folder >/dev/null; \
	$$tauri icon icons/touchline.svg -o $$folder -p 32 -p 128 -p 256 -p 512 >/dev/null; \
	cp $$folder/{32x32,128x128,256x256,512x512}.png icons/; \
	cp $$folder/icon.ico icons/touchline.ico; cp $$folder/icon.icns icons/touchline.icns; rm -r $$folder

clean:
	cargo clean
	rm -rf ui/dist ui/node_modules out

ui/node_modules/.package-lock.json: ui/package-lock.json
	cd ui && npm ci
	@touch $@

ui/dist/index.html: $(UI_SOURCES) ui/node_modules/.package-lock.json
	cd ui && npm run build
