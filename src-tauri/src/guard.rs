//! Keeps windows on Touchline's own pages: whatever asks to lead one elsewhere (a link, a redirect, a script) is refused.
//!
//! A webview may connect ahead of being refused. Therefore the windows' configuration names a proxy where nobody listens:
//! what is asked of the network ends there.

use tauri::plugin::{Builder, TauriPlugin};
use tauri::{Url, Wry};

/// The guard, for every window.
pub fn guard() -> TauriPlugin<Wry> {
    Builder::new("guard").on_navigation(|_, url| is_own(url)).build()
}

/// Whether an address is one of the app's own pages, which the system's webview serves under its own scheme or host.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_own;

    #[test]
    fn only_the_apps_own_pages_are_own() {
        let is_own = |url: &str| is_own(&url.parse().unwrap());
        assert!(is_own("tauri://localhost/") && is_own("tauri://localhost/index.html?map=3"));
        for foreign in [
            "https://example.org/",
            "http://localhost/",
            "tauri://example.org/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "about:blank",
            "javascript:alert(1)",
            "blob:tauri://localhost/1",
        ] {
            assert!(!is_own(foreign), "{foreign}");
        }
    }
}
