# Texts about the history of a workspace, in English.

history = History
history-toggle = History
history-close = Close history
history-steps = Steps, the newest first
history-today = Today
history-yesterday = Yesterday
history-now = Now
history-now-undone = Now · { $count ->
    [one] the step above is undone
   *[other] the { $count } steps above are undone
}
history-now-hint = { $count ->
    [one] The next edit discards it for good.
   *[other] The next edit discards them for good.
}
history-beginning = As it was made
history-cut = Older steps are not kept
history-opened = As you opened it
history-opened-lost = How you opened it lies beyond the steps that are kept. It is among the backups.
history-opened-backup = Open backups
history-step-of = { $step } “{ $subject }”
history-row = { $step }, { $when }
history-row-undone = { $step }, { $when }, undone
history-row-current = { $step }, { $when }, as it is now
history-none = Nothing has been done yet that could be undone.
history-discarded = { $count ->
    [one] 1 undone step was discarded by this edit
   *[other] { $count } undone steps were discarded by this edit
}

## Versions with a name

version-name = Name this version…
version-name-now = Name version
version-rename = Rename version
version-rename-of = Rename “{ $name }”…
version-delete-of = Delete “{ $name }”…
version-delete = Delete version
version-delete-text = “{ $name }” goes, with what is kept under it. The step stays.
version-delete-whole = “{ $name }” goes, with the maps as they were then. No step leads there any more, so that this cannot be undone.
version-keep = Keep
version-called = Name
version-hint = All maps are kept as they are at this step, for as long as the version is there, even where its step is discarded or falls away.
version-kept = Version, kept whole
version-apart = Version “{ $name }”, kept whole

## Comparing and restoring

history-compare = Compare with now
history-restore = Restore this map from here
compare = Compare versions
compare-from = Earlier
compare-to = Later
compare-legend = Marks
compare-same = The map is the same at both.
compare-differences = What differs
compare-restore = Restore the earlier one
compare-close = Done
differs-map = Map “{ $title }”
differs-stage = Stage “{ $title }”
differs-touchpoint = Touchpoint “{ $title }”
differs-transition = “{ $title }” to “{ $to }”
differs-lane = Lane “{ $title }”
differs-cell = “{ $title }” at “{ $to }”
differs-was = was “{ $title }”
differs-field-title = title
differs-field-place = place
differs-field-stage = which stage it is in
differs-field-position = order
differs-field-channel = channel
differs-field-sentiment = sentiment
differs-field-feelings = how personas feel
differs-field-goal = goal
differs-field-events = events
differs-field-locked = lock
differs-field-sub-journey = sub-journey
differs-field-left-events = events left on no touchpoint
differs-field-lifecycle = lifecycle
differs-field-personas = personas
differs-field-kind = kind
differs-field-view = what is shown
differs-field-description = description
differs-field-owner = owner
differs-field-actor = who acts
differs-field-drama = drama
differs-field-moment-of-truth = moment of truth
differs-field-quote = quote
differs-field-pains = pains
differs-field-opportunities = opportunities
differs-field-content = content
differs-field-links = links
differs-field-tags = tags
differs-field-evidence = evidence
differs-field-aim = goal in words
differs-field-entry = when one enters
differs-field-tint = colour
differs-field-width = width
differs-field-label = label
differs-field-by = what its cells are about
differs-field-height = height
failure-no-map-then = This map was not there yet at that step.
    .next = Choose a later step or another version.
