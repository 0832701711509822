//! Rules as text and as JSON.

use model::Rule;
use model::rule_text::{read, write};

/// What can be read as a rule is written so that it is read as the same again.
pub(crate) fn rules(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let from_json = serde_json::from_str::<Rule>(text).ok();
    for rule in [read(text).ok(), from_json].into_iter().flatten() {
        let written = write(&rule);
        let again = read(&written).unwrap_or_else(|error| panic!("{written:?}: {error}"));
        assert_eq!(again, rule, "{written}");
        let json = serde_json::to_string(&rule).expect("a rule is JSON");
        assert_eq!(serde_json::from_str::<Rule>(&json).expect("it is a rule"), rule, "{json}");
    }
}
