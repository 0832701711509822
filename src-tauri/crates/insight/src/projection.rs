//! What customers will still spend: BG/NBD for how often, Gamma-Gamma for how much.
//!
//! Sources: P. S. Fader, B. G. S. Hardie and K. L. Lee, "“Counting your customers” the easy way: an alternative to the
//! Pareto/NBD model", Marketing Science 24 (2005); the same, "RFM and CLV: using iso-value curves for customer base
//! analysis", Journal of Marketing Research 42 (2005).

#![expect(
    clippy::many_single_char_names,
    clippy::similar_names,
    reason = "what the papers name by one letter has that name here, too"
)]

use argmin::core::{CostFunction, Error, Executor};
use argmin::solver::neldermead::NelderMead;
use libm::lgamma;
use model::{Parameters, Projection, REPEATERS, Summary};

const WEEK: f64 = 7.0;

/// The weeks of a year that are looked ahead.
const AHEAD: f64 = 52.0;

/// So many customers are enough to fit a handful of parameters; of more, every n-th is taken.
const ENOUGH: usize = 20_000;

/// What customers with these summaries will spend in the year to come; `None` where fewer than [`REPEATERS`] bought more than
/// once, or nothing fits.
pub(crate) fn project(summaries: &[Summary]) -> Option<Projection> {
    let repeaters = summaries.iter().filter(|each| each.repeats > 0).count() as u64;
    if repeaters < REPEATERS {
        return None;
    }
    let every = summaries.len().div_ceil(ENOUGH).max(1);
    let sample: Vec<Summary> = summaries.iter().copied().step_by(every).collect();
    let [r, alpha, a, b] = fit([1.0, 1.0, 1.0, 1.0], |of| purchases_unlike(of, &sample))?;
    let paid: Vec<Summary> = sample.into_iter().filter(|each| each.repeats > 0 && each.mean > 0.0).collect();
    // The scale is that of the money, so that what is fitted is near 1.
    let money = paid.iter().map(|each| each.mean).sum::<f64>() / paid.len() as f64;
    let scaled: Vec<Summary> = paid.iter().map(|each| Summary { mean: each.mean / money, ..*each }).collect();
    let [p, q, gamma] = fit([1.0, 2.0, 1.0], |of| amounts_unlike(of, &scaled))?;
    let parameters = Parameters { r, alpha, a, b, p, q, gamma: gamma * money };
    let (mut purchases, mut value) = (0.0, 0.0);
    for each in summaries {
        let expected = expected_purchases(&parameters, each, AHEAD);
        purchases += expected;
        value += expected * expected_amount(&parameters, each);
    }
    let n = summaries.len() as f64;
    let is_finite = purchases.is_finite() && value.is_finite();
    let projection = Projection {
        buyers: summaries.len() as u64,
        repeaters,
        parameters,
        purchases: purchases / n,
        value: value / n,
    };
    is_finite.then_some(projection)
}

/// Finds the positive parameters that make a cost least, from a first guess; `None` where it has no least.
fn fit<const N: usize>(guess: [f64; N], cost: impl Fn([f64; N]) -> f64) -> Option<[f64; N]> {
    // On a logarithmic scale every parameter is positive.
    let start: Vec<f64> = guess.iter().map(|each| each.ln()).collect();
    let mut simplex = vec![start.clone()];
    for axis in 0..N {
        let mut corner = start.clone();
        corner[axis] += 0.5;
        simplex.push(corner);
    }
    let solver = NelderMead::new(simplex).with_sd_tolerance(1e-9).ok()?;
    let problem = Cost(|logarithms: &[f64]| {
        let mut parameters = [0.0; N];
        parameters.iter_mut().zip(logarithms).for_each(|(each, logarithm)| *each = logarithm.exp());
        cost(parameters)
    });
    let found = Executor::new(problem, solver).configure(|state| state.max_iters(2000)).run().ok()?;
    let best = found.state.best_param?;
    let mut parameters = [0.0; N];
    parameters.iter_mut().zip(best).for_each(|(each, logarithm)| *each = logarithm.exp());
    parameters.iter().all(|each| each.is_finite()).then_some(parameters)
}

/// What is made least.
struct Cost<F>(F);

