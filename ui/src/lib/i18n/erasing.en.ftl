# Texts of erasing people and old interactions, in English.

customer-erase-open = Erase …
customer-erase-title = Erase “{ $customer }” for good?
customer-erase-text = All that the workspace and its backups hold of this customer is overwritten, and cannot be had back. Backups that cannot be read are deleted. The files that were imported are not touched: whoever is in the next one comes back with it.
customer-erase = Erase
erase-everywhere = Also from my segments and maps
erase-everywhere-text = Values in rules and events on maps that only this customer has are taken out. Hand-picked customers, names of imported files and steps that can be undone are seen to in any case.
erase-done = “{ $customer }” is erased
erase-done-text = Nothing of this customer is left in the workspace, but for what is said here.
erased-backups = { $count ->
    [one] Also erased from { NUMBER($count) } backup.
   *[other] Also erased from { NUMBER($count) } backups.
}
erased-deleted-copies = { $count ->
    [one] { NUMBER($count) } backup that could not be read was deleted.
   *[other] { NUMBER($count) } backups that could not be read were deleted.
}
erased-imports = { $count ->
    [one] { NUMBER($count) } import lost the part of its name that said who it was.
   *[other] { NUMBER($count) } imports lost the part of their name that said who it was.
}
erased-version = The version “{ $name }” is deleted, because it said something of the customer.
erased-steps = { $count ->
    [one] { NUMBER($count) } step can no longer be undone.
   *[other] { NUMBER($count) } steps can no longer be undone.
}
erased-segment = The rule of the segment “{ $name }” has “…” now, or fewer hand-picked customers.
erased-event = The event “{ $event }” is on no map any more.
erased-mentions = Texts of your own still name them; change these yourself:
erased-in-file = The file’s own name
erased-in-workspace = The workspace’s title
erased-in-segment = A segment
erased-in-persona = A persona
erased-in-map = A map
erased-in-stage = A stage
erased-in-touchpoint = A touchpoint
erased-in-touchpoint-event = An event on a map
erased-in-transition = A transition
erased-in-lane = A lane
erased-in-cell = A cell of a lane
erased-in-touchpoint-cell = A cell of a lane
erased-in-lane-card = A card in a lane
erased-in-persona-feeling = How a persona feels
erased-in-story-step = A step of a story
erased-in-left-event = An event that is left out
erased-in-matched-event = An event that was matched

## Interactions that are too old

retention-open = Erase old interactions
retention = Erase old interactions
retention-text = Interactions from before are overwritten, in the workspace and in its backups, and cannot be had back. Backups that cannot be read are deleted. A file that holds them brings them back when it is imported again.
retention-age = Older than
retention-years = { $years ->
    [one] { NUMBER($years) } year
   *[other] { NUMBER($years) } years
}
retention-date = A date
retention-day = Before
retention-day-none = Choose a day
retention-count = { $interactions ->
    [0] No interaction is from before { $before }.
    [one] { NUMBER($interactions) } of { NUMBER($of) } interactions goes, and with it { $customers ->
        [0] no customer
        [one] { NUMBER($customers) } customer
       *[other] { NUMBER($customers) } customers
    }: all from before { $before }.
   *[other] { NUMBER($interactions) } of { NUMBER($of) } interactions go, and with them { $customers ->
        [0] no customer
        [one] { NUMBER($customers) } customer
       *[other] { NUMBER($customers) } customers
    }: all from before { $before }.
}
retention-customers = Erase customers too who have no other interactions
retention-customers-text = { $count ->
    [one] { NUMBER($count) } customer has none after that.
   *[other] { NUMBER($count) } customers have none after that.
} Of { NUMBER($unknown) } of them nothing else is known: they go in any case.
retention-erase = Erase
retention-done = { $interactions ->
    [one] { NUMBER($interactions) } interaction is erased
   *[other] { NUMBER($interactions) } interactions are erased
}, and { $customers ->
    [one] { NUMBER($customers) } customer
   *[other] { NUMBER($customers) } customers
}.
failure-bad-age = “{ $text }” is no age and no date.

## What is stored of one customer

record-open = Export what is stored …
record-written = Written to { $path }
choose-record = Where to put what is stored
    .files = A page, or JSON for programs

## A copy for others

disguise-open = Save a copy for sharing …
disguise = Save a copy for sharing
disguise-text = The copy has the maps and personas, and counts the same. Customers have random keys, and nothing says whose they are. Names, values, names of imports and the history are left out. It has no passphrase.
disguise-keep = Attributes to keep
disguise-keep-text = What fewer than five customers have is left out of these too. Segments whose rules ask about what is left out, or name customers, are not in the copy.
disguise-shift = Shift dates
disguise-shift-text = All dates of a customer by the same random number of days, half a year at most. The times between them stay; what is counted by date, or is near the end of the data, does not.
disguise-own-texts = What you wrote in the fields of touchpoints, such as owners and quotes, is left out, and so are the role, age, place and quote of personas. Titles, channels, lanes and what else you wrote of personas are copied as they are: see to it that they name nobody.
disguise-write = Save …
disguise-name = { $title } for sharing
disguise-done = { $path } has { $customers ->
    [one] { NUMBER($customers) } customer
   *[other] { NUMBER($customers) } customers
} and { $interactions ->
    [one] { NUMBER($interactions) } interaction
   *[other] { NUMBER($interactions) } interactions
}.
disguise-values = { $count ->
    [one] { NUMBER($count) } value is left out, because fewer than five customers have it.
   *[other] { NUMBER($count) } values are left out, because fewer than five customers have them.
}
disguise-events = { $count ->
    [one] { NUMBER($count) } event has no name, because fewer than five customers have it and no map lists it.
   *[other] { NUMBER($count) } events have no names, because fewer than five customers have them and no map lists them.
}
disguise-channels = { $count ->
    [one] { NUMBER($count) } channel is left out, because fewer than five customers used it.
   *[other] { NUMBER($count) } channels are left out, because fewer than five customers used them.
}
disguise-segment = The segment “{ $name }” is left out.
failure-no-attribute = No customer has the attribute “{ $name }”.
