//! What the system says of its user: the language and the time zone.

use app::Locale;

/// The system's language, or English.
pub fn locale() -> Locale {
    language(sys_locale::get_locale().as_deref())
}

fn language(tag: Option<&str>) -> Locale {
    let primary = tag.unwrap_or_default().split(['-', '_', '.']).next().unwrap_or_default();
    if primary.eq_ignore_ascii_case("nl") { Locale::Nl } else { Locale::En }
}

/// The system's time zone as an IANA name, or UTC where the system has none.
pub fn timezone() -> String {
    let name = iana_time_zone::get_timezone().ok();
    name.filter(|name| app::is_zone(name)).unwrap_or_else(|| "UTC".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_systems_get_dutch_and_others_english() {
        for tag in ["nl", "nl-NL", "nl_BE.UTF-8", "NL"] {
            assert_eq!(language(Some(tag)), Locale::Nl, "{tag}");
        }
        for tag in ["en-GB", "C", "POSIX", "", "nds-NL", "de-DE"] {
            assert_eq!(language(Some(tag)), Locale::En, "{tag}");
        }
        assert_eq!(language(None), Locale::En);
    }

    #[test]
    fn the_time_zone_is_one_that_can_be_read_back() {
        assert!(app::is_zone(&timezone()));
    }
}
