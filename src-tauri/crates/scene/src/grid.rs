//! A grid that finds the rectangles near a place, so that no search is quadratic.

use rustc_hash::FxHashMap;

use crate::Rect;

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

    /// Whether a rectangle overlaps one of those whose index passes.
    pub(crate) fn meets(&self, rect: &Rect, passes: impl Fn(u32) -> bool) -> bool {
        cells(rect).any(|cell| self.near(cell).any(|(index, other)| other.overlaps(rect) && passes(index)))
    }

    fn near(&self, cell: (i32, i32)) -> impl Iterator<Item = (u32, &Rect)> {
        let indices = self.cells.get(&cell).map_or(&[][..], Vec::as_slice);
        indices.iter().map(|&index| (index, &self.rects[index as usize]))
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

    #[test]
    fn a_rectangle_is_found_from_every_cell_that_it_touches() {
        let mut grid = Grid::default();
        grid.add(Rect::new(-50.0, -50.0, 400.0, 100.0));
        grid.add(Rect::new(500.0, 500.0, 10.0, 10.0));
        assert!(grid.is_taken(&Rect::new(340.0, 40.0, 100.0, 100.0)));
        assert!(!grid.is_taken(&Rect::new(350.0, 40.0, 100.0, 100.0)));
        assert!(grid.meets(&Rect::new(504.0, 504.0, 2.0, 2.0), |index| index == 1));
        assert!(!grid.meets(&Rect::new(504.0, 504.0, 2.0, 2.0), |index| index != 1));
    }
}
