# Texts of the lenses, in English.

lens = Lens
lens-through = Lens: { $lens }
lens-conversion = { -word-conversion(form: "start") }
lens-drop_off = { -word-drop-off(form: "start") }
lens-time = Time
lens-emotion = Emotion
lens-comparison = Comparison
lens-value = Value at stake
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
points = { $points } pts
against-sentence = Compared with { $with }.
against-sentence-range = Compared with { $with } who entered between { $from } and { $to }.
against-with = Compared with whom
against-from = Compared with entries from
against-to = Compared with entries until
against-others = all other customers
against-range = the same customers
against-shared = { $count ->
    [one] { $count } customer would be on both sides, so this compares with all others.
   *[other] { $count } customers would be on both sides, so this compares with all others.
}
against-clear = { $count ->
    [0] Nothing clearly differs.
    [one] { $count } way clearly differs.
   *[other] { $count } ways clearly differ.
}
against-nobody = Nobody is asked about.
incomparable-everybody = Everybody cannot be compared with some of them: choose whom the question asks about, or compare two ranges of time.
incomparable-overlapping = The two ranges of time overlap: choose when the question begins or ends, and another range to compare with.
differences = What differs
differences-way = { $from } → { $to }
differences-against = against
differences-concerns = { $count ->
    [one] concerns { $count }
   *[other] concerns { $count }
}
differences-none = Nothing can be compared.
differences-all = Show all { $count }
