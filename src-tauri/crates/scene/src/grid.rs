//! A grid that finds the rectangles near a place, so that no search is quadratic.

use rustc_hash::FxHashMap;

use crate::Rect;
use crate::geometry::Point;

const CELL: f64 = 96.0;

/// Rectangles, found by the cells that they touch.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    cells: FxHashMap<(i32, i32), Vec<u32>>,
    rects: Vec<Rect>,
}

impl Grid {
    pub(crate) fn add(&mut self, rect: Rect) {
        let index = self.rects.len() as u32;
        self.rects.push(rect);
        for cell in cells(&rect) {
            self.cells.entry(cell).or_default().push(index);
        }
    }

    /// Whether a rectangle overlaps one of these.
    pub(crate) fn is_taken(&self, rect: &Rect) -> bool {
        cells(rect).any(|cell| self.near(cell).any(|(_, taken)| taken.overlaps(rect)))
    }

    /// Whether a point lies in one of these other than those with the two indices.
    pub(crate) fn hides(&self, at: Point, except: (u32, u32)) -> bool {
        self.near(cell(at.x, at.y))
            .any(|(index, rect)| index != except.0 && index != except.1 && rect.contains(at))
    }

    fn near(&self, cell: (i32, i32)) -> impl Iterator<Item = (u32, &Rect)> {
        let indices = self.cells.get(&cell).map_or(&[][..], Vec::as_slice);
        indices.iter().map(|&index| (index, &self.rects[index as usize]))
    }
}

/// Points with an owner each, found by cell.
#[derive(Debug, Default)]
pub(crate) struct Points {
    cells: FxHashMap<(i32, i32), Vec<(u32, Point)>>,
}

impl Points {
    pub(crate) fn add(&mut self, owner: u32, at: Point) {
        self.cells.entry(cell(at.x, at.y)).or_default().push((owner, at));
    }

    /// How many of others' points lie in a rectangle.
    pub(crate) fn foreign(&self, owner: u32, rect: &Rect) -> usize {
        cells(rect)
            .filter_map(|cell| self.cells.get(&cell))
            .map(|points| points.iter().filter(|(other, at)| *other != owner && rect.contains(*at)).count())
            .sum()
    }
}

fn cell(x: f64, y: f64) -> (i32, i32) {
    ((x / CELL).floor() as i32, (y / CELL).floor() as i32)
}

fn cells(rect: &Rect) -> impl Iterator<Item = (i32, i32)> + use<> {
    let (left, top) = cell(rect.x, rect.y);
    let (right, bottom) = cell(rect.right(), rect.bottom());
    (top..=bottom).flat_map(move |row| (left..=right).map(move |column| (column, row)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::point;

    #[test]
    fn a_rectangle_is_found_from_every_cell_that_it_touches() {
        let mut grid = Grid::default();
        grid.add(Rect::new(-50.0, -50.0, 400.0, 100.0));
        grid.add(Rect::new(500.0, 500.0, 10.0, 10.0));
        assert!(grid.is_taken(&Rect::new(340.0, 40.0, 100.0, 100.0)));
        assert!(!grid.is_taken(&Rect::new(350.0, 40.0, 100.0, 100.0)));
        assert!(grid.hides(point(505.0, 505.0), (0, 0)));
        assert!(!grid.hides(point(505.0, 505.0), (0, 1)));
    }

    #[test]
    fn only_others_points_count() {
        let mut points = Points::default();
        points.add(1, point(10.0, 10.0));
        points.add(2, point(95.0, 10.0));
        points.add(2, point(97.0, 10.0));
        assert_eq!(points.foreign(1, &Rect::new(0.0, 0.0, 200.0, 20.0)), 2);
        assert_eq!(points.foreign(2, &Rect::new(0.0, 0.0, 200.0, 20.0)), 1);
    }
}
