//! A story for a map that has none: the whole map, stage by stage, where most is lost, and what differs most between its
//! personas.

use model::{
    Against, Area, Frame, Journey, Level, Lit, Node, Persona, PersonaId, Question, Sentiment, Shown, StageId,
    Stake, StoryStepId, TouchpointId, Who,
};
use scene::{Lens, Reading, Rect, Scene, Subject};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use store::StoreError;

use crate::{AppError, HORIZON, Locale, Session, Theme, View};

/// How many losses a story tells.
const LOSSES: usize = 3;

/// The room around what a step is about, in the units of a picture.
const AIR: f64 = 40.0;

/// A step that is proposed for a story: what it is about, for a title in the user's language, and what it shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ProposedStep {
    /// What it is about.
    pub about: About,
    /// What it shows.
    pub shown: Shown,
}

/// What a step of a story is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum About {
    /// The whole map.
    Whole,
    /// A stage.
    Stage {
        /// Which.
        stage: StageId,
    },
    /// How many are lost at a touchpoint.
    Loss {
        /// Which.
        touchpoint: TouchpointId,
        /// How many were lost there.
        #[specta(type = Number)]
        lost: u64,
        /// What is at stake there, where that is known.
        #[specta(type = Option<Number>)]
        value: Option<f64>,
        /// The currency of the value.
        currency: Option<String>,
    },
    /// How much more, or less, often one persona is lost than another.
    Difference {
        /// At which touchpoint.
        touchpoint: TouchpointId,
        /// Which personas.
        personas: [PersonaId; 2],
        /// The drop-off of each, from 0 to 1.
        #[specta(type = [Number; 2])]
        rates: [f64; 2],
    },
    /// How differently two personas feel.
    Feelings {
        /// At which touchpoint.
        touchpoint: TouchpointId,
        /// Which personas, the happier one first.
        personas: [PersonaId; 2],
    },
}

impl Session {
    /// The picture that a step of a story shows, whatever is in view.
    pub fn story_scene(
        &mut self,
        step: StoryStepId,
        theme: Theme,
        locale: Locale,
    ) -> Result<Scene, AppError> {
        let (journey, view) = self.story_view(step, theme, locale)?;
        let evidence = self.evidence(&journey, &view)?;
        self.scene(&journey, evidence.as_ref(), &view)
    }

    /// The map of a step of a story, and how the step shows it.
    fn story_view(
        &self,
        step: StoryStepId,
        theme: Theme,
        locale: Locale,
    ) -> Result<(Journey, View), AppError> {
        let map = self.workspace.map_of_story_step(step)?;
        let journey = self.workspace.journey(map)?;
        let found = journey.story().iter().find(|each| each.id == step);
        let Shown { lens, least, question, .. } =
            found.map(|step| step.shown.clone()).ok_or(StoreError::Missing { what: "step", id: step.0 })?;
        let question = match question {
            Some(question) => question,
            None => self.first_question(&journey)?,
        };
        let reading = Reading { lens: lens_of(&lens), least, notes: false };
        Ok((journey, View { map, question: Some(question), reading, theme, locale }))
    }

    /// What a map is asked at first: those whose journeys it tells, where they stand for some customers.
    fn first_question(&self, journey: &Journey) -> Result<Question, AppError> {
        let told = &journey.map().personas;
        let stands = |persona: &Persona| told.contains(&persona.id) && persona.segment.is_some();
        let stands = self.workspace.personas()?.iter().any(stands);
        let who = if stands { Who::of_any(told.clone()) } else { Who::Everybody };
        Ok(Question { who, ..Question::new(Level::Touchpoint) })
    }

    /// The steps of a story for the map in view, as it is asked about now. Nothing is written.
    pub fn propose_story(&mut self) -> Result<Vec<ProposedStep>, AppError> {
        let showing = self.showing.as_ref().ok_or(AppError::NothingInView)?;
        let (view, journey, scene) = (showing.view.clone(), showing.journey.clone(), showing.scene().clone());
        let counts = showing.evidence().is_some();
        let plain = |frame| shown(frame, Lens::Conversion, view.question.clone());
        let mut steps = vec![ProposedStep { about: About::Whole, shown: plain(Frame::Whole) }];
        let by_stage = journey.stages().iter().map(|stage| ProposedStep {
            about: About::Stage { stage: stage.id },
            shown: plain(Frame::Stage(stage.id)),
        });
        steps.extend(by_stage);
        let Some(question) = view.question.filter(|_| counts) else {
            steps.extend(felt_otherwise(&journey, &scene, None));
            return Ok(steps);
        };
        let stakes = self.stakes_at(view.map, &question, &[Level::Touchpoint], HORIZON)?;
        for stake in greatest(&stakes.nodes) {
            steps.extend(loss(&journey, &scene, &question, stake, stakes.currency.as_ref()));
        }
        let differs = self.greatest_difference(&journey, &scene, &question)?;
        steps.extend(differs.or_else(|| felt_otherwise(&journey, &scene, Some(&question))));
        Ok(steps)
    }

