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
