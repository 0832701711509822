//! Lifecycle templates: the stages that a new map starts with, in English; a shell may translate the titles.

use model::Lifecycle;

use crate::{AppError, Template};

struct Outline {
    id: &'static str,
    title: &'static str,
    lifecycle: Lifecycle,
    stages: &'static [&'static str],
}

const TEMPLATES: [Outline; 6] = [
    Outline {
        id: "five-stages",
        title: "Customer lifecycle in five stages",
        lifecycle: Lifecycle::NonLinear,
        stages: &["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"],
    },
    Outline {
        id: "funnel",
        title: "Sales funnel",
        lifecycle: Lifecycle::Linear,
        stages: &["Awareness", "Interest", "Decision", "Action"],
    },
    Outline {
        id: "loyalty-loop",
        title: "Loyalty loop",
        lifecycle: Lifecycle::Circular,
        stages: &["Consider", "Evaluate", "Buy", "Enjoy", "Advocate"],
    },
    Outline {
        id: "subscription",
        title: "Subscription",
        lifecycle: Lifecycle::Circular,
        stages: &["Discovery", "Trial", "Onboarding", "Use", "Renewal", "Referral"],
    },
    Outline {
        id: "service",
        title: "Service request",
        lifecycle: Lifecycle::Linear,
        stages: &["Need", "Contact", "Resolution", "Follow-up"],
    },
    Outline { id: "empty", title: "Empty map", lifecycle: Lifecycle::NonLinear, stages: &["Stage 1"] },
];

/// The template that a new workspace starts with unless another is named.
pub const DEFAULT_TEMPLATE: &str = "five-stages";

/// Every template, in the order in which a list shows them.
pub fn templates() -> Vec<Template> {
    TEMPLATES
        .iter()
        .map(|each| Template {
            id: each.id.to_owned(),
            title: each.title.to_owned(),
            lifecycle: each.lifecycle,
            stages: each.stages.iter().map(|&stage| stage.to_owned()).collect(),
        })
        .collect()
}

/// The template with an id.
pub fn template(id: &str) -> Result<Template, AppError> {
    templates().into_iter().find(|each| each.id == id).ok_or_else(|| AppError::UnknownTemplate(id.to_owned()))
}
