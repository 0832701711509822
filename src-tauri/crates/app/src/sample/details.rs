//! What is written of the touchpoints of the sample's maps.

use model::{
    Actor, ContentStatus, Day, Details, Drama, EvidenceKind, KnownBy, Link, PlannedContent, TouchpointId,
};
use store::{StoreError, Tx};

/// What is written of a touchpoint.
struct Written {
    /// Its title.
    of: &'static str,
    description: &'static str,
    owner: &'static str,
    actor: Actor,
    /// 0 for none.
    drama: i64,
    moment: bool,
    quote: &'static str,
    pains: &'static [&'static str],
    opportunities: &'static [&'static str],
    tags: &'static [&'static str],
    evidence: Option<(EvidenceKind, &'static str)>,
}

const NOTHING: Written = Written {
    of: "",
    description: "",
    owner: "",
    actor: Actor::Customer,
    drama: 0,
    moment: false,
    quote: "",
    pains: &[],
    opportunities: &[],
    tags: &[],
    evidence: None,
};

const SHOP: [Written; 9] = [
    Written {
        of: "Promotion",
        description: "A banner on the home page and a mail, both with a code that is valid for a week.",
        owner: "Marketing",
        evidence: Some((EvidenceKind::Assumed, "")),
        ..NOTHING
    },
    Written {
        of: "Catalogue",
        pains: &["Filters forget their settings"],
        owner: "Shop team",
        tags: &["mobile"],
        ..NOTHING
    },
    Written {
        of: "Product page",
        description: "Photos, sizes, stock and reviews. Most choices are made here, on a phone, in the evening.",
        owner: "Shop team",
        drama: 3,
        moment: true,
        opportunities: &["Say on which day it arrives"],
        tags: &["mobile", "reviews"],
        evidence: Some((EvidenceKind::Measured, "2024-06-30")),
        ..NOTHING
    },
    Written {
        of: "Shipping details",
        pains: &["Costs show only here", "Seven fields for one address"],
        opportunities: &["Show the costs in the cart"],
        owner: "Logistics",
        tags: &["mobile"],
        ..NOTHING
    },
    Written {
        of: "Payment trouble",
        description: "The provider refuses the card or the page hangs; the cart is kept for half an hour.",
        owner: "Payments",
        actor: Actor::BackStage,
        drama: 5,
        moment: true,
        quote: "“Did I pay now or didn’t I?”",
        pains: &["No reason is given", "The card has to be typed again"],
        opportunities: &["Keep the card", "Offer another way to pay"],
        tags: &["incident"],
        evidence: Some((EvidenceKind::Observed, "2024-05-17")),
    },
    Written {
        of: "Order placed",
        drama: 4,
        owner: "Logistics",
        evidence: Some((EvidenceKind::Measured, "2024-06-30")),
        ..NOTHING
    },
    Written {
        of: "Account",
        opportunities: &["Order the same again with one tap"],
        evidence: Some((EvidenceKind::Assumed, "")),
        ..NOTHING
    },
    Written {
        of: "Support chat",
        description: "Answered by people from nine to five, and by nobody at night.",
        owner: "Customer service",
        actor: Actor::FrontStage,
        drama: 4,
        quote: "“It said Thursday.”",
        pains: &["Two days without an answer"],
        opportunities: &["Tell before anybody has to ask"],
        tags: &["incident"],
        evidence: Some((EvidenceKind::Observed, "2024-06-04")),
        ..NOTHING
    },
    Written { of: "Review", opportunities: &["Ask once, a week after delivery"], ..NOTHING },
];

const CHECKOUT: [Written; 3] = [
    Written {
        of: "Shipping details",
        pains: &["Costs show only here"],
        owner: "Logistics",
        evidence: Some((EvidenceKind::Observed, "2024-05-02")),
        ..NOTHING
    },
    Written { of: "Payment details", drama: 4, moment: true, owner: "Payments", ..NOTHING },
    Written {
        of: "Payment refused",
        drama: 5,
        quote: "“Why do I have to type my card again?”",
        pains: &["No reason is given"],
        opportunities: &["Keep the card", "Offer another way to pay"],
        owner: "Payments",
        ..NOTHING
    },
];

/// Writes of a touchpoint of the map with a number what there is to say.
pub(super) fn write(
    tx: &mut Tx<'_>,
    map: usize,
    touchpoint: TouchpointId,
    title: &str,
) -> Result<(), StoreError> {
    let all: &[Written] = if map == 0 { &SHOP } else { &CHECKOUT };
    match all.iter().find(|written| written.of == title) {
        Some(written) => tx.set_details(touchpoint, &written.details()),
        None => Ok(()),
    }
}

impl Written {
    fn details(&self) -> Details {
        let texts = |all: &[&str]| all.iter().map(|&text| text.to_owned()).collect();
        let of_order = self.of == "Order placed";
        Details {
            description: self.description.to_owned(),
            owner: self.owner.to_owned(),
            actor: self.actor,
            drama: Drama::of(self.drama),
            moment_of_truth: self.moment,
            quote: self.quote.to_owned(),
            pains: texts(self.pains),
            opportunities: texts(self.opportunities),
            content: if of_order { content() } else { Vec::new() },
            links: if self.of == "Payment trouble" { links() } else { Vec::new() },
            tags: texts(self.tags),
            evidence: self.evidence.map(|(kind, day)| KnownBy { kind, day: Day::parse(day) }),
            image: None,
        }
    }
}

/// What is sent to whoever has ordered.
fn content() -> Vec<PlannedContent> {
    let piece = |what: &str, format: &str, status| PlannedContent {
        what: what.to_owned(),
        format: format.to_owned(),
        status,
    };
    vec![
        piece("Thank you, and when it arrives", "E-mail", ContentStatus::Done),
        piece("How to return what does not fit", "Video", ContentStatus::Planned),
    ]
}

/// Where more is said of the payment incident.
fn links() -> Vec<Link> {
    let address = "https://example.org/incidents/payments".to_owned();
    vec![Link { title: "Report of the payment incident".to_owned(), address }]
}
