//! What holds of every path.

use proptest::prelude::*;

use super::*;

fn points() -> impl Strategy<Value = Point> {
    (-500.0..500.0, -500.0..500.0).prop_map(|(x, y)| point(x, y))
}

fn paths() -> impl Strategy<Value = Path> {
    (prop::collection::vec(points(), 2..7), 0.0..60.0)
        .prop_map(|(points, bend): (Vec<Point>, f64)| Path::rounded(&points, bend))
}

/// Lengths from 0 to that of the path, evenly and no farther apart than `step`.
fn stations(path: &Path, step: f64) -> impl Iterator<Item = f64> {
    let (length, steps) = (path.length(), (path.length() / step).ceil().max(1.0));
    (0..=steps as usize).map(move |each| length * (each as f64 / steps))
}

/// Points along the path, this far beside it.
fn flattened(path: &Path, step: f64, away: f64) -> impl Iterator<Item = Point> {
    stations(path, step).map(move |length| path.beside(length, away))
}

fn contains(rect: &Rect, at: Point) -> bool {
    (rect.x..rect.right()).contains(&at.x) && (rect.y..rect.bottom()).contains(&at.y)
}

fn apart(one: Point, other: Point) -> f64 {
    (one.x - other.x).hypot(one.y - other.y)
}

/// The length of the line from point to point.
fn walked(points: &[Point]) -> f64 {
    points.windows(2).map(|pair| apart(pair[0], pair[1])).sum()
}

proptest! {
    #[test]
    fn it_starts_and_ends_at_its_ends(path in paths(), beyond in 0.0..100.0_f64) {
        let start = path.pieces[0].piece.start();
        prop_assert!(apart(path.point(0.0), start) < 1e-6);
        prop_assert!(apart(path.point(-beyond), start) < 1e-6);
        prop_assert!(apart(path.point(path.length()), path.end()) < 1e-3);
        prop_assert!(apart(path.point(path.length() + beyond), path.end()) < 1e-3);
    }

    #[test]
    fn its_pieces_follow_one_another(path in paths()) {
        for pair in path.pieces.windows(2) {
            prop_assert!(apart(pair[0].piece.end(), pair[1].piece.start()) < 1e-6);
        }
    }

    #[test]
    fn the_length_of_the_flattened_path_converges_to_its_own(path in paths()) {
        let length = |step: f64| walked(&flattened(&path, step, 0.0).collect::<Vec<_>>());
        let (coarse, fine) = (length(32.0), length(0.5));
        // A chord is never longer than its arc.
        prop_assert!(coarse <= path.length() * 1.002 + 0.1, "{coarse} of {}", path.length());
        prop_assert!((fine - path.length()).abs() <= path.length() * 0.002 + 0.1, "{fine} is not {}", path.length());
        prop_assert!((fine - path.length()).abs() <= (coarse - path.length()).abs() + path.length() * 0.002 + 0.1);
    }

    #[test]
    fn a_point_at_a_length_is_that_far_along(path in paths(), share in 0.0..1.0) {
        let length = path.length() * share;
        let before: Vec<Point> = stations(&path, 0.5).take_while(|at| *at < length).chain([length])
            .map(|at| path.point(at)).collect();
        prop_assert!((walked(&before) - length).abs() <= path.length() * 0.002 + 0.5);
    }

    #[test]
    fn its_bounds_contain_all_of_its_points(path in paths(), width in 0.0..20.0) {
        let (bounds, painted) = (path.bounds().grown(1e-3), path.painted(width).grown(1e-3));
        prop_assert!(flattened(&path, 5.0, 0.0).all(|at| contains(&bounds, at)));
        for rim in [-width / 2.0, width / 2.0] {
            prop_assert!(flattened(&path, 5.0, rim).all(|at| contains(&painted, at)));
        }
    }

    #[test]
    fn its_bounds_are_no_larger_than_they_must_be(path in paths()) {
        let points: Vec<Point> = flattened(&path, 0.25, 0.0).collect();
        let reached = points.iter().map(|at| Rect::new(at.x, at.y, 0.0, 0.0)).reduce(|all, each| all.union(&each));
        let (bounds, reached) = (path.bounds(), reached.unwrap());
        for (one, other) in [
            (bounds.x, reached.x),
            (bounds.y, reached.y),
            (bounds.right(), reached.right()),
            (bounds.bottom(), reached.bottom()),
        ] {
            prop_assert!((one - other).abs() < 1.0, "{bounds:?} {reached:?}");
        }
    }

    #[test]
    fn what_is_beside_it_is_as_far_away_as_asked(path in paths(), share in 0.0..1.0, away in -50.0..50.0) {
        let length = path.length() * share;
        let along = path.tangent(length);
        prop_assert!((along.x.hypot(along.y) - 1.0).abs() < 1e-6);
        prop_assert!((apart(path.point(length), path.beside(length, away)) - away.abs()).abs() < 1e-6);
    }

    #[test]
    fn a_line_that_makes_room_for_its_head_arrives_as_before(path in paths(), head in 1.0..20.0) {
        let back = path.drawn_back(head);
        let last = &path.pieces[path.pieces.len() - 1];
        prop_assume!(last.length > 2.0 * head);
        let (before, after) = (path.tangent(path.length()), back.tangent(back.length()));
        if apart(path.end(), back.end()) > head - 1e-3 {
            prop_assert!(apart(path.end(), back.end()) < head + 1e-3);
        }
        if let Piece::Line { .. } = last.piece {
            prop_assert!(apart(before, after) < 1e-6);
        }
    }
}

#[test]
fn a_corner_is_rounded_by_an_arc_of_a_circle() {
    let path = Path::rounded(&[point(0.0, 100.0), point(0.0, 0.0), point(200.0, 0.0)], 16.0);
    assert_eq!(path.data(), "M0 100L0 16A16 16 0 0 1 16 0L200 0");
    let expected = 84.0 + 16.0 * std::f64::consts::PI / 2.0 + 184.0;
    assert!((path.length() - expected).abs() < 1e-9);
    let middle = path.point(84.0 + 4.0 * std::f64::consts::PI);
    assert!(apart(middle, point(16.0 - 16.0 * 0.5_f64.sqrt(), 16.0 - 16.0 * 0.5_f64.sqrt())) < 1e-9);
    let bounds = path.bounds();
    assert!(apart(point(bounds.x, bounds.y), point(0.0, 0.0)) < 1e-9);
    assert!(apart(point(bounds.right(), bounds.bottom()), point(200.0, 100.0)) < 1e-9);
}

#[test]
fn a_path_that_turns_left_bends_left() {
    let path = Path::rounded(&[point(0.0, 0.0), point(100.0, 0.0), point(100.0, -100.0)], 20.0);
    assert_eq!(path.data(), "M0 0L80 0A20 20 0 0 0 100 -20L100 -100");
}

#[test]
fn a_line_of_no_length_stays_where_it_is() {
    let at = point(3.0, 4.0);
    let path = Path::rounded(&[at, at], 12.0);
    assert!(path.length() < 1e-9);
    assert_eq!((path.point(0.0), path.point(7.0), path.tangent(0.0)), (at, at, point(1.0, 0.0)));
    assert_eq!(flattened(&path, 24.0, 0.0).count(), 2);
}
