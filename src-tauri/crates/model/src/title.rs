//! Titles that say the same in other letters.

/// A title as it is compared with others: without case, and with one space for whatever sets its words apart. Event
/// names are often titles that a program has written: `add_to_cart` is "Add to cart".
///
/// Titles that say nothing fold to nothing.
pub fn folded(title: &str) -> String {
    let apart = |letter: char| letter.is_whitespace() || matches!(letter, '_' | '-' | '.' | '/' | ':');
    let lower = title.to_lowercase();
    lower.split(apart).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn titles_compare_without_case_and_by_words() {
        for (one, other) in [
            ("Add to cart", "add_to_cart"),
            (" Checkout ", "CHECKOUT"),
            ("E-mail", "e mail"),
            ("Élan\u{a0}vital", "élan vital"),
            ("shop/cart.view", "Shop cart view"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} and {other}");
        }
        assert_ne!(folded("C++"), folded("C"));
        assert_ne!(folded("addtocart"), folded("add to cart"));
        assert_eq!(folded(" - "), "");
    }
}
