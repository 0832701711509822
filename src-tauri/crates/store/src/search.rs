//! The words of each customer, and finding customers by them.
//!
//! Whoever changes a customer calls [`outdate`] in the same transaction, which costs one row for a whole import; the
//! words are read when somebody searches, or some at a time before that.

use std::fmt::Write;

use rusqlite::Connection;

use model::{CustomerId, push_words};

use crate::{StoreError, Workspace, sheet};

/// The most customers whose words are gathered at once.
const MOST: i64 = 16_384;

impl Workspace {
    /// The customers that have all the words of a text in their key, name or attributes, each word at least as a
    /// beginning; without case or accents. Who is merged is found by what any of its keys, names and attributes say, each
    /// key by itself. Sorted; a text without a letter or digit finds nobody.
    pub fn find_customers(&self, text: &str) -> Result<Vec<CustomerId>, StoreError> {
        let query = query(text);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = self.found_rows(&query, text)?;
        let merged = self.merged()?;
        if !merged.is_empty() {
            for customer in &mut found {
                customer.0 = merged.kept(customer.0);
            }
            found.sort_unstable();
            found.dedup();
        }
        Ok(found)
    }

    fn found_rows(&self, query: &str, text: &str) -> Result<Vec<CustomerId>, StoreError> {
        match self.found(query, text) {
            Err(StoreError::Damaged { .. }) if self.is_fixed()? => {
                found_unread(&self.conn, text, &[(1, i64::MAX)])
            }
            // The words are known from elsewhere.
            Err(StoreError::Damaged { .. }) => {
                let tx = self.begin()?;
                outdate_all(&tx)?;
                tx.commit()?;
                self.found(query, text)
            }
            other => other,
        }
    }

    fn found(&self, query: &str, text: &str) -> Result<Vec<CustomerId>, StoreError> {
        while self.read_words()? > 0 {}
        let sql = "SELECT rowid FROM customer_words WHERE customer_words MATCH ?1
                   AND NOT EXISTS (SELECT 1 FROM customer_words_due WHERE customer_words.rowid BETWEEN first AND last)";
        let mut select = self.conn.prepare_cached(sql)?;
        let found = select.query_map([query], |row| Ok(CustomerId(row.get(0)?)))?;
        let mut found: Vec<CustomerId> = found.collect::<Result<_, _>>()?;
        let mut select =
            self.conn.prepare_cached("SELECT first, last FROM customer_words_due ORDER BY first")?;
        let unread = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        found.extend(found_unread(&self.conn, text, &unread.collect::<Result<Vec<_>, _>>()?)?);
        found.sort_unstable();
        Ok(found)
    }

    /// Reads the words of some of the customers for whom they are out of date, and gives about how many are left.
    /// Takes a tenth of a second or so; until none are left, a search has to wait for it.
    pub fn read_words(&self) -> Result<u64, StoreError> {
        if self.is_fixed()? {
            return Ok(0);
        }
        let due = due(&self.conn)?;
        if !due.is_empty() {
            let tx = self.begin()?;
            read(&tx, &due)?;
            tx.commit()?;
        }
        let sql = "SELECT CAST(total(last - first + 1) AS INTEGER) FROM customer_words_due";
        Ok(self.conn.query_row(sql, [], |row| row.get::<_, i64>(0))? as u64)
    }
}

/// The customers in some ranges that a text finds, whose words are not read: there are none but where nothing can be
/// written.
fn found_unread(conn: &Connection, text: &str, ranges: &[(i64, i64)]) -> Result<Vec<CustomerId>, StoreError> {
    let mut wanted = String::new();
    push_words(&mut wanted, text);
    let (ids, words) = words_of(conn, ranges)?;
    let has = |words: &str| {
        let mut wanted = wanted.split_ascii_whitespace();
        wanted.all(|wanted| words.split_ascii_whitespace().any(|word| word.starts_with(wanted)))
    };
    let found = ids.into_iter().zip(words).filter(|(_, words)| has(words));
    Ok(found.map(|(id, _)| CustomerId(id)).collect())
}

/// A query for all words of a text, each as a beginning.
fn query(text: &str) -> String {
    let mut words = String::new();
    push_words(&mut words, text);
    let mut query = String::new();
    for word in words.split_ascii_whitespace() {
        let and = if query.is_empty() { "" } else { " AND " };
        // A word holds nothing but letters and digits.
        let _ = write!(query, "{and}\"{word}\"*");
    }
    query
}

/// Notes that the words of the customers in a range of ids are out of date, because they came, changed or went.
pub(crate) fn outdate(conn: &Connection, first: i64, last: i64) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO customer_words_due (first, last) VALUES (?1, ?2)
         ON CONFLICT (first) DO UPDATE SET last = max(last, excluded.last)",
    )?
    .execute([first, last])?;
    Ok(())
}

/// Notes that the words of some customers are out of date.
pub(crate) fn outdate_each(conn: &Connection, customers: &[i64]) -> Result<(), StoreError> {
    let mut sorted = customers.to_vec();
    sorted.sort_unstable();
    for run in sorted.chunk_by(|one, next| next.saturating_sub(*one) <= 1) {
        outdate(conn, run[0], run[run.len() - 1])?;
    }
    Ok(())
}

