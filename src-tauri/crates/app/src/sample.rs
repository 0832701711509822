//! The sample workspace: six months of an online shop, two personas and two maps.
//!
//! The interactions are the e-commerce clickstream of the Python package retentioneering (Apache-2.0); see
//! `sample/README.md`. Five stories are in them, among them a loop at checkout and a payment incident.

mod details;
mod personas;

use std::fs;
use std::path::Path;

use model::{ChannelKind, LaneKind, Lifecycle, Node, PersonaId, Sentiment};
use scene::Layout;
use store::{StoreError, Tx, Workspace};

use crate::operations::{AddMap, Operation, add_map as add_empty_map};
use crate::{AppError, CustomerImport, InteractionColumns, InteractionImport, Session};

/// The name under which the sample's source appears among the imports.
const SOURCE: &str = "ecommerce_clickstream.csv.gz";

/// The gzipped CSV of the interactions.
const CLICKSTREAM: &[u8] = include_bytes!("../sample/ecommerce_clickstream.csv.gz");

/// The columns of the clickstream that tell of a customer.
const ATTRIBUTES: [&str; 3] = ["acquisition_channel", "user_cohort", "user_lifecycle"];

struct SampleMap {
    pub title: &'static str,
    pub lifecycle: Lifecycle,
    /// Its place among the personas.
    pub persona: usize,
    pub stages: &'static [&'static str],
    pub touchpoints: &'static [SampleTouchpoint],
    /// Indices into `touchpoints`.
    pub transitions: &'static [(usize, usize)],
    /// What each lane says of the stages, in their order.
    pub lanes: &'static [(LaneKind, &'static [&'static str])],
}

struct SampleTouchpoint {
    pub title: &'static str,
    /// Index into the map's stages.
    pub stage: usize,
    /// The column and row of its card within the stage.
    pub slot: (usize, usize),
    pub channel: ChannelKind,
    pub sentiment: Option<Sentiment>,
    pub goal: Option<bool>,
    pub events: &'static [&'static str],
}

macro_rules! touchpoints {
    ($($title:literal $stage:literal ($column:literal, $row:literal) $channel:ident $sentiment:expr, $goal:expr, [$($event:literal),*];)*) => {
        &[$(SampleTouchpoint {
            title: $title,
            stage: $stage,
            slot: ($column, $row),
            channel: ChannelKind::$channel,
            sentiment: $sentiment,
            goal: $goal,
            events: &[$($event),*],
        },)*]
    };
}