impl<F: Fn(&[f64]) -> f64> CostFunction for Cost<F> {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, parameters: &Vec<f64>) -> Result<f64, Error> {
        let cost = (self.0)(parameters);
        Ok(if cost.is_finite() { cost } else { f64::MAX })
    }
}

/// The negative log-likelihood of BG/NBD, over the number of customers.
fn purchases_unlike([r, alpha, a, b]: [f64; 4], summaries: &[Summary]) -> f64 {
    let (of_r, of_ab, of_b) = (lgamma(r), lgamma(a + b), lgamma(b));
    let likelihood = |each: &Summary| {
        let (x, last, age) = (f64::from(each.repeats), weeks(each.recency), weeks(each.age));
        let rate = lgamma(r + x) - of_r + r * alpha.ln();
        let chance = of_ab + lgamma(b + x) - of_b - lgamma(a + b + x);
        let stayed = -(r + x) * (alpha + age).ln();
        if each.repeats == 0 {
            return rate + chance + stayed;
        }
        let left = a.ln() - (b + x - 1.0).ln() - (r + x) * (alpha + last).ln();
        let most = stayed.max(left);
        rate + chance + most + ((stayed - most).exp() + (left - most).exp()).ln()
    };
    -summaries.iter().map(likelihood).sum::<f64>() / summaries.len() as f64
}

/// The negative log-likelihood of Gamma-Gamma, over the number of customers.
fn amounts_unlike([p, q, gamma]: [f64; 3], summaries: &[Summary]) -> f64 {
    let likelihood = |each: &Summary| {
        let (x, mean) = (f64::from(each.repeats), each.mean);
        lgamma(p * x + q) - lgamma(p * x) - lgamma(q)
            + q * gamma.ln()
            + (p * x - 1.0) * mean.ln()
            + p * x * x.ln()
            - (p * x + q) * (gamma + x * mean).ln()
    };
    -summaries.iter().map(likelihood).sum::<f64>() / summaries.len() as f64
}

/// The purchases that a customer is expected to make in so many weeks.
fn expected_purchases(of: &Parameters, each: &Summary, ahead: f64) -> f64 {
    let &Parameters { r, alpha, a, b, .. } = of;
    let (x, last, age) = (f64::from(each.repeats), weeks(each.recency), weeks(each.age));
    let z = ahead / (alpha + age + ahead);
    let shrunk = ((r + x) * ((alpha + age) / (alpha + age + ahead)).ln()).exp();
    let made =
        (a + b + x - 1.0) / (a - 1.0) * (1.0 - shrunk * hypergeometric(r + x, b + x, a + b + x - 1.0, z));
    let left = if each.repeats > 0 {
        a / (b + x - 1.0) * ((r + x) * ((alpha + age) / (alpha + last)).ln()).exp()
    } else {
        0.0
    };
    made / (1.0 + left)
}

/// What a purchase of a customer is expected to be.
fn expected_amount(of: &Parameters, each: &Summary) -> f64 {
    let &Parameters { p, q, gamma, .. } = of;
    let x = f64::from(each.repeats);
    p * (gamma + x * each.mean) / (p * x + q - 1.0)
}

/// Gauss's hypergeometric function by its series, for 0 <= z < 1.
fn hypergeometric(a: f64, b: f64, c: f64, z: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for n in 0..100_000 {
        let n = f64::from(n);
        term *= (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
        sum += term;
        if (term / sum).abs() < 1e-13 {
            break;
        }
    }
    sum
}

fn weeks(days: u32) -> f64 {
    f64::from(days) / WEEK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_is_gausss() {
        // 2F1(1, 1; 2; z) = -ln(1 - z) / z; 2F1(a, b; b; z) = (1 - z)^-a.
        assert!((hypergeometric(1.0, 1.0, 2.0, 0.5) - 2.0 * 2_f64.ln()).abs() < 1e-12);
        assert!((hypergeometric(3.0, 1.5, 1.5, 0.9) - 1000.0).abs() < 1e-6);
    }

    #[test]
    fn nothing_is_projected_of_too_few() {
        let once = Summary { repeats: 0, recency: 0, age: 70, mean: 0.0 };
        assert_eq!(project(&[once; 500]), None);
        assert_eq!(project(&[]), None);
    }
}