    /// Where the drop-off of the first persona of a map differs most clearly from that of another.
    fn greatest_difference(
        &mut self,
        journey: &Journey,
        scene: &Scene,
        question: &Question,
    ) -> Result<Option<ProposedStep>, AppError> {
        let personas = journey.map().personas.clone();
        let Some((&first, others)) = personas.split_first() else { return Ok(None) };
        let mut best: Option<(f64, ProposedStep)> = None;
        for &other in others {
            let against = Some(Against::Who(Who::Persona(other)));
            let question = Question { who: Who::Persona(first), against, ..question.clone() };
            let [stages, touchpoints] =
                self.overlays(journey, &question, [Level::Stage, Level::Touchpoint])?;
            let Some(Ok(compared)) = self.contrast(journey, [&stages, &touchpoints])? else { continue };
            if compared.shared > 0 {
                continue;
            }
            for each in compared.touchpoints.nodes {
                let (Node::Touchpoint(touchpoint), [Some(one), Some(two)], Some(difference)) =
                    (each.node, each.sides, each.difference)
                else {
                    continue;
                };
                let size = difference.points.abs();
                if difference.is_clear && best.as_ref().is_none_or(|(largest, _)| size > *largest) {
                    let (personas, rates) = ([first, other], [one.rate, two.rate]);
                    let about = About::Difference { touchpoint, personas, rates };
                    let question = Some(question.clone());
                    let shown = around(journey, scene, touchpoint, Lens::Comparison, question);
                    best = Some((size, ProposedStep { about, shown }));
                }
            }
        }
        Ok(best.map(|(_, step)| step))
    }
}

/// The largest losses: by what is at stake, and where that is nowhere above zero, by how many are lost.
fn greatest(stakes: &[Stake]) -> Vec<&Stake> {
    let value = |stake: &Stake| stake.value.map(|value| value.amount).filter(|amount| *amount > 0.0);
    let mut lost: Vec<&Stake> = stakes.iter().filter(|stake| value(stake).is_some()).collect();
    if lost.is_empty() {
        lost = stakes.iter().filter(|stake| stake.lost > 0).collect();
        lost.sort_by_key(|stake| std::cmp::Reverse(stake.lost));
    } else {
        lost.sort_by(|one, other| value(other).unwrap_or(0.0).total_cmp(&value(one).unwrap_or(0.0)));
    }
    lost.truncate(LOSSES);
    lost
}

fn loss(
    journey: &Journey,
    scene: &Scene,
    question: &Question,
    stake: &Stake,
    currency: Option<&String>,
) -> Option<ProposedStep> {
    let Node::Touchpoint(touchpoint) = stake.node else { return None };
    let value = stake.value.map(|value| value.amount).filter(|amount| *amount > 0.0);
    let about = About::Loss {
        touchpoint,
        lost: stake.lost,
        value,
        currency: currency.filter(|_| value.is_some()).cloned(),
    };
    let lens = if value.is_some() { Lens::Value } else { Lens::DropOff };
    let shown = around(journey, scene, touchpoint, lens, Some(question.clone()));
    Some(ProposedStep { about, shown })
}

/// Where two personas of a map feel most differently; `None` where none do.
fn felt_otherwise(journey: &Journey, scene: &Scene, question: Option<&Question>) -> Option<ProposedStep> {
    let (&first, others) = journey.map().personas.split_first()?;
    let felt = |touchpoint: &model::Touchpoint, persona: PersonaId| {
        let of = |persona| journey.feeling(touchpoint, persona).0.map(Sentiment::score);
        Some(of(persona)? - of(first)?)
    };
    let all = journey.touchpoints().flat_map(|touchpoint| {
        others.iter().filter_map(move |&other| Some((felt(touchpoint, other)?, touchpoint.id, other)))
    });
    let (by, touchpoint, other) = all
        .filter(|(by, ..)| *by != 0)
        .max_by_key(|(by, touchpoint, _)| (by.abs(), std::cmp::Reverse(*touchpoint)))?;
    let personas = if by > 0 { [other, first] } else { [first, other] };
    Some(ProposedStep {
        about: About::Feelings { touchpoint, personas },
        shown: around(journey, scene, touchpoint, Lens::Emotion, question.cloned()),
    })
}

fn shown(frame: Frame, lens: Lens, question: Option<Question>) -> Shown {
    Shown { frame, lens: name_of(lens), least: 0, question, lit: Vec::new(), hidden: Vec::new() }
}

/// The name of a lens, by which stories keep it.
fn name_of(lens: Lens) -> String {
    let name = serde_json::to_value(lens).ok();
    name.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// The lens with a name; the first, where none is called so in this version.
fn lens_of(name: &str) -> Lens {
    serde_json::from_value(name.into()).unwrap_or_default()
}

/// A touchpoint with those from and to which transitions lead, and the ways between them.
fn around(
    journey: &Journey,
    scene: &Scene,
    touchpoint: TouchpointId,
    lens: Lens,
    question: Option<Question>,
) -> Shown {
    let ways = journey.transitions().into_iter().filter(|way| way.from == touchpoint || way.to == touchpoint);
    let ways: Vec<(TouchpointId, TouchpointId)> = ways.map(|way| (way.from, way.to)).collect();
    let near =
        |id: TouchpointId| id == touchpoint || ways.iter().any(|(from, to)| [*from, *to].contains(&id));
    let cards = scene.items.iter().filter(|item| {
        matches!(item.subject, Subject::Touchpoint { touchpoint } if near(touchpoint))
            && item.part_of.is_none()
    });
    let area = cards.map(|item| item.bounds).reduce(both).map(|Rect { x, y, width, height }| Area {
        x: x - AIR,
        y: y - AIR,
        width: width + 2.0 * AIR,
        height: height + 2.0 * AIR,
    });
    let lit = ways.iter().map(|(from, to)| Lit::Way { from: *from, to: *to });
    let lit = [Lit::Touchpoint(touchpoint)].into_iter().chain(lit).collect();
    Shown { lit, ..shown(area.map_or(Frame::Whole, Frame::Area), lens, question) }
}

/// The smallest rectangle that has both.
fn both(one: Rect, other: Rect) -> Rect {
    let (x, y) = (one.x.min(other.x), one.y.min(other.y));
    let right = (one.x + one.width).max(other.x + other.width);
    let bottom = (one.y + one.height).max(other.y + other.height);
    Rect { x, y, width: right - x, height: bottom - y }
}
