//! What is on the screen, as the X server has it.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::Command;

use crate::e2e::out;

/// Takes a picture of the whole screen; `None` when the server is gone.
pub fn photograph(display: &str, name: &str) -> Option<PathBuf> {
    let path = out().join(format!("{name}.png"));
    let taken = Command::new("import").args(["-display", display, "-window", "root"]).arg(&path).status();
    taken.is_ok_and(|status| status.success()).then_some(path)
}

/// Runs `xdotool` on a display and gives what it prints; `None` when it fails, as it does when nothing is found.
pub fn xdotool(display: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new("xdotool")
        .env("DISPLAY", display)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("xdotool cannot be started: {error}"));
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Tells a window that its user wants it closed, as a window manager does when the button on its frame is pressed: by
/// the message `WM_DELETE_WINDOW`, in the X server's own protocol, since no tool at hand sends it.
pub fn ask_to_close(display: &str, window: u32) -> io::Result<()> {
    let mut server = UnixStream::connect(format!("/tmp/.X11-unix/X{}", display.trim_start_matches(':')))?;
    // Little-endian, protocol 11.0, without authorisation.
    server.write_all(&[b'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])?;
    let mut greeting = [0; 8];
    server.read_exact(&mut greeting)?;
    let rest = usize::from(u16::from_le_bytes([greeting[6], greeting[7]])) * 4;
    server.read_exact(&mut vec![0; rest])?;
    let protocols = atom(&mut server, "WM_PROTOCOLS")?;
    let delete = atom(&mut server, "WM_DELETE_WINDOW")?;
    // SendEvent of a ClientMessage in format 32; the mask is empty, so that it goes to the window's owner.
    let mut event = vec![25, 0, 11, 0];
    for word in [window, 0, 0x2021, window, protocols, delete, 0, 0, 0, 0] {
        event.extend(word.to_le_bytes());
    }
    server.write_all(&event)?;
    // An answer to anything later says that the message has been passed on.
    atom(&mut server, "WM_PROTOCOLS").map(drop)
}

/// The number by which the X server knows a name.
fn atom(server: &mut UnixStream, name: &str) -> io::Result<u32> {
    let words = name.len().div_ceil(4);
    let number = |value: usize| u16::try_from(value).map(u16::to_le_bytes).map_err(io::Error::other);
    let mut request = vec![16, 0];
    request.extend(number(2 + words)?);
    request.extend(number(name.len())?);
    request.extend([0, 0]);
    request.extend(name.bytes());
    request.resize(8 + words * 4, 0);
    server.write_all(&request)?;
    let mut answer = [0; 32];
    server.read_exact(&mut answer)?;
    Ok(u32::from_le_bytes([answer[8], answer[9], answer[10], answer[11]]))
}
