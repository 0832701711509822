# Texts of the lenses, in English.

lens = Lens
lens-through = Lens: { $lens }
lens-conversion = { -word-conversion(form: "start") }
lens-drop_off = { -word-drop-off(form: "start") }
lens-time = Time
lens-emotion = Emotion
lens-plain = Plain
paths = Show paths that carry at least
paths-all = All drawn paths
paths-from = Paths from { $least }
paths-hidden = { $count ->
    [one] { $count } hidden, { $share } of moves
   *[other] { $count } hidden, { $share } of moves
}
define-paths = Shows the paths that carry at least this share of the moves on from where they start, and always the strongest into and out of each node. Those on the map that carry less are thin lines without figures.
export-paths = { $count ->
    [one] { $count } path is hidden, as in the window.
   *[other] { $count } paths are hidden, as in the window.
}
