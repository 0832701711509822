/** Dragging a map of the list into a folder, or out of one. */
import { workspace } from "../../shared/workspace.svelte";

/** How far the pointer goes before a press is a drag, in pixels. */
const SLACK = 5;

class MapDrag {
  /** The map that is dragged; `null` for none. */
  map = $state<number | null>(null);
  /** The folder over which it is, that of maps without one being empty; `null` over none. */
  over = $state<string | null>(null);

  /** Begins with a press on a map, which may become a drag. */
  press(event: PointerEvent, map: number): void {
    if (event.button !== 0 || !workspace.editable) return;
    const stop = new AbortController();
    const { signal } = stop;
    const start = { x: event.clientX, y: event.clientY };
    const end = () => {
      stop.abort();
      this.map = this.over = null;
    };
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      if (this.map === null && Math.hypot(x - start.x, y - start.y) < SLACK) return;
      this.map = map;
      this.over = folderAt(x, y);
    };
    const drop = () => {
      const folder = this.over;
      if (this.map !== null) {
        // The click that follows is none on the map.
        window.addEventListener("click", swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
      }
      end();
      if (folder !== null) void moveToFolder(map, folder);
    };
    window.addEventListener("pointermove", move, { signal });
    window.addEventListener("pointerup", drop, { signal });
    window.addEventListener("pointercancel", end, { signal });
    window.addEventListener("keydown", ({ key }) => key === "Escape" && end(), { signal });
  }
}

/** Puts a map into a folder, or with an empty name into none, unless it is there already. */
export async function moveToFolder(map: number, folder: string): Promise<void> {
  const now = workspace.overview?.maps.find(({ id }) => id === map)?.folder;
  if (now !== undefined && now !== folder) await workspace.edit({ edit: "move_to_folder", map, folder });
}

function folderAt(x: number, y: number): string | null {
  const target = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-folder]");
  return target?.dataset.folder ?? null;
}

function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The drag under way in this window. */
export const mapDrag = new MapDrag();
