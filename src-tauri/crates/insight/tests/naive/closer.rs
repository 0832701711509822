//! A second reading of what closer looks mean: one entrant at a time.

use model::{AttributeColumn, Class, Columns, Entry, Factor, Journey, Next, Node, Part};

use super::{Entrant, Fate, Reading};

/// What an entrant's customer did, one after the other: when, and which event.
type Deeds<'a> = Vec<(i128, &'a str)>;

impl Reading {
    /// The people behind a part of a class, by customer and entry. The attribute has a code for each customer of the
    /// columns.
    pub fn part(
        &self,
        (columns, journey): (&Columns, &Journey),
        (node, class): (Node, Class),
        part: &Part,
        attribute: &AttributeColumn,
    ) -> Vec<Entry> {
        self.list_where(node, class, |entrant| match part {
            Part::Took { at_least, below } => entrant.took(class).is_some_and(|took| {
                took >= i128::from(*at_least) && below.is_none_or(|below| took < i128::from(below))
            }),
            Part::Next(event) => self.next(columns, journey, &entrant.entry()) == *event,
            Part::With(factor) => holds((columns, journey), &entrant.entry(), factor, attribute),
            Part::Without(factor) => !holds((columns, journey), &entrant.entry(), factor, attribute),
        })
    }

    /// The event of the customer's next interaction after the window of an entry; without a window, after its last one
    /// that the map knows.
    fn next(&self, columns: &Columns, journey: &Journey, entry: &Entry) -> Option<String> {
        let deeds = self.deeds(columns, entry);
        if let Some(window) = self.question.window {
            let over = i128::from(entry.at) + i128::from(window.max(0));
            return deeds.iter().find(|(at, _)| *at > over).map(|(_, event)| (*event).to_owned());
        }
        let last = deeds.iter().rposition(|(_, event)| journey.touchpoint_of_event(event).is_some())?;
        deeds.get(last + 1).map(|(_, event)| (*event).to_owned())
    }

    fn deeds<'a>(&self, columns: &'a Columns, entry: &Entry) -> Deeds<'a> {
        let all = deeds(columns, entry);
        all.into_iter().filter(|(at, _)| *at <= self.cutoff()).collect()
    }

    /// What those did next that a node lost, in no order.
    pub fn aftermath(&self, columns: &Columns, journey: &Journey, node: Node) -> Vec<Next> {
        let mut found: Vec<Next> = Vec::new();
        for entrant in self.entrants.iter().filter(|each| each.node == node) {
            let is_dropped = match entrant.fate {
                Fate::Dropped => true,
                Fate::ReturnedLate => false,
                Fate::Moved(_) | Fate::InProgress => continue,
            };
            let event = self.next(columns, journey, &entrant.entry());
            let place = found.iter().position(|each| each.event == event).unwrap_or_else(|| {
                let touchpoint = event.as_ref().and_then(|event| journey.touchpoint_of_event(event));
                let touchpoint = touchpoint.map(|each| each.id);
                found.push(Next { event, touchpoint, dropped: 0, returned_late: 0 });
                found.len() - 1
            });
            let next = &mut found[place];
            *(if is_dropped { &mut next.dropped } else { &mut next.returned_late }) += 1;
        }
        found
    }
}

impl Entrant {
    /// How long one of a class took that moved.
    fn took(&self, class: Class) -> Option<i128> {
        let mut took = self.moves.iter().filter(|(to, _)| match class {
            Class::MovedTo(wanted) | Class::MaturedMovedTo(wanted) => *to == wanted,
            _ => true,
        });
        took.next().map(|&(_, took)| took)
    }
}

fn deeds<'a>(columns: &'a Columns, entry: &Entry) -> Deeds<'a> {
    let place = columns.customers.iter().position(|each| *each == entry.customer).expect("a customer");
    let rows = columns.offsets[place] as usize..columns.offsets[place + 1] as usize;
    rows.map(|row| (i128::from(columns.at.millis(row)), columns.events[columns.event.code(row)].as_str()))
        .collect()
}

/// Whether something is true of a customer at an entry.
fn holds(
    (columns, journey): (&Columns, &Journey),
    entry: &Entry,
    factor: &Factor,
    attribute: &AttributeColumn,
) -> bool {
    match factor {
        Factor::Attribute { value, .. } => {
            let place =
                columns.customers.iter().position(|each| *each == entry.customer).expect("a customer");
            attribute.value(place).map(str::to_lowercase) == value.as_ref().map(|value| value.to_lowercase())
        }
        Factor::Came(touchpoint) => deeds(columns, entry).iter().any(|(at, event)| {
            *at < i128::from(entry.at)
                && journey.touchpoint_of_event(event).is_some_and(|each| each.id == *touchpoint)
        }),
    }
}