const MAPS: [SampleMap; 2] = [
    SampleMap {
        title: "Shop journey",
        lifecycle: Lifecycle::NonLinear,
        persona: 0,
        stages: &["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"],
        touchpoints: touchpoints![
            "Home page" 0 (0, 0) Website Some(Sentiment::Positive), None, ["home"];
            "Promotion" 0 (0, 2) Advertisement Some(Sentiment::Neutral), None, ["promo_page"];
            "Catalogue" 1 (0, 0) Website Some(Sentiment::Positive), None, ["catalog", "filter_results"];
            "Search" 1 (0, 2) Search Some(Sentiment::Neutral), None, ["search"];
            "Product page" 1 (1, 1) Website Some(Sentiment::VeryPositive), None, ["product_view"];
            "Wish list and comparison" 1 (1, 3) Website Some(Sentiment::Positive), None, ["compare", "wishlist_add"];
            "Cart" 2 (0, 0) Store Some(Sentiment::Positive), None, ["add_to_cart", "cart"];
            "Shipping details" 2 (0, 2) Delivery Some(Sentiment::Negative), None, ["shipping_details"];
            "Payment" 2 (1, 2) Payment Some(Sentiment::Neutral), None, ["payment_details"];
            "Payment trouble" 2 (1, 3) Payment Some(Sentiment::VeryNegative), None, ["checkout_bug", "payment_error"];
            "Order placed" 2 (1, 0) Delivery Some(Sentiment::VeryPositive), Some(true), ["purchase"];
            "Account" 3 (0, 0) App Some(Sentiment::Neutral), None, ["account_page"];
            "Support chat" 3 (0, 2) Chat Some(Sentiment::Negative), None, ["support_chat"];
            "Review" 4 (0, 0) Review Some(Sentiment::Positive), None, ["review_page"];
        ],
        transitions: &[
            (0, 2),
            (0, 3),
            (1, 4),
            (2, 4),
            (3, 4),
            (2, 3),
            (3, 2),
            (4, 2),
            (4, 3),
            (4, 5),
            (5, 4),
            (4, 6),
            (6, 7),
            (7, 8),
            (8, 10),
            (8, 9),
            (9, 8),
            (9, 12),
            (10, 11),
            (11, 13),
            (12, 2),
            (11, 2),
            (6, 4),
        ],
        lanes: &[
            (LaneKind::Emotion, &[]),
            (
                LaneKind::Actions,
                &[
                    "Opens the shop from habit, or from a promotion.",
                    "- Goes straight to the usual things\n- Filters, compares, saves for later",
                    "Fills the cart and checks out, mostly on the phone in the evening.",
                    "- Looks where the parcel is\n- Asks the chat when it takes long",
                    "Writes a review when everything went well.",
                ],
            ),
            (
                LaneKind::Thoughts,
                &[
                    "“We are out of everything again.”",
                    "“Where did they move it this time?”",
                    "“**Why do I have to type my card again?**”",
                    "“It said Thursday.”",
                    "“They could ask me once, not three times.”",
                ],
            ),
            (
                LaneKind::Pains,
                &[
                    "",
                    "- Filters forget their settings\n- The catalogue changes places",
                    "- Payment refused without a reason\n- Shipping costs appear late",
                    "- Two days without an answer",
                    "",
                ],
            ),
            (
                LaneKind::Opportunities,
                &[
                    "A list of the last order, one tap to fill the cart.",
                    "Remember filters for each customer.",
                    "**Keep the card**, and say why a payment failed.",
                    "Tell the day of delivery before anybody asks.",
                    "Ask for a review a week after delivery, once.",
                ],
            ),
        ],
    },
    SampleMap {
        title: "Checkout",
        lifecycle: Lifecycle::Linear,
        persona: 1,
        stages: &["Choose", "Cart", "Details", "Payment", "Done"],
        touchpoints: touchpoints![
            "Product page" 0 (0, 0) Website Some(Sentiment::Positive), None, ["product_view"];
            "Add to cart" 1 (0, 0) Website Some(Sentiment::Positive), None, ["add_to_cart"];
            "Look at the cart" 1 (0, 1) Website Some(Sentiment::Neutral), None, ["cart"];
            "Shipping details" 2 (0, 0) Delivery Some(Sentiment::Negative), None, ["shipping_details"];
            "Payment details" 3 (0, 0) Payment Some(Sentiment::Neutral), None, ["payment_details"];
            "Payment refused" 3 (0, 1) Payment Some(Sentiment::VeryNegative), None, ["payment_error"];
            "Order placed" 4 (0, 0) Delivery Some(Sentiment::VeryPositive), None, ["purchase"];
        ],
        transitions: &[(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 4), (4, 6), (4, 5), (5, 4)],
        lanes: &[
            (LaneKind::Emotion, &[]),
            (
                LaneKind::Actions,
                &[
                    "Reads, zooms in, hesitates.",
                    "Adds, changes numbers, looks again.",
                    "Types an address on a small screen.",
                    "Enters a card, sometimes twice.",
                    "Waits for the confirmation.",
                ],
            ),
            (
                LaneKind::FrontStage,
                &[
                    "Photos, price, stock, reviews.",
                    "Cart with the sum so far.",
                    "Form with the costs of each way to ship.",
                    "Form of the payment provider.",
                    "Confirmation, and the same by e-mail.",
                ],
            ),
            (
                LaneKind::BackStage,
                &[
                    "",
                    "Reserves the stock for half an hour.",
                    "Checks the address.",
                    "Checks for fraud.",
                    "Picks and packs.",
                ],
            ),
            (
                LaneKind::Support,
                &[
                    "Product data",
                    "Stock",
                    "Carriers’ tariffs",
                    "- Payment provider\n- Fraud rules",
                    "Warehouse",
                ],
            ),
        ],
    },
];

