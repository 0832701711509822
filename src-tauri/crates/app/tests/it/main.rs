//! The session as a shell uses it.

mod operations;
mod people;
mod screen;
mod segments;
mod session;
mod windows;
