//! The session as a shell uses it.

mod backups;
mod clip;
mod comparison;
mod disguise;
mod documents;
mod erased;
mod erasure;
mod hostile;
mod image;
mod kept_templates;
mod kills;
mod leaving;
mod maps;
mod merge;
mod operations;
mod people;
mod places;
mod replacing;
mod retention;
mod screen;
mod segments;
mod session;
mod sheets;
mod steps;
mod ways;
mod windows;
