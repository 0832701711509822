# Texts about copies of a workspace in conflict, in English.

merge-open = Merge copies in conflict
merge = Merge a copy
merge-hint = A folder that is synchronised between computers leaves a copy where the workspace was changed on two of them. The workspace is backed up before a copy is merged, and merging is one step that can be undone.
merge-none = Beside this workspace there is no copy in conflict with it.
merge-copy = Copy
merge-copy-at = { $name } ({ $when })
copies-note = { $count ->
    [one] A synchronised folder has left a copy of this workspace: { $names }
   *[other] A synchronised folder has left { NUMBER($count) } copies of this workspace: { $names }
}
copies-compare = Compare and merge
copies-later = Not now
merge-locked = This copy opens with another passphrase than the workspace, or with one at all. What it holds can be told with it.
merge-unlock = Look into it
merge-map = Map
merge-what = What became of it
merge-wanted = What to do
merge-map-there = { $title } (in the copy: { $there })
merge-only-there = only in the copy
merge-changed-here = changed here
merge-changed-there = changed in the copy
merge-changed-both = changed in both
merge-deleted-here = deleted here
merge-deleted-there = deleted in the copy
merge-stay = Stay as they are: { $titles }
merge-choose = Choose…
merge-do-keep-mine = Keep mine
merge-do-take-theirs = Take theirs
merge-do-keep-both = Keep both
merge-do-add = Add it
merge-do-leave-out = Leave it out
merge-do-keep-it = Keep it
merge-do-delete = Delete it here too
merge-do-leave-deleted = Leave it deleted
merge-do-add-again = Add it again
merge-personas = Personas that come along: { $names }
merge-segments = Segments that come along: { $names }
merge-imports = Not brought over: what only the copy has imported
merge-imports-text = Import these files here too. Where they are gone, open the copy instead and merge this workspace into it.
merge-import = { $source }, { $day } ({ $count ->
    [one] { NUMBER($count) } row
   *[other] { NUMBER($count) } rows
})
merge-nothing = The copy has nothing that the workspace does not have.
merge-start = Merge
merge-done = The copy is merged.
merge-added = Added: { $titles }
merge-changed = As in the copy now: { $titles }
merge-deleted = Deleted: { $titles }
merge-aside-text = The copy lies beside the workspace still. Set aside, it becomes a backup of the workspace: it can be put back, and is thinned out in time as backups are.
merge-aside = Set the copy aside
merge-leave = Leave it there
failure-no-copy-of-this = { $path } is no copy of this workspace.
    .next = It may have been moved or deleted in the meantime.
failure-undecided-map = The map “{ $title }” was changed in both.
    .next = Choose which is wanted.
