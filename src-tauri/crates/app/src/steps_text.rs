//! The steps of a funnel as people write them: `Aware > [Consider] > !Complain > Buy`.

use crate::AppError;
use crate::quoting::{split, unquoted};

/// The steps of a funnel by the titles of their nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSteps {
    /// The steps: their titles, and whether they may be left out.
    pub(crate) steps: Vec<(String, bool)>,
    /// What may not happen between two steps: its title, and after which step from 0.
    pub(crate) exclusions: Vec<(String, usize)>,
}

impl NamedSteps {
    /// Reads titles between `>`. One in brackets may be left out; after a `!` stands what may not happen between the
    /// step before and the step after it. A title that has `>`, `[`, `]`, `!` or `"` in it stands between double quotes,
    /// in which two are one.
    pub fn parse(text: &str) -> Result<Self, AppError> {
        let bad = |part: &str| AppError::BadSteps(part.trim().to_owned());
        let mut named = Self { steps: Vec::new(), exclusions: Vec::new() };
        for part in split(text, '>', &['>', '[', '!']) {
            let part = part.trim();
            let title =
                |text: &str| unquoted(text).filter(|title| !title.is_empty()).ok_or_else(|| bad(part));
            if let Some(excluded) = part.strip_prefix('!') {
                let after = named.steps.len().checked_sub(1).ok_or_else(|| bad(part))?;
                named.exclusions.push((title(excluded)?, after));
            } else if let Some(inner) = part.strip_prefix('[').and_then(|part| part.strip_suffix(']')) {
                named.steps.push((title(inner)?, true));
            } else {
                named.steps.push((title(part)?, false));
            }
        }
        let last = named.steps.len().checked_sub(1);
        let is_open = named.exclusions.iter().any(|(_, after)| Some(*after) == last);
        if last.is_none() || is_open || named.steps.len() > model::MOST_STEPS {
            Err(bad(text))
        } else {
            Ok(named)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_read() {
        let named = NamedSteps::parse(r#" Aware > [Consider]>! "Ask > [wait]!" > "say ""hi""" "#).unwrap();
        let steps = [("Aware", false), ("Consider", true), ("say \"hi\"", false)];
        assert_eq!(named.steps, steps.map(|(title, optional)| (title.to_owned(), optional)));
        assert_eq!(named.exclusions, [("Ask > [wait]!".to_owned(), 1)]);
        let quoted = NamedSteps::parse(r#"["A > B"] > C"#).unwrap();
        assert_eq!(quoted.steps, [("A > B".to_owned(), true), ("C".to_owned(), false)]);
    }

    #[test]
    fn what_is_no_list_of_steps_is_refused() {
        for text in ["", "A >> B", "!A > B", "A > !B", "A > [] > B", r#"A > "B" C"#, &"A > ".repeat(30)] {
            assert!(matches!(NamedSteps::parse(text), Err(AppError::BadSteps(_))), "{text}");
        }
    }
}
