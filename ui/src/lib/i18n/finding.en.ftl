# Finding and replacing in the texts of a map, in English.

command-find = Find on the map
command-replace = Find and replace on the map
find-text = Find on this map
find-with = Replace with
find-case = Match case
find-word = Whole words only
find-previous = The one before
find-next = The next one
find-close = Stop finding
find-replace = Replace
find-replace-all = Replace all
find-none = Nothing found
find-count = { NUMBER($at) } of { NUMBER($count) }
find-replaced = { $count ->
    [one] 1 place replaced
   *[other] { NUMBER($count) } places replaced
}
find-field-title = Title
find-field-aim = Aim
find-field-entry = Entry rule
find-field-description = What happens here
find-field-owner = Owner
find-field-quote = Quote
find-field-pain = Pain
find-field-opportunity = Opportunity
find-field-content = Content
find-field-format = Format
find-field-link = Link
find-field-address = Address
find-field-tag = Tag
find-field-channel = { -word-channel }
find-field-label = Label
find-field-cell = Lane
find-field-note = Card or note
find-field-author = Author of a note
find-field-cluster = Cluster of notes
find-field-voter = Voter
find-field-notes = Speaker notes
find-field-folder = Folder
find-field-event = Event

## In the whole workspace

command-find-anywhere = Find in the whole workspace
palette-written = Find what is written anywhere
palette-written-hint = Titles, descriptions, quotes, lanes, labels and events on all maps, personas and segments.
palette-more = { $count ->
    [one] 1 more. Type more to narrow it down.
   *[other] { NUMBER($count) } more. Type more to narrow it down.
}
