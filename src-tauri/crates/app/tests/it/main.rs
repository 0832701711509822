//! The session as a shell uses it.

mod operations;
mod screen;
mod session;
