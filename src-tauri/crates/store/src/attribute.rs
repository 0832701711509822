//! The attributes of customers: what all sheets together say of one is a typed column.

use rusqlite::{Connection, OptionalExtension};

use model::{Attribute, AttributeColumn, CustomerId, Forms};

use crate::cells::Cells;
use crate::interner::Interner;
use crate::merged::Merged;
use crate::sheet::torn;
use crate::{StoreError, Workspace, sheet};

impl Workspace {
    /// The attributes that customers have, sorted by name.
    pub fn attributes(&self) -> Result<Vec<Attribute>, StoreError> {
        let mut select = self.conn.prepare_cached(
            "SELECT name, forms FROM attribute JOIN sheet_column ON attribute = attribute.id ORDER BY name",
        )?;
        let mut rows = select.query([])?;
        let mut attributes: Vec<(String, Forms)> = Vec::new();
        while let Some(row) = rows.next()? {
            let name = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let forms = forms(row.get(1)?)?;
            match attributes.last_mut().filter(|last| last.0 == name) {
                Some((_, all)) => *all = all.and(forms),
                None => attributes.push((name.to_owned(), forms)),
            }
        }
        let named = |(name, forms): (String, Forms)| Attribute { name, kind: forms.kind() };
        Ok(attributes.into_iter().map(named).collect())
    }

    /// One attribute of some customers, who are given sorted, and of those who are one with them: what the sheets say together, the later before the
    /// earlier; `None` if there is no such attribute. `wall` gives what calendar and clock show in the workspace's
    /// zone at an instant in UTC milliseconds, as milliseconds since they showed 1970.
    pub fn attribute_column(
        &self,
        name: &str,
        customers: &[CustomerId],
        wall: &dyn Fn(i64) -> i64,
    ) -> Result<Option<AttributeColumn>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT id FROM attribute WHERE name = ?1")?;
        let Some(id) = select.query_row([name], |row| row.get(0)).optional()? else { return Ok(None) };
        let merged = self.merged()?;
        let mut filling = Filling::new(customers, &merged);
        filling.fill(&self.conn, id)?;
        let Filling { values, codes, forms, .. } = filling;
        Ok(Some(AttributeColumn::new(values.into_texts(), codes, forms.decide(), wall)))
    }
}

fn forms(bits: u8) -> Result<Forms, StoreError> {
    Forms::from_bits(bits).ok_or_else(|| StoreError::damaged(format!("no value has the forms {bits}")))
}

/// A column that is being put together.
struct Filling<'a> {
    customers: &'a [CustomerId],
    merged: &'a Merged,
    values: Interner,
    codes: Vec<u32>,
    forms: Forms,
}

impl<'a> Filling<'a> {
    fn new(customers: &'a [CustomerId], merged: &'a Merged) -> Self {
        let codes = vec![0; customers.len()];
        Self { customers, merged, values: Interner::default(), codes, forms: Forms::ALL }
    }

    fn fill(&mut self, conn: &Connection, attribute: i64) -> Result<(), StoreError> {
        let mut select = conn.prepare_cached(
            "SELECT sheet.id, forms, customer, sheet.checksum, text, code, sheet_column.checksum
             FROM sheet_column JOIN sheet ON sheet.id = sheet
             WHERE attribute = ?1 ORDER BY import, sheet.id",
        )?;
        let mut rows = select.query([attribute])?;
        while let Some(row) = rows.next()? {
            self.forms = self.forms.and(forms(row.get(1)?)?);
            let customers = sheet::customers_of(row, 2)?;
            let cells = Cells::read(row, 4, customers.len())?.ok_or_else(|| torn(row))?;
            self.add(customers, &cells);
        }
        Ok(())
    }

    fn add(&mut self, customers: impl Iterator<Item = i64>, cells: &Cells) {
        let codes: Vec<u32> = cells.texts.iter().map(|text| self.values.code(text)).collect();
        for (customer, &code) in customers.zip(&cells.codes).filter(|(_, code)| **code > 0) {
            if let Some(place) = self.place(CustomerId(self.merged.kept(customer))) {
                self.codes[place] = codes[code as usize - 1];
            }
        }
    }

    /// Where a customer stands among those wanted. Most ids have no gaps, and where they have none there is nothing
    /// to search.
    fn place(&self, customer: CustomerId) -> Option<usize> {
        let first = self.customers.first()?;
        let guess = usize::try_from(customer.0.checked_sub(first.0)?).ok()?;
        if self.customers.get(guess) == Some(&customer) {
            return Some(guess);
        }
        self.customers.binary_search(&customer).ok()
    }
}
