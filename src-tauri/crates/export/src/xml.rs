//! XML as text.

use scene::visible;

/// Text that can stand in an element or an attribute; what XML 1.0 cannot hold becomes U+FFFD.
pub(crate) fn escaped(text: &str) -> String {
    let seen: String = text.chars().map(visible).collect();
    quick_xml::escape::escape(seen.as_str()).into_owned()
}
