/** All commands of the window, in the order in which they are told. */
import { allOfMap, newNote } from "../canvas/commands";
import { findCommands } from "../finding/commands";
import { questionCommands } from "../insights/commands";
import { noteCommands, workshopCommands } from "../workshop/commands";
import { lensCommands } from "../lenses/commands";
import { allOfOutline, formCommands } from "../outline/commands";
import { historyCommands, windowCommands } from "../panels/frame/commands";
import { navigatorCommands } from "../panels/navigator/commands";
import { placeCommands } from "../places/commands";
import { customersCommands } from "../places/customers/commands";
import { insightsCommands } from "../places/insights/commands";
import { presentCommands, storyCommands } from "../story/commands";
import type { Command } from "./command";

/** Those that are heard wherever the keyboard is; the canvas and the outline hear their own. */
export const heardEverywhere: readonly Command[] = [
  ...Object.values(placeCommands),
  ...Object.values(windowCommands),
  ...Object.values(navigatorCommands),
  ...Object.values(customersCommands),
  ...Object.values(insightsCommands),
  ...Object.values(historyCommands),
  ...Object.values(findCommands),
  ...Object.values(questionCommands),
  ...Object.values(lensCommands),
  ...Object.values(formCommands),
  ...Object.values(storyCommands),
  ...Object.values(workshopCommands),
  newNote,
  ...Object.values(noteCommands),
];

/** All there are. */
export const commands: readonly Command[] = [
  ...heardEverywhere,
  ...allOfMap,
  ...allOfOutline,
  ...Object.values(presentCommands),
];