impl Session {
    /// Opens the sample workspace in a file of the app's own, making it where it is missing; `anew`, the file is given
    /// up for the original, unless somebody has it open.
    pub fn open_sample(path: &Path, anew: bool) -> Result<Self, AppError> {
        if !path.exists() {
            let folder = path.parent().unwrap_or(Path::new("."));
            fs::create_dir_all(folder).map_err(|error| AppError::Write { path: folder.to_owned(), error })?;
            return Self::sample(path);
        }
        if anew {
            let original = path.with_extension("new");
            // Left by an attempt that was cut off; it is ours.
            let _ = fs::remove_file(&original);
            drop(Self::sample(&original)?);
            Workspace::supplant(path, &original).inspect_err(|_| {
                // It is of no use then; if it cannot be removed, the next attempt does.
                let _ = fs::remove_file(&original);
            })?;
        }
        Self::open(path)
    }

    /// Makes the sample workspace: its customers and interactions, two personas and two maps.
    pub fn sample(path: &Path) -> Result<Self, AppError> {
        Self::create_whole(path, Some("Online shop"), "UTC", |session| {
            session.import_clickstream()?;
            session.transact(AddMap::LABEL, MAPS[0].title, |tx| {
                let personas = personas::add(tx)?;
                for (number, map) in MAPS.iter().enumerate() {
                    add_map(tx, number, map, personas[map.persona])?;
                }
                Ok(())
            })
        })
    }

    fn import_clickstream(&mut self) -> Result<(), AppError> {
        let folder =
            tempfile::tempdir().map_err(|error| AppError::Write { path: std::env::temp_dir(), error })?;
        let source = folder.path().join(SOURCE);
        fs::write(&source, CLICKSTREAM).map_err(|error| AppError::Write { path: source.clone(), error })?;
        let customers = CustomerImport {
            key: Some("user_id".to_owned()),
            columns: ATTRIBUTES.iter().map(|&name| (name.to_owned(), name.to_owned())).collect(),
            strict: true,
            ..CustomerImport::default()
        };
        self.import_customers(&source, &customers, &|_| true)?;
        let columns = InteractionColumns {
            customer: Some("user_id".to_owned()),
            event: Some("event".to_owned()),
            time: Some("timestamp".to_owned()),
            channel: Some("platform".to_owned()),
            ..InteractionColumns::default()
        };
        let interactions =
            InteractionImport { columns, timezone: None, strict: true, ..InteractionImport::default() };
        self.import_interactions(&source, &interactions, &|_| true)?;
        Ok(())
    }
}

fn add_map(tx: &mut Tx<'_>, number: usize, map: &SampleMap, persona: PersonaId) -> Result<(), StoreError> {
    let stages: Vec<String> = map.stages.iter().map(|&stage| stage.to_owned()).collect();
    let id = add_empty_map(tx, map.title, map.lifecycle, &stages, Some(persona))?;
    let stages: Vec<_> = tx.journey(id)?.stages().iter().map(|stage| stage.id).collect();
    let mut touchpoints = Vec::new();
    for each in map.touchpoints {
        let (column, row) = each.slot;
        let place = Layout::tidy_place(column * Layout::DEEP + row);
        let touchpoint = tx.add_touchpoint(stages[each.stage], each.title, place)?;
        tx.set_channel(touchpoint, Some(&each.channel.into()))?;
        tx.set_sentiment(touchpoint, each.sentiment)?;
        tx.set_touchpoint_goal(touchpoint, each.goal)?;
        details::write(tx, number, touchpoint, each.title)?;
        let events: Vec<String> = each.events.iter().map(|&event| event.to_owned()).collect();
        tx.set_events(touchpoint, &events)?;
        touchpoints.push(touchpoint);
    }
    for &(from, to) in map.transitions {
        tx.add_transition(touchpoints[from], touchpoints[to])?;
    }
    for (position, &(kind, texts)) in map.lanes.iter().enumerate() {
        let lane = tx.add_lane(id, position, kind, "")?;
        for (&stage, text) in stages.iter().zip(texts).filter(|(_, text)| !text.is_empty()) {
            tx.write_cell(lane, Node::Stage(stage), text)?;
        }
    }
    Ok(())
}
