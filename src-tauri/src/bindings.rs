//! The commands as the window knows them: each is declared once, in Rust, and the TypeScript is generated from it.

use tauri::Wry;
use tauri_specta::{Builder, collect_commands, collect_events};

use crate::{
    backups, clipboard, closer, commands, copies, crash, data, dialogs, history, imports, leaving, open,
    people, presenting, privacy, protection, quality, rules, sequences, startup, tasks, windows, workspaces,
    worth,
};

/// Every command and event.
#[expect(clippy::too_many_lines, reason = "it is a list")]
pub fn commands() -> Builder<Wry> {
    let commands = collect_commands![
        startup::startup,
        workspaces::offers,
        workspaces::forget_recent,
        workspaces::create_workspace,
        workspaces::sample_workspace,
        workspaces::open_workspace,
        workspaces::open_without_log,
        workspaces::open_with_log,
        workspaces::close_workspace,
        windows::open_window,
        commands::overview,
        commands::view_map,
        commands::ask,
        commands::stop_counting,
        commands::edit,
        commands::catch_up,
        commands::discover_map,
        commands::add_touchpoint_for,
        commands::tidy_up,
        clipboard::copy_touchpoints,
        clipboard::copy_address,
        clipboard::copy_map,
        clipboard::paste,
        clipboard::duplicate,
        commands::preview,
        commands::new_card,
        commands::ghosts_of,
        commands::find,
        commands::find_anywhere,
        commands::sub_journey,
        commands::propose_story,
        commands::story_scene,
        presenting::present,
        presenting::presentation,
        presenting::open_presenter,
        closer::closer_look,
        closer::drivers,
        closer::stop_looking,
        commands::undo,
        commands::redo,
        history::steps,
        history::go_to,
        history::name_version,
        history::rename_version,
        history::delete_version,
        history::compare_moments,
        history::compare_twins,
        history::restore_map,
        tasks::cancel_tasks,
        imports::inspect_source,
        imports::imported_before,
        imports::import_interactions,
        imports::import_purchases,
        imports::import_scores,
        imports::import_customers,
        rules::overlaps,
        rules::customers_in_file,
        quality::quality,
        quality::flaw_effect,
        quality::duplicates,
        quality::merge_duplicates,
        quality::stop_quality,
        worth::event_meanings,
        worth::metrics,
        worth::projection,
        worth::stakes,
        imports::inspect_document,
        imports::import_document,
        imports::undo_import,
        commands::export_scene,
        commands::export_map,
        commands::read_image,
        commands::persona_sheet,
        commands::persona_facts,
        commands::export_persona,
        commands::portraits,
        backups::backups,
        backups::backup_place,
        backups::keep_backups_in,
        backups::back_up,
        backups::compare_backup,
        backups::restore_backup,
        copies::copies,
        copies::unlock_copy,
        copies::compare_copy,
        copies::merge_copy,
        copies::set_copy_aside,
        protection::unlock_workspace,
        protection::protect_workspace,
        protection::unprotect_workspace,
        protection::has_keyring,
        rules::segment_rule,
        rules::try_rule,
        rules::text_of_rule,
        rules::read_rule,
        rules::attribute_values,
        rules::channel_counts,
        rules::map_places,
        sequences::funnel,
        sequences::variants,
        sequences::paths,
        sequences::way_along,
        people::people,
        people::prepare_search,
        people::export_people,
        data::export_data,
        people::keep_list,
        people::customer,
        people::erase_customer,
        people::aged,
        people::expire,
        privacy::export_record,
        privacy::disguise,
        people::timeline,
        people::customer_way,
        dialogs::choose_file,
        commands::templates,
        commands::template_scene,
        commands::keep_template,
        commands::rename_template,
        commands::delete_template,
        commands::ideas,
        crash::crash_report,
        crash::forget_crash,
        leaving::leave,
        leaving::quit,
    ];
    let events = collect_events![
        backups::NotBackedUp,
        leaving::LeaveRequested,
        open::ChangedElsewhere,
        presenting::PresentationTold
    ];
    // The picture's own colours, for a choice among them.
    let builder = Builder::new().disable_serde_phases().constant("stageTints", app::stage_tints());
    builder.commands(commands).events(events)
}

#[cfg(test)]
mod tests {
    use specta_typescript::Typescript;

    /// Fails when the TypeScript is not what the Rust types give; `make bindings` writes it.
    #[test]
    fn the_typescript_is_fresh() {
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/lib/api/bindings.ts");
        let folder = tempfile::tempdir().unwrap();
        let fresh = folder.path().join("bindings.ts");
        let header = "// Generated from the Rust types; do not edit. `make bindings` writes it.\n";
        super::commands().export(Typescript::default().header(header), &fresh).unwrap();
        let fresh = std::fs::read_to_string(fresh).unwrap();
        if std::env::var_os("WRITE_BINDINGS").is_some() {
            std::fs::write(kept, &fresh).unwrap();
        }
        assert!(std::fs::read_to_string(kept).unwrap_or_default() == fresh, "run `make bindings`");
    }
}
