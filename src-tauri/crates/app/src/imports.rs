//! Customers and interactions from a source into the workspace.

use std::collections::BTreeMap;
use std::path::Path;

use exchange::{CustomerColumns, Encoding, Forms, InteractionColumns, ReadError, ReadOptions, Role, Source};
use model::{ImportId, Meaning, Survey};
use store::{Foreseen, ImportKind, ImportSource};

use crate::operations::{Operation, Part, SetMeaning};
use crate::trace::note_import;
use crate::whole::folder_of;
use crate::{
    AppError, BackupReason, Changes, CustomerImport, ImportReport, ImportSummary, Imported,
    InteractionImport, Matched, Phase, Progress, Run, Session, Watch, matching,
};

/// What a source holds, before it is imported. It looks at its beginning alone, and at no workspace. Text is read in
/// `encoding`, or else in the one that it speaks for; of a workbook `sheet` is looked at, or else the first that is shown.
pub fn inspect_source(
    path: &Path,
    encoding: Option<Encoding>,
    sheet: Option<&str>,
) -> Result<Source, AppError> {
    exchange::inspect(path, encoding, sheet)
        .map_err(|error| AppError::Read { source_path: path.to_owned(), error })
}

/// The fingerprint of a source, by which [`Session::imported_before`] knows it again. It reads all of it, and no
/// workspace.
pub fn fingerprint(path: &Path, watch: Watch<'_>) -> Result<String, AppError> {
    exchange::fingerprint(path, &reading_watch(watch))
        .map_err(|error| AppError::Read { source_path: path.to_owned(), error })
}

impl Session {
    /// The last import, not undone, of content with this fingerprint.
    pub fn imported_before(&self, fingerprint: &str) -> Result<Option<ImportSummary>, AppError> {
        Ok(self.workspace.import_by_fingerprint(fingerprint)?.map(ImportSummary::from))
    }

    /// Imports interactions: all of the rows that can be taken, in one transaction.
    pub fn import_interactions(
        &mut self,
        path: &Path,
        options: &InteractionImport,
        watch: Watch<'_>,
    ) -> Result<Imported, AppError> {
        self.import_meaning(path, options, None, watch)
    }

    fn import_meaning(
        &mut self,
        path: &Path,
        options: &InteractionImport,
        meaning: Option<Meaning>,
        watch: Watch<'_>,
    ) -> Result<Imported, AppError> {
        let zone = match &options.timezone {
            Some(name) => crate::when::zone(name)?,
            None => self.zone,
        };
        let fingerprint = fingerprint(path, watch)?;
        self.refuse_again(
            path,
            ImportKind::Interactions,
            &fingerprint,
            options.again || options.run == Run::Try,
        )?;
        let read = ReadOptions {
            zone,
            ..self.reading(options.strict, options.forms, options.large, options.sheet.as_deref())
        };
        let reading = exchange::read_interactions(path, &options.columns, &read, &reading_watch(watch))
            .map_err(|error| AppError::Read { source_path: path.to_owned(), error })?;
        let accepted = reading.batch.parts.len() as u64;
        let columns = interaction_columns(&reading.columns);
        let source = ImportSource {
            key: Some(source_key(options.source.as_deref(), &reading.header, &columns)),
            again: options.again,
            ..source(path, reading.fingerprint, columns, reading.rejected.total)
        };
        let mut batch = reading.batch;
        let looks = exchange::looks_like(&reading.header);
        let report = ImportReport {
            import: None,
            read: reading.rows,
            taken: accepted,
            already_there: 0,
            new_customers: 0,
            local_times: reading.local_times,
            forms: reading.forms,
            unread_value: reading.unread_value,
            repeated: reading.repeated,
            sheets: reading.sheets,
            looks,
            stages: reading.stages,
            not_backed_up: None,
            rejections: reading.rejected,
            columns: source.columns.clone(),
            matched: Vec::new(),
        };
        if options.run == Run::Try {
            let foreseen = self.workspace.foresee_interactions(&mut batch, &source)?;
            return Ok(self.tried(report, foreseen));
        }
        let not_backed_up = self.back_up(BackupReason::Import).err().map(|error| error.to_string());
        let before = self.workspace.counts()?.customers;
        let import = self.workspace.import_interactions(
            batch,
            &source,
            crate::session::now(),
            &storing_watch(watch),
        )?;
        let taken = self.workspace.taken(import)?;
        // The import is made, whether or not touchpoints could be given what it brought.
        let matched = self.match_titles(import, &source.name).unwrap_or_default();
        if let Some((event, meaning)) = options.columns.every.as_deref().zip(meaning) {
            self.set_meaning(event.trim(), meaning)?;
        }
        let already_there = accepted - taken;
        let report =
            ImportReport { import: Some(import), taken, already_there, not_backed_up, matched, ..report };
        Ok(self.imported(before, report))
    }

