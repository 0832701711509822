//! Lifecycle templates: the stages that a new map starts with, in each language.

use model::Lifecycle;

use crate::{AppError, Locale, Template};

/// The same words in each language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    en: &'static str,
    nl: &'static str,
}

impl Words {
    pub(crate) const fn new(en: &'static str, nl: &'static str) -> Self {
        Self { en, nl }
    }

    /// The words in a language.
    pub(crate) fn say(self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::Nl => self.nl,
        }
    }

    /// Whether a title is these words in any language.
    pub(crate) fn is(self, title: &str) -> bool {
        let title = model::folded(title);
        title == model::folded(self.en) || title == model::folded(self.nl)
    }
}

struct Outline {
    id: &'static str,
    title: Words,
    lifecycle: Lifecycle,
    stages: &'static [Words],
}

/// The stages of the five-stage lifecycle.
pub(crate) const FIVE_STAGES: [Words; 5] = [
    Words::new("Awareness", "Bewustwording"),
    Words::new("Consideration", "Overweging"),
    Words::new("Purchase", "Aankoop"),
    Words::new("Retention", "Klantbehoud"),
    Words::new("Advocacy", "Aanbeveling"),
];

const TEMPLATES: [Outline; 6] = [
    Outline {
        id: "five-stages",
        title: Words::new("Customer lifecycle in five stages", "Klantlevenscyclus in vijf fasen"),
        lifecycle: Lifecycle::NonLinear,
        stages: &FIVE_STAGES,
    },
    Outline {
        id: "funnel",
        title: Words::new("Sales funnel", "Verkooptrechter"),
        lifecycle: Lifecycle::Linear,
        stages: &[
            Words::new("Awareness", "Aandacht"),
            Words::new("Interest", "Interesse"),
            Words::new("Decision", "Beslissing"),
            Words::new("Action", "Actie"),
        ],
    },
    Outline {
        id: "loyalty-loop",
        title: Words::new("Loyalty loop", "Loyaliteitslus"),
        lifecycle: Lifecycle::Circular,
        stages: &[
            Words::new("Consider", "Overwegen"),
            Words::new("Evaluate", "Vergelijken"),
            Words::new("Buy", "Kopen"),
            Words::new("Enjoy", "Gebruiken"),
            Words::new("Advocate", "Aanbevelen"),
        ],
    },
    Outline {
        id: "subscription",
        title: Words::new("Subscription", "Abonnement"),
        lifecycle: Lifecycle::Circular,
        stages: &[
            Words::new("Discovery", "Ontdekken"),
            Words::new("Trial", "Proefperiode"),
            Words::new("Onboarding", "Op weg helpen"),
            Words::new("Use", "Gebruik"),
            Words::new("Renewal", "Verlenging"),
            Words::new("Referral", "Doorverwijzen"),
        ],
    },
    Outline {
        id: "service",
        title: Words::new("Service request", "Serviceverzoek"),
        lifecycle: Lifecycle::Linear,
        stages: &[
            Words::new("Need", "Vraag"),
            Words::new("Contact", "Contact"),
            Words::new("Resolution", "Oplossing"),
            Words::new("Follow-up", "Opvolging"),
        ],
    },
    Outline {
        id: "empty",
        title: Words::new("Empty map", "Lege kaart"),
        lifecycle: Lifecycle::NonLinear,
        stages: &[Words::new("Stage 1", "Fase 1")],
    },
];

/// The template that a new workspace starts with unless another is named.
pub const DEFAULT_TEMPLATE: &str = "five-stages";

/// Every template in a language, in the order in which a list shows them.
pub fn templates(locale: Locale) -> Vec<Template> {
    TEMPLATES
        .iter()
        .map(|each| Template {
            id: each.id.to_owned(),
            title: each.title.say(locale).to_owned(),
            lifecycle: each.lifecycle,
            stages: each.stages.iter().map(|stage| stage.say(locale).to_owned()).collect(),
        })
        .collect()
}

/// The template with an id, in a language.
pub fn template(id: &str, locale: Locale) -> Result<Template, AppError> {
    let found = templates(locale).into_iter().find(|each| each.id == id);
    found.ok_or_else(|| AppError::UnknownTemplate(id.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_language_has_the_same_templates_without_doubled_stages() {
        let [english, dutch] = [Locale::En, Locale::Nl].map(templates);
        assert_eq!(english.len(), dutch.len());
        for (en, nl) in english.iter().zip(&dutch) {
            assert_eq!((&en.id, en.lifecycle, en.stages.len()), (&nl.id, nl.lifecycle, nl.stages.len()));
            assert_ne!(en.title, nl.title);
            for each in [en, nl] {
                assert_eq!(each.stages.iter().collect::<BTreeSet<_>>().len(), each.stages.len());
            }
        }
    }

    #[test]
    fn words_are_known_in_any_language() {
        assert!(FIVE_STAGES[2].is("purchase") && FIVE_STAGES[2].is("Aankoop"));
        assert!(!FIVE_STAGES[2].is("Buy"));
    }
}
