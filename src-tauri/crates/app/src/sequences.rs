//! Ways through a map: funnels, variants and paths, and the people behind their numbers.

use model::{
    Asked, Branch, CustomerId, Entry, Exclusion, Funnel, FunnelCounts, FunnelStep, Journey, MapId, PathsOf,
    Question, Sequence, Variants, VariantsOf,
};

use crate::report::names;
use crate::{AppError, FunnelReport, NamedSteps, PathsReport, Session, VariantsReport};

impl Session {
    /// How far customers come along a funnel on a map.
    pub fn funnel(
        &mut self,
        map: MapId,
        question: &Question,
        funnel: &Funnel,
    ) -> Result<FunnelCounts, AppError> {
        let (journey, members) = self.asked_of(map, question)?;
        let (engine, cancel) = (self.engine()?, self.cancel());
        let asked = Asked { journey: &journey, question, members: members.as_deref(), cancel: &cancel };
        Ok(engine.funnel(&asked, funnel)?)
    }

    /// The most frequent variants on a map, at the level of the question.
    pub fn variants(
        &mut self,
        map: MapId,
        question: &Question,
        of: VariantsOf,
    ) -> Result<Variants, AppError> {
        let (journey, members) = self.asked_of(map, question)?;
        let (engine, cancel) = (self.engine()?, self.cancel());
        let asked = Asked { journey: &journey, question, members: members.as_deref(), cancel: &cancel };
        Ok(engine.variants(&asked, of)?)
    }

    /// The paths from or to a node of a map.
    pub fn paths(&mut self, map: MapId, question: &Question, of: PathsOf) -> Result<Branch, AppError> {
        let (journey, members) = self.asked_of(map, question)?;
        let (engine, cancel) = (self.engine()?, self.cancel());
        let asked = Asked { journey: &journey, question, members: members.as_deref(), cancel: &cancel };
        Ok(engine.paths(&asked, of)?)
    }

    /// The people behind a number of a funnel, of variants or of paths.
    pub(crate) fn who_went(&mut self, sequence: &Sequence) -> Result<Vec<Entry>, AppError> {
        let (journey, members) = self.asked_of(sequence.map, &sequence.question)?;
        let (engine, cancel) = (self.engine()?, self.cancel());
        let (question, members) = (&sequence.question, members.as_deref());
        let asked = Asked { journey: &journey, question, members, cancel: &cancel };
        Ok(engine.who_went(&asked, &sequence.along)?)
    }

    /// The funnel of steps on a map by their titles, at the level of a question.
    pub fn funnel_of(&self, map: MapId, question: &Question, named: &NamedSteps) -> Result<Funnel, AppError> {
        let node = |title: &str| self.node_by_title(map, title, question.level);
        let mut funnel = Funnel::default();
        for (title, optional) in &named.steps {
            funnel.steps.push(FunnelStep { node: node(title)?, optional: *optional });
        }
        for (title, after) in &named.exclusions {
            funnel
                .exclusions
                .push(Exclusion { node: node(title)?, after: u32::try_from(*after).unwrap_or(u32::MAX) });
        }
        Ok(funnel)
    }

    /// A funnel on a map, in words.
    pub fn funnel_report(
        &mut self,
        map: MapId,
        question: &Question,
        funnel: &Funnel,
    ) -> Result<FunnelReport, AppError> {
        let counts = self.funnel(map, question, funnel)?;
        let (journey, among) = (self.workspace.journey(map)?, self.among(&question.who)?);
        Ok(FunnelReport::of((&journey, question, among), funnel, &counts))
    }

    /// The variants on a map, in words.
    pub fn variants_report(
        &mut self,
        map: MapId,
        question: &Question,
        of: VariantsOf,
    ) -> Result<VariantsReport, AppError> {
        let variants = self.variants(map, question, of)?;
        let (journey, among) = (self.workspace.journey(map)?, self.among(&question.who)?);
        Ok(VariantsReport::of((&journey, question, among), of, &variants))
    }

    /// The paths from or to a node of a map, in words.
    pub fn paths_report(
        &mut self,
        map: MapId,
        question: &Question,
        of: PathsOf,
    ) -> Result<PathsReport, AppError> {
        let tree = self.paths(map, question, of)?;
        let (journey, among) = (self.workspace.journey(map)?, self.among(&question.who)?);
        Ok(PathsReport::of((&journey, question, among), of, &tree))
    }

    /// A map and whom a question means on it.
    fn asked_of(
        &mut self,
        map: MapId,
        question: &Question,
    ) -> Result<(Journey, Option<Vec<CustomerId>>), AppError> {
        Ok((self.workspace.journey(map)?, self.members(&question.who, question.cutoff)?))
    }

    /// Which way some people went, as a picture says it.
    pub(crate) fn went(&self, sequence: &Sequence) -> Result<scene::Among, AppError> {
        let journey = self.workspace.journey(sequence.map)?;
        let title = |node| journey.title(node).unwrap_or_default().to_owned();
        Ok(scene::Among::Went {
            went: scene::Went::of(&sequence.along, title),
            map: journey.map().title.clone(),
        })
    }
}

/// The names of nodes, of those of both levels.
pub(crate) fn name_of(journey: &Journey) -> impl Fn(model::Node) -> String {
    let mut all = names(journey, model::Level::Stage);
    all.extend(names(journey, model::Level::Touchpoint));
    move |node| all.get(&node).cloned().unwrap_or_default()
}
