//! Events that carry the title of a touchpoint count there without anybody having to say so.
//!
//! Only touchpoints that list no events are matched, and only with events that no other touchpoint of their map lists
//! and that the user did not leave aside.

use std::collections::{BTreeMap, BTreeSet};

use model::{ImportId, Journey, MapId, Touchpoint, TouchpointId, folded};
use store::{StoreError, Tx};

use crate::Matched;

/// What the same touchpoint is called in English and in Dutch, as [`folded`] writes it.
const TOUCHPOINTS: [(&str, &str); 36] = [
    ("account", "mijn account"),
    ("ad", "advertentie"),
    ("add to cart", "toevoegen aan winkelwagen"),
    ("advertisement", "advertentie"),
    ("appointment", "afspraak"),
    ("brochure", "folder"),
    ("cart", "winkelwagen"),
    ("cart", "winkelmandje"),
    ("catalogue", "catalogus"),
    ("checkout", "afrekenen"),
    ("comparison", "vergelijken"),
    ("complaint", "klacht"),
    ("customer service", "klantenservice"),
    ("delivery", "bezorging"),
    ("home page", "startpagina"),
    ("homepage", "startpagina"),
    ("invoice", "factuur"),
    ("landing page", "landingspagina"),
    ("login", "inloggen"),
    ("newsletter", "nieuwsbrief"),
    ("order", "bestelling"),
    ("order confirmation", "orderbevestiging"),
    ("order placed", "bestelling geplaatst"),
    ("payment", "betaling"),
    ("product page", "productpagina"),
    ("purchase", "aankoop"),
    ("quote", "offerte"),
    ("registration", "registratie"),
    ("renewal", "verlenging"),
    ("return", "retour"),
    ("review", "beoordeling"),
    ("search", "zoeken"),
    ("shop", "winkel"),
    ("sign up", "aanmelden"),
    ("support", "ondersteuning"),
    ("wish list", "verlanglijst"),
];

/// Everything that a touchpoint with this title may be called, folded; nothing for a title that says nothing.
fn names_of(title: &str) -> BTreeSet<String> {
    let title = folded(title);
    let mut names = BTreeSet::new();
    for (english, dutch) in TOUCHPOINTS {
        if title == english || title == dutch {
            names.extend([english.to_owned(), dutch.to_owned()]);
        }
    }
    names.insert(title);
    names.remove("");
    names
}

/// The events of the workspace by their folded names, read once for all the touchpoints of a transaction.
struct Events(BTreeMap<String, Vec<String>>);

impl Events {
    fn of(tx: &Tx<'_>) -> Result<Self, StoreError> {
        let mut events: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for name in tx.event_names()? {
            events.entry(folded(&name)).or_default().push(name);
        }
        Ok(Self(events))
    }

    /// Puts the events that carry a touchpoint's title on it, but for those `kept` from it. Gives which.
    fn put_on(
        &self,
        tx: &mut Tx<'_>,
        touchpoint: &Touchpoint,
        kept: &mut BTreeSet<String>,
    ) -> Result<Vec<String>, StoreError> {
        if !touchpoint.events.is_empty() {
            return Ok(Vec::new());
        }
        let names = names_of(&touchpoint.title);
        let free = names.iter().filter_map(|name| self.0.get(name)).flatten();
        let free: Vec<String> = free.filter(|event| !kept.contains(*event)).cloned().collect();
        tx.set_events(touchpoint.id, &free)?;
        kept.extend(free.iter().cloned());
        Ok(free)
    }
}

/// The events that no touchpoint of a map may be given unasked: those listed already, and those left aside.
fn kept(tx: &Tx<'_>, journey: &Journey) -> Result<BTreeSet<String>, StoreError> {
    let listed = journey.touchpoints().flat_map(|touchpoint| touchpoint.events.iter().cloned());
    Ok(listed.chain(tx.left_events(journey.map().id)?).collect())
}

/// Puts the events that carry a touchpoint's title on it, after it was made or renamed, if it lists none.
pub(crate) fn match_touchpoint(tx: &mut Tx<'_>, id: TouchpointId) -> Result<(), StoreError> {
    let journey = tx.journey(tx.map_of(id)?)?;
    let mut kept = kept(tx, &journey)?;
    if let Some(touchpoint) = journey.touchpoint(id).filter(|touchpoint| touchpoint.events.is_empty()) {
        Events::of(tx)?.put_on(tx, touchpoint, &mut kept)?;
    }
    Ok(())
}

/// Puts the events that carry a title on the touchpoints of every map, after an import.
pub(crate) fn match_all(tx: &mut Tx<'_>, import: ImportId) -> Result<Vec<Matched>, StoreError> {
    let events = Events::of(tx)?;
    let mut all = Vec::new();
    for map in tx.maps()? {
        all.extend(match_map(tx, &events, map, import)?);
    }
    Ok(all)
}

fn match_map(
    tx: &mut Tx<'_>,
    events: &Events,
    map: MapId,
    import: ImportId,
) -> Result<Vec<Matched>, StoreError> {
    let journey = tx.journey(map)?;
    let mut kept = kept(tx, &journey)?;
    let mut matched = Vec::new();
    for touchpoint in journey.touchpoints() {
        let found = events.put_on(tx, touchpoint, &mut kept)?;
        if found.is_empty() {
            continue;
        }
        tx.note_matches(import, touchpoint.id, &found)?;
        matched.push(Matched {
            map: journey.map().title.clone(),
            touchpoint: touchpoint.title.clone(),
            events: found,
        });
    }
    Ok(matched)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_touchpoint_goes_by_its_name_in_both_languages() {
        let names = |title| names_of(title).into_iter().collect::<Vec<_>>();
        assert_eq!(names("Home Page"), ["home page", "startpagina"]);
        assert_eq!(names("Startpagina"), ["home page", "homepage", "startpagina"]);
        assert_eq!(names("xyzzy"), ["xyzzy"]);
        assert_eq!(names(" - "), [""; 0]);
        for (english, dutch) in TOUCHPOINTS {
            assert_eq!((folded(english), folded(dutch)), (english.to_owned(), dutch.to_owned()));
        }
    }
}
