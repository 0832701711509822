//! Journeys through the real app: what a user does in its window, seen as the user sees it.

mod accessible;
mod commands;
mod copies;
mod customers;
mod data;
mod dragging;
mod durability;
mod editing;
mod exporting;
mod first_look;
mod first_run;
mod history;
mod hostile;
mod importing;
mod leaving;
mod lenses;
mod levels;
mod map;
mod maps;
mod network;
mod outline;
mod people;
mod protection;
mod segment;
mod ways;
mod windows;