/// Forgets all words and notes that they are out of date.
pub(crate) fn outdate_all(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(
        "INSERT INTO customer_words (customer_words) VALUES ('delete-all');
         DELETE FROM customer_words_due;
         INSERT INTO customer_words_due (first, last)
         SELECT 1, max(id) FROM customer HAVING max(id) IS NOT NULL;",
    )?;
    Ok(())
}

/// Forgets the words of customers who were erased, so that the file holds none of them.
pub(crate) fn erase(conn: &Connection, customers: &[i64]) -> Result<(), StoreError> {
    let mut delete = conn.prepare("DELETE FROM customer_words WHERE rowid = ?1")?;
    let mut deleted = 0;
    for customer in customers {
        deleted += delete.execute([customer])?;
    }
    if deleted > 0 {
        // Until they are merged, the words of a deleted row stay where they were.
        conn.execute("INSERT INTO customer_words (customer_words) VALUES ('optimize')", [])?;
    }
    Ok(())
}

/// Whether somebody cannot be found, or words are left of somebody who is gone, though they are not out of date.
pub(crate) fn is_torn(conn: &Connection) -> Result<bool, StoreError> {
    let sql = "WITH odd (id) AS (
                   SELECT id FROM customer WHERE id NOT IN (SELECT id FROM customer_words_docsize)
                   UNION ALL
                   SELECT id FROM customer_words_docsize WHERE id NOT IN (SELECT id FROM customer)
               )
               SELECT EXISTS (
                   SELECT 1 FROM odd
                   WHERE NOT EXISTS (SELECT 1 FROM customer_words_due WHERE odd.id BETWEEN first AND last)
               )";
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}

/// The first ranges of customers whose words are out of date, of as many customers as are read at once.
fn due(conn: &Connection) -> Result<Vec<(i64, i64)>, StoreError> {
    let mut select = conn.prepare_cached("SELECT first, last FROM customer_words_due ORDER BY first")?;
    let mut count = conn.prepare_cached(
        "SELECT count(*), max(id) FROM (
            SELECT id FROM customer WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3)",
    )?;
    let mut rows = select.query([])?;
    let (mut due, mut room) = (Vec::new(), MOST);
    while let Some(row) = rows.next()?.filter(|_| room > 0) {
        let (first, last): (i64, i64) = (row.get(0)?, row.get(1)?);
        // Ids may be far apart.
        let (customers, to): (i64, Option<i64>) =
            count.query_row([first, last, room], |row| Ok((row.get(0)?, row.get(1)?)))?;
        due.push((first, to.filter(|_| customers == room).unwrap_or(last)));
        room -= customers.max(1);
    }
    Ok(due)
}

/// Reads the words of the customers in some ranges, with each of which one that is out of date begins.
fn read(conn: &Connection, ranges: &[(i64, i64)]) -> Result<(), StoreError> {
    let mut forget = conn.prepare_cached("DELETE FROM customer_words WHERE rowid BETWEEN ?1 AND ?2")?;
    for range in ranges {
        forget.execute([range.0, range.1])?;
    }
    let (ids, words) = words_of(conn, ranges)?;
    let mut insert = conn.prepare_cached("INSERT INTO customer_words (rowid, words) VALUES (?1, ?2)")?;
    for (id, words) in ids.iter().zip(&words) {
        insert.execute((id, words))?;
    }
    ranges.iter().try_for_each(|&range| done(conn, range))
}

/// The customers in some ranges, which are sorted by where they begin, with the words of each.
fn words_of(conn: &Connection, ranges: &[(i64, i64)]) -> Result<(Vec<i64>, Vec<String>), StoreError> {
    let (mut ids, mut words) = (Vec::new(), Vec::new());
    let mut read_to = 0_i64;
    for &(first, last) in ranges {
        // Ranges may overlap; what was read once is up to date.
        let first = first.max(read_to.saturating_add(1));
        read_to = read_to.max(last);
        keys_and_names(conn, first, last, &mut ids, &mut words)?;
    }
    sheet::each_value(conn, &ids, |place| place, |place, _, value| push_words(&mut words[place], value))?;
    Ok((ids, words))
}

/// Notes that a range is up to date, with which one that was out of date begins.
fn done(conn: &Connection, (first, last): (i64, i64)) -> Result<(), StoreError> {
    let mut delete = conn.prepare_cached("DELETE FROM customer_words_due WHERE first = ?1 RETURNING last")?;
    let all: i64 = delete.query_row([first], |row| row.get(0))?;
    if all > last { outdate(conn, last + 1, all) } else { Ok(()) }
}

/// Appends the customers in a range, by id, with the words of their keys and names.
fn keys_and_names(
    conn: &Connection,
    first: i64,
    last: i64,
    ids: &mut Vec<i64>,
    all: &mut Vec<String>,
) -> Result<(), StoreError> {
    let mut select = conn.prepare_cached(
        "SELECT id, key, coalesce(name, '') FROM customer WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
    )?;
    let mut rows = select.query([first, last])?;
    while let Some(row) = rows.next()? {
        let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        let mut words = String::new();
        push_words(&mut words, text(1)?);
        push_words(&mut words, text(2)?);
        ids.push(row.get(0)?);
        all.push(words);
    }
    Ok(())
}
