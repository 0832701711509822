//! What interactions have besides an event and an instant, in the order of [`Columns`](model::Columns).

use model::Labels;

use crate::dictionary::{CHANNEL, CURRENCY, Dictionary};
use crate::{StoreError, Workspace, merged};

impl Workspace {
    /// The channel of each interaction.
    pub fn interaction_channels(&self) -> Result<Labels, StoreError> {
        self.interaction_labels(CHANNEL)
    }

    /// The currency of each interaction.
    pub fn interaction_currencies(&self) -> Result<Labels, StoreError> {
        self.interaction_labels(CURRENCY)
    }

    fn interaction_labels(&self, dictionary: Dictionary) -> Result<Labels, StoreError> {
        let (mut names, mut code_of_id) = (Vec::new(), vec![0]);
        for (id, name) in dictionary.names(&self.conn)? {
            // The schema keeps ids within 1 to 65,536.
            code_of_id.resize(id as usize + 1, 0);
            names.push(name);
            code_of_id[id as usize] = names.len() as u32;
        }
        let mut codes = Vec::new();
        self.each_value(&format!("coalesce({}, 0)", dictionary.name()), |id: i64| {
            codes.push(code_of_id.get(id as usize).copied().unwrap_or(0));
        })?;
        Ok(Labels { names, codes })
    }

    /// The value of each interaction, NaN for none.
    pub fn interaction_values(&self) -> Result<Vec<f64>, StoreError> {
        let mut values = Vec::new();
        self.each_value("value", |value: Option<f64>| values.push(value.unwrap_or(f64::NAN)))?;
        Ok(values)
    }

    fn each_value<T: rusqlite::types::FromSql>(
        &self,
        column: &str,
        mut see: impl FnMut(T),
    ) -> Result<(), StoreError> {
        merged::each_interaction(&self.conn, &*self.merged()?, column, |_, row| {
            see(row.get(1)?);
            Ok::<_, StoreError>(())
        })
    }
}