    /// Imports rows with dates of stages, each as an interaction whose event is the stage. Without any stages that are
    /// told, those whose columns are recognised.
    pub fn import_journeys(
        &mut self,
        path: &Path,
        options: &InteractionImport,
        watch: Watch<'_>,
    ) -> Result<Imported, AppError> {
        if !options.columns.stages.is_empty() {
            return self.import_interactions(path, options, watch);
        }
        let source = inspect_source(path, options.forms.encoding, options.sheet.as_deref())?;
        if source.stages.is_empty() {
            let error = ReadError::MissingColumn { role: Role::Time, columns: source.columns };
            return Err(AppError::Read { source_path: path.to_owned(), error });
        }
        let columns = InteractionColumns { stages: source.stages, ..options.columns.clone() };
        self.import_interactions(path, &InteractionImport { columns, ..options.clone() }, watch)
    }

    /// Imports interactions that are all one event, whose values mean purchases from now on.
    pub fn import_purchases(
        &mut self,
        path: &Path,
        options: &InteractionImport,
        watch: Watch<'_>,
    ) -> Result<Imported, AppError> {
        self.import_meaning(path, options, Some(Meaning::Purchase), watch)
    }

    /// Imports answers to a survey: interactions that are all one event, whose values mean its scores from now on.
    pub fn import_scores(
        &mut self,
        path: &Path,
        survey: Survey,
        options: &InteractionImport,
        watch: Watch<'_>,
    ) -> Result<Imported, AppError> {
        self.import_meaning(path, options, Some(Meaning::Score(survey)), watch)
    }

    /// Says what the values of an event mean, unless that is known: one step of history.
    fn set_meaning(&mut self, event: &str, meaning: Meaning) -> Result<(), AppError> {
        if self.workspace.meanings()?.get(event) == Some(&meaning) {
            return Ok(());
        }
        self.transact(SetMeaning::LABEL, event, |tx| Ok(tx.set_meaning(event, Some(meaning))?))
    }

    /// How a source is read, unless its import says otherwise.
    pub(crate) fn reading(
        &self,
        strict: bool,
        forms: Forms,
        large: bool,
        sheet: Option<&str>,
    ) -> ReadOptions {
        // What is read has to find its place on the workspace's disk in any case.
        let folder = folder_of(self.workspace.path()).to_owned();
        ReadOptions { zone: self.zone, strict, forms, large, sheet: sheet.map(str::to_owned), folder }
    }

    /// Gives the touchpoints that list no events those that carry their title: one step of history.
    fn match_titles(&mut self, import: ImportId, source: &str) -> Result<Vec<Matched>, AppError> {
        let label = store::StepLabel::new("match_events", source);
        let work = |tx: &mut store::Tx<'_>| matching::match_all(tx, import);
        Ok(self.workspace.transact(&label, crate::session::now(), work)?.0)
    }

    /// Imports customers with their attributes, likewise.
    pub fn import_customers(
        &mut self,
        path: &Path,
        options: &CustomerImport,
        watch: Watch<'_>,
    ) -> Result<Imported, AppError> {
        let fingerprint = fingerprint(path, watch)?;
        self.refuse_again(
            path,
            ImportKind::Customers,
            &fingerprint,
            options.again || options.run == Run::Try,
        )?;
        let read = self.reading(options.strict, options.forms, options.large, options.sheet.as_deref());
        let reading = exchange::read_customers(
            path,
            options.key.as_deref(),
            &options.columns,
            &read,
            &reading_watch(watch),
        )
        .map_err(|error| AppError::Read { source_path: path.to_owned(), error })?;
        let taken = reading.batch.len() as u64;
        let columns = customer_columns(&reading.columns);
        let source = source(path, reading.fingerprint, columns, reading.rejected.total);
        let report = ImportReport {
            import: None,
            read: reading.rows,
            taken,
            already_there: 0,
            new_customers: 0,
            local_times: reading.local_times,
            forms: reading.forms,
            unread_value: reading.unread_value,
            looks: exchange::looks_like(&reading.header),
            repeated: reading.repeated,
            sheets: reading.sheets,
            stages: None,
            not_backed_up: None,
            rejections: reading.rejected,
            columns: source.columns.clone(),
            matched: Vec::new(),
        };
        if options.run == Run::Try {
            let foreseen = self.workspace.foresee_customers(&reading.batch)?;
            return Ok(self.tried(report, foreseen));
        }
        let not_backed_up = self.back_up(BackupReason::Import).err().map(|error| error.to_string());
        let before = self.workspace.counts()?.customers;
        let import = self.workspace.import_customers(
            reading.batch,
            &source,
            crate::session::now(),
            &storing_watch(watch),
        )?;
        let report = ImportReport { import: Some(import), not_backed_up, ..report };
        Ok(self.imported(before, report))
    }

