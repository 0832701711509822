//! The figures of an overlay that count people, each with the who that lists them.

use crate::{Account, Class, Entrants, Flow, MapId, Mode, Node, Overlay, Question, Who};

/// A count of some of a node's entrants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The node that they entered.
    pub node: Node,
    /// Which of its entrants.
    pub class: Class,
    /// The mode in which they are counted: accounts count next moves, also where flows count eventual ones.
    pub mode: Mode,
    /// How many.
    pub count: u64,
}

impl Figure {
    /// The people it counts, on a map and as an answer to a question.
    pub fn who(&self, map: MapId, question: &Question) -> Who {
        let question = Question { mode: self.mode, ..question.at(self.node.level()) };
        Who::Entrants(Box::new(Entrants { map, node: self.node, class: self.class, question, part: None }))
    }
}

impl Overlay {
    /// Every figure that counts people, in the order of the accounts and then of the flows.
    pub fn figures(&self) -> Vec<Figure> {
        let mode = self.question.mode;
        let accounts = self.nodes.iter().flat_map(of_account);
        let flows = self.edges.iter().flat_map(|flow| of_flow(flow, mode));
        accounts.chain(flows).collect()
    }
}

fn of_account(account: &Account) -> Vec<Figure> {
    let figure = |class, count| Figure { node: account.node, class, mode: Mode::Next, count };
    let mut figures = vec![
        figure(Class::All, account.entered),
        figure(Class::Moved, account.moved.iter().map(|moved| moved.count).sum()),
        figure(Class::InProgress, account.in_progress),
        figure(Class::ReturnedLate, account.returned_late),
        figure(Class::Dropped, account.dropped),
        figure(Class::Lost, account.returned_late + account.dropped),
        figure(Class::Matured, account.matured),
        figure(Class::ReturnedLateElsewhere, account.elsewhere.returned_late),
        figure(Class::DroppedElsewhere, account.elsewhere.dropped),
    ];
    figures.extend(account.moved.iter().map(|moved| figure(Class::MovedTo(moved.to), moved.count)));
    figures
}

fn of_flow(flow: &Flow, mode: Mode) -> [Figure; 2] {
    let figure = |class, count| Figure { node: flow.from, class, mode, count };
    [figure(Class::MovedTo(flow.to), flow.moved), figure(Class::MaturedMovedTo(flow.to), flow.matured_moved)]
}
