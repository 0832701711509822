backups-open = Backups
backups-to-opened = Back to how I opened it
backups = Backups
backups-hint = Touchline backs the workspace up by itself: after it was opened, every hour while it is edited, before each import and before the file’s format changes. It keeps the last ten, then one a day and one a week.
backups-kept-beside = Kept in a folder beside the workspace.
backups-kept-in = Kept in { $folder }
backups-kept-in-hint = Other computers that open this workspace keep theirs beside it, or where is chosen there.
backups-missing = This folder is not there now: backups are made beside the workspace until it is back.
backups-change-folder = Choose a folder…
backups-beside = Beside the workspace
backups-moved = { $count ->
    [0] From now on backups are kept there.
    [one] { NUMBER($count) } backup was moved there.
   *[other] { NUMBER($count) } backups were moved there.
}
backups-left = The backups in { $folder } could not be moved: that folder is not there. They stay in it, and are not listed any more.
backups-none = There is no backup yet. The first is made shortly after opening.
backups-choose = Choose a backup to see what it holds.
backups-make = Back up now
backups-nothing-new = Nothing has changed since the last backup.
backups-restore = Go back to this
backups-restore-hint = Before it is put back, the workspace as it is now becomes a backup itself: you can change your mind.
backups-now = Now
backups-then = Backup
backups-touchpoints = Touchpoints
backups-maps-gone = Not in the backup: { $maps }
backups-maps-back = Only in the backup: { $maps }
backup-opened = after opening
backup-hourly = while editing
backup-import = before an import
backup-restore = before going back
backup-asked = made by you
backup-merge = before merging a copy
backup-copy = a copy that was set aside
backup-migration = before a new format
backup-is-beside = beside the workspace
backup-is-now = As it is now
backup-is-opened = As you opened it
failure-not-backed-up = The workspace could not be backed up: { $reason }
failure-backed-up-beside = The folder for backups is not there: { $path }
    .next = Backups are made beside the workspace until it is back.
failure-backup-folder-missing = The folder in which backups are kept is not there: { $path }
    .next = Plug its disk in, or choose another folder under “Backups”. Nothing was changed.
failure-no-settings = This system has no folder for settings, so no folder can be chosen.
failure-no-backup = There is no backup “{ $id }” any more.
import-not-backed-up = The workspace could not be backed up before: { $reason }
