//! The table `interaction`: written in whole imports, in the order in which it is read.

use rusqlite::Connection;

use model::{ImportId, InteractionBatch, Texts};

use crate::arrangement::{Group, arrange, measure, stretches};
use crate::columns::{self, CHUNK, Chunk};
use crate::dictionary::{CHANNEL, CURRENCY, EVENT};
use crate::import::{self, ImportKind};
use crate::pass::{PASS, Pass, Places};
use crate::row_writer::RowWriter;
use crate::stretch::{Codes, Stretch};
use crate::survey::{LeftOut, Survey};
use crate::{ImportSource, Progress, StoreError, Workspace, already};

impl Workspace {
    /// Imports interactions, and the customers and names that the workspace lacks: all of them, or none on an
    /// error or if `progress` says `false`. Those that earlier imports of the same source brought are left out. The
    /// cached columns are up to date afterwards.
    pub fn import_interactions(
        &mut self,
        mut batch: InteractionBatch,
        source: &ImportSource,
        at: i64,
        progress: Progress<'_>,
    ) -> Result<ImportId, StoreError> {
        self.in_bulk(|conn| {
            let mut survey = Survey::of(&mut batch, &LeftOut::default())?;
            let all = batch.parts.len();
            let import = import::list(conn, ImportKind::Interactions, source, at, all)?;
            let mut groups = arrange(conn, &batch, &survey)?;
            let left_out = match &source.key {
                Some(key) if !source.again => already::left_out(conn, import, key, &mut batch, &groups)?,
                _ => LeftOut::default(),
            };
            if !left_out.is_empty() {
                import::note_taken(conn, import, all - left_out.len())?;
                survey = Survey::of(&mut batch, &left_out)?;
                measure(&mut groups, &survey);
            }
            let codes = Codes::of(conn, import, &batch, &survey)?;
            Writing { conn, import, codes: &codes, progress }.write(&mut batch, &groups, &left_out)?;
            Ok(import)
        })
    }
}

/// An import that is being written.
struct Writing<'a> {
    conn: &'a Connection,
    import: ImportId,
    codes: &'a Codes,
    progress: Progress<'a>,
}

impl Writing<'_> {
    /// Writes the rows and their cached columns: straight from the batch where the file had no interactions, else from
    /// the rows around the customers that the batch has.
    fn write(
        &self,
        batch: &mut InteractionBatch,
        groups: &[Group],
        left_out: &LeftOut,
    ) -> Result<(), StoreError> {
        let any = "SELECT EXISTS (SELECT 1 FROM interaction)";
        let first = !self.conn.query_row(any, [], |row| row.get::<_, bool>(0))?;
        if first {
            self.conn.execute("DELETE FROM chunk", [])?;
        }
        let all = groups.last().map_or(0, |group| u64::from(group.end));
        let mut places = Places::of(batch);
        // Nobody asks for the keys any more.
        batch.customers = Texts::default();
        for (base, groups) in stretches(groups, 0, PASS) {
            let pass = Pass::of(batch, (base, groups), left_out, &mut places)?;
            self.write_pass(&pass, base, groups, first, all)?;
        }
        if !first {
            let customers: Vec<i64> = groups.iter().map(|group| group.customer).collect();
            columns::refresh_around(self.conn, &customers)?;
        }
        self.tell(all, all)
    }

    fn write_pass(
        &self,
        pass: &Pass,
        base: u32,
        groups: &[Group],
        first: bool,
        all: u64,
    ) -> Result<(), StoreError> {
        let mut writer = RowWriter::new(self.conn, self.import, &pass.rows)?;
        for (start, groups) in stretches(groups, base, CHUNK) {
            self.tell(u64::from(start), all)?;
            let stretch = Stretch::of(pass, self.codes, base, (start, groups));
            writer.write(&stretch)?;
            if first {
                // The first stretch stands for all customers up to the second.
                let from = if start == 0 { 0 } else { groups[0].customer };
                Chunk::of(&stretch).write(self.conn, from)?;
            }
        }
        Ok(())
    }

    fn tell(&self, done: u64, all: u64) -> Result<(), StoreError> {
        if (self.progress)(done, all) { Ok(()) } else { Err(StoreError::Cancelled) }
    }
}

/// Takes the interactions of an import back, with the names that nothing else brought. Gives their customers.
pub(crate) fn take_back(
    conn: &Connection,
    import: ImportId,
    progress: Progress<'_>,
) -> Result<Vec<i64>, StoreError> {
    let others =
        "SELECT EXISTS (SELECT 1 FROM import WHERE kind = 'interactions' AND undone = 0 AND id <> ?1)";
    let only = !conn.query_row(others, [import.0], |row| row.get::<_, bool>(0))?;
    let customers: Vec<i64> = conn
        .prepare("SELECT DISTINCT customer FROM interaction WHERE import = ?1 ORDER BY customer")?
        .query_map([import.0], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    if only {
        // Without a condition SQLite drops the whole tree instead of row after row.
        conn.execute("DELETE FROM interaction", [])?;
    } else {
        let mut delete = conn.prepare("DELETE FROM interaction WHERE customer = ?1 AND import = ?2")?;
        for (done, &customer) in customers.iter().enumerate() {
            import::tell(progress, done, 2 * customers.len())?;
            delete.execute([customer, import.0])?;
        }
    }
    for dictionary in [EVENT, CHANNEL, CURRENCY] {
        dictionary.forget_import(conn, import)?;
        dictionary.forget_unused(conn)?;
    }
    if only {
        conn.execute("DELETE FROM chunk", [])?;
    } else {
        columns::refresh_around(conn, &customers)?;
    }
    Ok(customers)
}
