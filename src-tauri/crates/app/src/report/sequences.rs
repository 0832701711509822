//! Funnels, variants and paths as the command line writes them.

use model::{
    Branch, Funnel, FunnelCounts, Journey, Node, PathsOf, Question, StepCounts, Times, Toward, Variants,
    VariantsOf,
};
use scene::Among;
use serde::Serialize;

use super::{QuestionReport, RateReport, question_report};
use crate::sequences::name_of;
use crate::when::rfc3339;

/// What was asked, of which map and among whom.
type AskedOf<'a> = (&'a Journey, &'a Question, Among);

/// What `touchline funnel --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FunnelReport {
    /// What was asked.
    pub question: QuestionReport,
    /// The last instant that the data covers.
    pub cutoff: Option<String>,
    /// The steps, in their order.
    pub steps: Vec<StepReport>,
}

/// A step of a funnel by title.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepReport {
    /// The title.
    pub name: String,
    /// Whether it may be left out.
    pub optional: bool,
    /// What may not happen between it and the next.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_then: Vec<String>,
    /// How many customers came this far.
    pub reached: u64,
    /// How many of them came to the step itself; fewer where it was left out.
    pub itself: u64,
    /// How many came no further and still have time.
    pub under_way: u64,
    /// How many came no further and have no time left.
    pub lost: u64,
    /// The share of those who reached the step before.
    pub of_before: Option<RateReport>,
    /// The share of those who reached the first.
    pub of_first: Option<RateReport>,
    /// How long it took from the first step.
    pub seconds: Option<Times>,
}

/// What `touchline variants --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VariantsReport {
    /// What was asked.
    pub question: QuestionReport,
    /// At which number of visits they are cut.
    pub length: u32,
    /// How many customers have a variant.
    pub customers: u64,
    /// How many different ones there are.
    pub variants: u64,
    /// The most frequent ones.
    pub top: Vec<VariantReport>,
    /// How many customers have another.
    pub others: u64,
    /// The share of the customers who have one of the top, 0 to 1.
    pub coverage: Option<f64>,
}

/// A variant by titles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VariantReport {
    /// The titles of the nodes.
    pub nodes: Vec<String>,
    /// How many customers have it.
    pub count: u64,
    /// How many of them went on after it was cut.
    pub went_on: u64,
    /// The share of all customers that have a variant, 0 to 1.
    pub share: f64,
}

/// What `touchline paths --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PathsReport {
    /// What was asked.
    pub question: QuestionReport,
    /// `next` from the node, or `before` it.
    pub toward: Toward,
    /// The node, and the paths from there.
    pub tree: BranchReport,
}

/// A place on paths by title.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BranchReport {
    /// The title.
    pub name: String,
    /// How many came along here.
    pub count: u64,
    /// The most frequent ways on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<BranchReport>,
    /// How many took another way on.
    pub others: u64,
    /// How many ended here.
    pub ended: u64,
}

impl FunnelReport {
    /// Puts a funnel on a journey in words.
    pub(crate) fn of(
        (journey, question, among): AskedOf<'_>,
        funnel: &Funnel,
        counts: &FunnelCounts,
    ) -> Self {
        let name = name_of(journey);
        let not_after = |step: usize| {
            let here = funnel.exclusions.iter().filter(|each| each.after as usize == step);
            here.map(|each| name(each.node)).collect()
        };
        let steps = counts.steps.iter().zip(&funnel.steps).enumerate();
        let step = |(index, (counts, step)): (usize, (&StepCounts, &model::FunnelStep))| StepReport {
            name: name(step.node),
            optional: step.optional && index > 0,
            not_then: not_after(index),
            reached: counts.reached,
            itself: counts.itself,
            under_way: counts.under_way,
            lost: counts.lost,
            of_before: counts.of_before.map(RateReport::from),
            of_first: counts.of_first.map(RateReport::from),
            seconds: counts.seconds,
        };
        Self {
            question: question_report(journey, question, among),
            cutoff: counts.cutoff.map(rfc3339),
            steps: steps.map(step).collect(),
        }
    }
}

impl VariantsReport {
    /// Puts the variants on a journey in words.
    pub(crate) fn of((journey, question, among): AskedOf<'_>, of: VariantsOf, variants: &Variants) -> Self {
        let name = name_of(journey);
        let top = variants.top.iter().map(|variant| VariantReport {
            nodes: variant.nodes.iter().map(|&node| name(node)).collect(),
            count: variant.count,
            went_on: variant.went_on,
            share: variant.count as f64 / variants.customers as f64,
        });
        Self {
            question: question_report(journey, question, among),
            length: of.length,
            customers: variants.customers,
            variants: variants.variants,
            top: top.collect(),
            others: variants.others,
            coverage: variants.coverage(variants.top.len()),
        }
    }
}

impl PathsReport {
    /// Puts the paths on a journey in words.
    pub(crate) fn of((journey, question, among): AskedOf<'_>, of: PathsOf, tree: &Branch) -> Self {
        let question = question_report(journey, &question.at(of.node.level()), among);
        Self { question, toward: of.toward, tree: branch(tree, &name_of(journey)) }
    }
}

fn branch(of: &Branch, name: &impl Fn(Node) -> String) -> BranchReport {
    BranchReport {
        name: name(of.node),
        count: of.count,
        branches: of.branches.iter().map(|each| branch(each, name)).collect(),
        others: of.others,
        ended: of.ended,
    }
}
