//! Those whom a question asks about, compared with others or with another range of time.

use model::{
    Against, Asked, Compared, Contrast, CustomerId, Incomparable, Journey, Level, Overlay, Question, Spans,
    Who,
};

use crate::{AppError, CompareReport, Session};

/// What is compared, where something is, or why it cannot be.
pub(crate) type Comparing = Option<Result<Compared, Incomparable>>;

/// The question of the second side, and how many customers would have been on both.
struct Others {
    question: Question,
    shared: u64,
}

impl Session {
    /// Compares those whom a question asks about, whose overlays of stages and of touchpoints are these, with those it
    /// names for that.
    pub(crate) fn contrast(
        &mut self,
        journey: &Journey,
        [stages, touchpoints]: [&Overlay; 2],
    ) -> Result<Comparing, AppError> {
        let first = &touchpoints.question;
        let others = match self.others_of(first)? {
            None => return Ok(None),
            Some(Err(incomparable)) => return Ok(Some(Err(incomparable))),
            Some(Ok(others)) => others,
        };
        let levels = [Level::Stage, Level::Touchpoint];
        let [other_stages, other_touchpoints] = self.overlays(journey, &others.question, levels)?;
        let (one, other) =
            (self.spans(journey, first, levels)?, self.spans(journey, &others.question, levels)?);
        Ok(Some(Ok(Compared {
            sides: [Question { against: None, ..first.clone() }, others.question],
            shared: others.shared,
            stages: Contrast::of(stages, &other_stages).timed(&one[0], &other[0]),
            touchpoints: Contrast::of(touchpoints, &other_touchpoints).timed(&one[1], &other[1]),
        })))
    }

    /// A comparison on a map, in words.
    pub fn compare_report(&mut self, map: &str, question: &Question) -> Result<CompareReport, AppError> {
        let journey = self.workspace.journey(self.map_by_title(map)?)?;
        let levels = [Level::Stage, Level::Touchpoint];
        let [stages, touchpoints] = self.overlays(&journey, question, levels)?;
        let compared = match self.contrast(&journey, [&stages, &touchpoints])? {
            Some(compared) => compared.map_err(AppError::Incomparable)?,
            None => return Err(AppError::Incomparable(Incomparable::Everybody)),
        };
        let [first, second] = [&compared.sides[0].who, &compared.sides[1].who].map(|who| self.among(who));
        Ok(CompareReport::of(&journey, question.level, &compared, [first?, second?]))
    }

    /// How long each took who moved along an edge, at some levels.
    fn spans(
        &mut self,
        journey: &Journey,
        question: &Question,
        levels: [Level; 2],
    ) -> Result<[Vec<Spans>; 2], AppError> {
        let engine = self.engine()?;
        let members = self.members(&question.who, question.cutoff)?;
        let (members, cancel) = (members.as_deref(), self.cancel());
        let asked = Asked { journey, question, members, cancel: &cancel };
        let [one, other] = levels.map(|level| engine.spans(&asked, level));
        Ok([one?, other?])
    }

    /// What the second side is asked.
    fn others_of(&mut self, question: &Question) -> Result<Option<Result<Others, Incomparable>>, AppError> {
        let Some(others) = question.of_others() else { return Ok(None) };
        let alone = |question| Some(Ok(Others { question, shared: 0 }));
        if let Some(Against::Range { .. }) = question.against {
            let is_apart = ends_before(question, &others) || ends_before(&others, question);
            return Ok(if is_apart { alone(others) } else { Some(Err(Incomparable::Overlapping)) });
        }
        let Some(first) = self.members(&question.who, question.cutoff)? else {
            return Ok(Some(Err(Incomparable::Everybody)));
        };
        let shared = match (&question.against, self.members(&others.who, question.cutoff)?) {
            (Some(Against::Others), _) => 0,
            (_, Some(second)) => shared(&first, &second),
            (_, None) => first.len() as u64,
        };
        if shared == 0 {
            return Ok(alone(others));
        }
        let question = Question { who: Who::Others(Box::new(question.who.clone())), ..others };
        Ok(Some(Ok(Others { question, shared })))
    }
}

/// Whether the range of one question ends before that of another begins.
fn ends_before(one: &Question, other: &Question) -> bool {
    one.to.zip(other.from).is_some_and(|(end, start)| end <= start)
}

/// How many customers are in both of two sorted lists.
fn shared(one: &[CustomerId], other: &[CustomerId]) -> u64 {
    let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
    few.iter().filter(|customer| many.binary_search(customer).is_ok()).count() as u64
}