    /// Takes an import back as a whole, and the events that it put on touchpoints off again.
    pub fn undo_import(&mut self, import: ImportId, watch: Watch<'_>) -> Result<Changes, AppError> {
        let source = self.workspace.imports()?.into_iter().find(|each| each.id == import);
        self.workspace.undo_import(import, &storing_watch(watch))?;
        self.forget_interactions();
        let name = source.map(|each| each.source.name).unwrap_or_default();
        let label = store::StepLabel::new("unmatch_events", &name);
        // The import is gone in any case; events that stay listed count nothing.
        let _ = self.workspace.transact(&label, crate::session::now(), |tx| tx.take_back_matches(import));
        Ok(self.changes_after(&Part::OF_IMPORT))
    }

    /// Refuses content that was imported before, unless asked to take it again.
    fn refuse_again(
        &self,
        path: &Path,
        kind: ImportKind,
        fingerprint: &str,
        again: bool,
    ) -> Result<(), AppError> {
        let before = self.workspace.import_by_fingerprint(fingerprint)?;
        match before.filter(|before| before.kind == kind && !again) {
            Some(before) => {
                Err(AppError::ImportedBefore { source_path: path.to_owned(), before: before.into() })
            }
            None => Ok(()),
        }
    }

    /// What is told of an import that was only tried.
    fn tried(&mut self, report: ImportReport, foreseen: Foreseen) -> Imported {
        let Foreseen { new_customers, already_there } = foreseen;
        let taken = report.taken.saturating_sub(already_there);
        let report = ImportReport { taken, already_there, new_customers, ..report };
        Imported { report, changes: self.changes_after(&[]) }
    }

    /// What is told of an import that is made, given how many customers there were before.
    fn imported(&mut self, before: u64, report: ImportReport) -> Imported {
        self.forget_interactions();
        note_import(report.read, report.taken, report.rejections.total, report.matched.len());
        // Where the customers cannot be counted, neither can the rest be looked at, and the changes say so.
        let customers = self.workspace.counts().map_or(before, |counts| counts.customers);
        let report = ImportReport { new_customers: customers.saturating_sub(before), ..report };
        Imported { report, changes: self.changes_after(&Part::OF_IMPORT) }
    }
}

/// What exports of one source have in common: the name that the user gives it, or else all of its columns and which
/// of them are read as what. The file's name is not part of it, since most exports have their date in it.
fn source_key(given: Option<&str>, header: &[String], columns: &BTreeMap<String, String>) -> String {
    match given {
        Some(name) => format!("named {name}"),
        None => serde_json::json!([header, columns]).to_string(),
    }
}

/// Where an import comes from.
fn source(
    path: &Path,
    fingerprint: String,
    columns: BTreeMap<String, String>,
    rejected: u64,
) -> ImportSource {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    ImportSource { name, fingerprint, columns, rejected, ..ImportSource::default() }
}

impl From<store::Import> for ImportSummary {
    fn from(import: store::Import) -> Self {
        Self {
            id: import.id,
            source: import.source.name,
            kind: import.kind.name().to_owned(),
            at: import.at,
            taken: import.taken,
            rejected: import.source.rejected,
        }
    }
}

fn reading_watch(watch: Watch<'_>) -> impl Fn(exchange::Progress) -> bool + Sync {
    move |progress| watch(Progress { phase: Phase::Reading, done: progress.bytes, of: progress.of })
}

fn storing_watch(watch: Watch<'_>) -> impl Fn(u64, u64) -> bool {
    move |done, of| watch(Progress { phase: Phase::Storing, done, of })
}

fn interaction_columns(used: &InteractionColumns) -> BTreeMap<String, String> {
    let fields = [
        ("customer", &used.customer),
        ("event", &used.event),
        ("time", &used.time),
        ("channel", &used.channel),
        ("value", &used.value),
        ("currency", &used.currency),
        ("every", &used.every),
    ];
    let named = fields.into_iter().filter_map(|(field, column)| Some((field.to_owned(), column.clone()?)));
    let stages = used.stages.iter().map(|each| (format!("stage {}", each.stage), each.column.clone()));
    named.chain(stages).collect()
}

fn customer_columns(used: &CustomerColumns) -> BTreeMap<String, String> {
    let key = used.key.iter().map(|column| ("key".to_owned(), column.clone()));
    let name = (!used.name.is_empty()).then(|| ("name".to_owned(), used.name.join(" + ")));
    let attributes = used.attributes.iter().map(|each| (each.field.clone(), each.column.clone()));
    key.chain(name).chain(attributes).collect()
}
