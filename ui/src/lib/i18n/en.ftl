# Texts of the window, in English.

app-name = Touchline

## Everywhere

busy = Working
cancel = Cancel
close = Close
create = Create
delete = Delete
edit = Edit
dismiss = Put this message away
done = Done
name = Name
rename = Rename
title = Title
actions-of = What to do with { $title }
drop-here = Drop the file to open or import it

## Start

start-promise = What customers really do, on the journey you drew for them.
start-sample = Open the sample
start-sample-text = A shop with two personas, two maps and real behaviour to learn from
sample-again = Start again from the original
sample-again-title = Start the sample again?
sample-again-text = All that you changed in the sample is lost. Your own workspaces stay as they are.
sample-again-confirm = Start again
start-new = New workspace
start-new-text = Start a map from a lifecycle template
start-open = Open a workspace
start-open-text = A .touchline file
start-recent = Recently opened
recent-clear = Clear this list
recent-clear-title = Clear the list of recent files?
recent-clear-text = The workspaces stay where they are. How their maps were last looked at is forgotten, too.
start-privacy = Everything stays in the file that you choose. Nothing leaves this machine.
workspace-new = New workspace
workspace-create = Create and choose where to keep it
workspace-title-example = Such as: Web shop 2026
workspace-open = Open another workspace…
workspace-close = Close the workspace
template = Start from
template-examples = With example touchpoints and lanes
template-examples-text = Change them or delete them as you like.
ideas = Ideas for this stage

## The system's file dialogs

choose-open-workspace = Open a workspace
    .files = Touchline workspaces
choose-new-workspace = Where to keep the workspace
    .files = Touchline workspaces
choose-source = Choose a file to import
    .files = Tables (CSV)
choose-list = Where to put the list
    .files = Lists (CSV)
choose-picture = Where to put the picture
    .files = Pictures ({ $format })
choose-folder = Choose a folder for the files
    .files = Folders
choose-backup-folder = Choose a folder for the backups
    .files = Folders

## The window

navigator = Workspace
navigator-toggle = Maps, personas and imports
inspector = What is selected
inspector-toggle = Details of what is selected
inspector-empty = Select something on a map to see its details here.
theme-light = Light theme
theme-dark = Dark theme
undo = Undo: { $step }
undo-of = Undo: { $step } “{ $subject }”
undo-nothing = Nothing to undo
redo = Redo: { $step }
redo-of = Redo: { $step } “{ $subject }”
redo-nothing = Nothing to redo
saving = Saving…
saved = Saved
view-only = View only. Edit again
read-only = Read only
define-read-only = The file, or the folder that it is in, cannot be written to. Everything can be looked at; nothing can be changed.
coverage-thin = { -word-coverage } { $share }: the drop-off is of the map, not of the customers
coverage = { -word-coverage } { $share }
cutoff = Data until { $date }
ties = { $count ->
    [one] 1 tie
   *[other] { $count } ties
}
workspace-size = { $customers ->
    [one] 1 customer
   *[other] { $customers } customers
} · { $interactions ->
    [one] 1 interaction
   *[other] { $interactions } interactions
}

## Steps of history

step-add-map = add map
step-rename-map = rename map
step-set-lifecycle = change lifecycle
step-set-map-persona = change persona of map
step-set-map-personas = change personas of map
step-delete-map = delete map
step-duplicate-map = duplicate map
step-make-twin = make twin
step-part-twins = let twins go
step-move-to-folder = move to folder
step-rename-folder = rename folder
step-delete-folder = delete folder
step-add-stage = add stage
step-rename-stage = rename stage
step-move-stage = move stage
step-edit-stage = change stage
step-resize-stage = resize stage
step-set-stage-goal = change goal
step-delete-stage = delete stage
step-add-lane = add lane
step-rename-lane = rename lane
step-move-lane = move lane
step-set-lane-view = change what a lane shows
step-delete-lane = delete lane
step-write-cell = write in lane
step-set-cells-by = change what the cells of a lane are about
step-resize-lane = resize lane
step-add-card = add card to lane
step-edit-card = change card in lane
step-move-card = move card in lane
step-delete-card = delete card from lane
step-add-story-steps = add step to story
step-edit-story-step = change step of story
step-move-story-step = move step of story
step-delete-story-step = delete step of story
step-add-note = add note
step-edit-note = change note
step-move-note = move note
step-join-notes = put notes together
step-delete-note = delete note
step-vote-for-note = give dots
step-set-dots = change number of dots
step-reveal-notes = reveal notes
step-settle-note = settle note
step-replace-texts = replace texts
step-add-touchpoint = add touchpoint
step-add-touchpoint-to = add touchpoint
step-rename-touchpoint = rename touchpoint
step-move-touchpoints = move touchpoints
step-tidy-up = tidy up
step-set-channel = change channel
step-edit-touchpoints = change details
step-set-sentiment = change sentiment
step-edit-feeling = change how a persona feels
step-set-events = change events
step-set-meaning = say what values mean
step-leave-event = leave event
step-match-events = count events where titles are the same
step-unmatch-events = take events of an import off
step-set-sub-journey = set sub-journey
step-set-touchpoint-goal = change goal
step-connect = connect
step-reconnect = lead transition elsewhere
step-edit-transitions = change transition
step-insert-touchpoint = insert touchpoint
step-lock = lock
step-unlock = unlock
step-delete = delete
step-add-persona = add persona
step-edit-persona = edit persona
step-set-persona-segment = change segment of persona
step-pick-for-persona = pick customers
step-delete-persona = delete persona
step-add-segment = add segment
step-edit-segment = edit segment
step-delete-segment = delete segment
step-merge-customers = merge customers
step-separate-customer = separate customer
step-paste = paste
step-duplicate = duplicate
step-discover-map = discover map
step-import-maps = import maps
step-import-segments = import segments
step-merge-copy = merge copy
step-restore-map = restore map

## Navigator

maps = Maps
map = Map
map-add = New map
map-new = New map
maps-none = There is no map yet. Make one from a template.
map-not-shown = The map could not be shown. Nothing of it is lost.
map-show-again = Show it again
personas = Personas
imports = Imports
imports-none = Import what your customers did, and the maps show it.
import-detail = { $kind ->
    [customers] { $date } · { $taken } rows
   *[other] { $date } · { $taken } interactions
 }
import-undo-menu = Undo this import…
import-undo = Undo import
import-undo-title = Undo the import of { $source }?
import-undo-text = { $taken ->
    [one] One row that it brought is removed, on every map.
   *[other] { $taken } rows that it brought are removed, on every map.
} You can import the file again.

## Events on no touchpoint

unmatched-title = Events on no touchpoint
unmatched-open = { $count ->
    [one] 1 event is on no touchpoint
   *[other] { $count } events are on no touchpoint
}
unmatched-count = { $count ->
    [0] Every event counts on “{ $map }”, or was left aside.
    [one] 1 event is on no touchpoint of “{ $map }”.
   *[other] { $count } events are on no touchpoint of “{ $map }”.
}
unmatched-hint = What customers do there is not seen on the map: who does nothing else looks lost.
unmatched-nothing = Nothing that was imported counts on this map yet.
unmatched-make = Make a touchpoint
unmatched-link = Link to…
unmatched-link-name = Link { $event } to a touchpoint
unmatched-leave = Leave
unmatched-left = Left aside on this map
unmatched-take-up = Ask again
unmatched-see = See these events
discover-open = Make a map from the events
map-from = What the map starts from
map-from-template = A template
map-from-template-text = The stages of a lifecycle; you add the touchpoints
map-from-events = The events that were imported
map-from-events-text = Stages, touchpoints and transitions as customers take them
detail = How much of it
detail-main = The main roads
detail-main-text = The 12 most frequent events and the ways that most take
detail-usual = What matters to most
detail-usual-text = Up to 40 events, and ways that at least a tenth takes
detail-full = Byways too
detail-full-text = Up to 120 events, and ways that one in twenty takes

## Inspector

touchpoint = { -word-touchpoint(form: "start") }
touchpoint-new = New touchpoint
touchpoint-add = Add a touchpoint
touchpoint-delete = Delete touchpoint
transition = { -word-transition }
transition-way = { $from } → { $to }
transition-delete = Delete transition
stage = { -word-stage(form: "start") }
stage-of = Stage { $number } of { $count }
stage-new = Stage { $number }
stage-add = Add a stage after this one
stage-left = Earlier
stage-right = Later
stage-delete = Delete stage
lanes = Lanes
lanes-none = Rows under the journey: what customers do, think and feel.
lane = Lane
lane-add = Add a lane…
lane-of = Lane · { $kind }
lane-up = Up
lane-down = Down
lane-view = Shown
lane-view-open = whole
lane-view-collapsed = its title only
lane-view-hidden = not at all
lane-show = Show the lane
lane-hide = Hide the lane
lane-delete = Delete lane
lane-form = Shift+Enter begins a line. A line that begins with “- ” is an entry of a list, **two asterisks** make words bold, and [words](https://…) or a bare address are a link.
lane-by = Cells
lane-by-stage = one for each stage
lane-by-touchpoint = one for each touchpoint
lane-height = Least height
lane-height-none = as high as what it says
lane-border = Drag to make { $lane } higher; double-click to leave it to its text
link-copy = Copy the link’s address
lane-card = Card
lane-image = Image
lane-card-of = Card · { $lane } · { $of }
lane-card-text = Text
lane-card-add = Add a card
lane-image-add = Add an image…
lane-card-add-to = Add a card at { $what }
lane-image-add-to = Add an image at { $what }
lane-card-earlier = Earlier
lane-card-later = Later
lane-card-delete = Delete card
lane-emotion-read = The curve is drawn from how customers feel at each touchpoint.
lane-channels-read = The channels are those of the touchpoints in each stage.
map-personas = Tells the journeys of
map-persona-add = Add a persona
map-persona-choose = Choose a persona…
map-persona-alone = Show alone, with the numbers of its customers
map-persona-all = Show all again
map-persona-remove = Tell no more of { $name }
map-size = { $stages ->
    [one] 1 stage
   *[other] { $stages } stages
}, { $touchpoints ->
    [one] 1 touchpoint
   *[other] { $touchpoints } touchpoints
}, { $transitions ->
    [one] 1 transition
   *[other] { $transitions } transitions
}
lifecycle = Lifecycle
lifecycle-linear = Linear: forward only
lifecycle-non-linear = Non-linear: with skips and returns
lifecycle-circular = Circular: the end leads to the beginning
selection = Selection
selection-size = { $touchpoints ->
    [0] { "" }
    [one] 1 touchpoint
   *[other] { $touchpoints } touchpoints
} { $transitions ->
    [0] { "" }
    [one] 1 transition
   *[other] { $transitions } transitions
}
selection-delete = Delete selection
goal = { -word-goal }
goal-as-stage = As its stage
goal-last-stage = By default: the last stage
goal-yes = A goal: who ends here stays
goal-no = Not a goal
sentiment = How customers feel
channel = { -word-channel }
channel-none = None
events-name = Events that count here
events-hint = An event belongs to at most one touchpoint of a map.
events-search = Search events
events-taken = counts at “{ $title }”
events-none = Import interactions to see which events there are.
events-no-match = No event has this in its name.
events-more = { $count ->
    [one] One more: search for it.
   *[other] { $count } more: search for them.
}
findings = Worth a look
findings-none = Nothing needs mending on this map.
finding-empty-stage = “{ $title }” has no touchpoints.
finding-unreachable = No way leads to “{ $title }” from the first stage.
finding-dead-end = No way leads on from “{ $title }”, and it is not a goal.
finding-no-events = “{ $title }” lists no events, so nothing is counted there.
finding-back-in-linear = From “{ $from }” back to “{ $to }”, on a map whose lifecycle is linear.

## The question

question-name = The question that the numbers answer
question-sentence = Of { $unit } among { $who } who entered between { $from } and { $to }, with { $window } to move on, by { $mode }, between { $level }, with repeats { $repeats }.
question-unit = Who is counted
question-unit-customers = customers
question-unit-visits = visits
question-who = Among whom
question-who-everybody = everybody
question-who-persona = the customers of { $name }
question-who-mapped = the customers of the { $count } personas on the map
question-who-personas = the customers of any of { $names }
question-who-some = some customers
question-from = First day
question-from-start = the beginning
question-from-start-long = From the beginning
question-to = Last day
question-to-end = now
question-to-end-long = To the end
question-window = { -word-window }
question-mode = What counts as moving on
question-mode-next = next visit
question-mode-eventual = any later visit
question-level = Level
question-level-touchpoint = touchpoints
question-level-stage = stages
question-repeats = Repeats
question-repeats-collapse = taken together
question-repeats-keep = counted apart
question-more = More
question-rates = Rates
question-rates-matured = of those whose window has ended
question-rates-observed = observed: of all who entered
question-cutoff = Data until:
question-cutoff-newest = the newest interaction
question-idle = Without a window, a visit has ended after
question-without-interactions = Import what your customers did to see it on this map.
window-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
window-none = unlimited time
window-other = other…
window-other-name = Window in days
day-format = Year-month-day
month-before = Month before
month-after = Month after

## The account of a node or an edge

account = Account

define-coverage = { $matched } of { $total } interactions in range have an event that a touchpoint of this map lists.
define-cutoff = The last instant that the data covers. Later interactions are left out.
define-idle = Who has not moved is in progress until that long after the last interaction, and dropped after it.
define-ties = Successive interactions of one customer at the same instant on different nodes: their order is the file's.

## Import

import-open = Import
import-title = Import
import-choose-text = A CSV, Excel, JSON, XES or Parquet file of what customers did, or of the customers themselves, as it is or compressed (.gz). Or maps or segments that were exported (maps.json, segments.json).
import-file = Choose a file…
import-drop = Or drop it on the window.
import-inspecting = Looking into the file…
import-about = { $size }, { $columns ->
    [one] 1 column
   *[other] { $columns } columns
}
import-before = This file was imported before, on { $date }: { $taken } rows.
import-again = Import it once more; everything in it then counts twice
import-swollen = This file unpacks to more than a hundred times its size. That is unusual for a table, and may be meant to fill the disk.
import-large = I know where it comes from; import it
import-document-maps = { $count ->
    [one] This file holds a map, with its personas.
   *[other] This file holds { $count } maps, with their personas.
}
import-document-segments = { $count ->
    [one] This file holds a segment.
   *[other] This file holds { $count } segments.
}
import-document-text = What is here stays as it is. What has the name of something that is here is added under a number: “Checkout (2)”. It can be undone as one step.
import-document-added = { $count ->
    [one] Added:
   *[other] { $count } added:
}
import-document-more = … and { $count } more
import-document-renamed = Names that were taken
import-document-renamed-to = “{ $before }” is “{ $now }” here
import-document-missing = What this workspace does not have
import-document-missing-text = The rules that refer to it keep its name, and are true of nobody for it.
import-document-missing-at = { $of }: { $what ->
    [map] the map
    [touchpoint] the touchpoint
    [stage] the stage
    [persona] the persona
    [segment] the segment
   *[customer] the customer
} “{ $name }”
import-kind = What the rows are
import-kind-interactions = Interactions
import-kind-interactions-text = One row for each thing a customer did
import-kind-purchases = Purchases
import-kind-purchases-text = One row for each purchase or refund
import-purchase = Purchase
import-purchase-event = What each purchase is called
import-purchase-text = An event of this name stands on the timeline and can be put on a touchpoint. Its values count as revenue; amounts below zero are refunds.
import-kind-journeys = Stages by date
import-kind-journeys-text = One row for each customer, with a date for each stage
import-kind-scores = Scores
import-kind-scores-text = One row for each answer to a survey
import-survey = The survey
import-answer = What each answer is called
import-answer-text = An event of this name stands on the timeline and can be put on a touchpoint. Its values count as scores of the survey.
import-kind-customers = Customers
import-kind-customers-text = One row for each customer
import-rows = First rows of the file
import-sheet = Sheet to read, of { $count }
import-zone = Time zone of times without one
import-zone-workspace = The workspace's: { $zone }
import-encoding = Encoding of its text
import-encoding-utf8 = UTF-8
import-encoding-windows1252 = Windows-1252 (older Western)
import-dates = Dates such as 03/04/2024
import-dates-recognised = As the column shows
import-dates-dmy = Day first: 3 April
import-dates-mdy = Month first: 4 March
import-decimal = Decimals
import-decimal-recognised = As the column shows
import-decimal-point = After a point: 1,234.50
import-decimal-comma = After a comma: 1.234,50
import-unread-value = The column “{ $column }” is not taken as the value: most of it is not numbers.
import-repeated = Some columns of the file have the name of one before them. That name means the first; these are the others: { $columns }
import-strict = All rows or none
import-strict-text = Otherwise rows that cannot be read are left out and listed.
import-looks = This looks like { $source }
import-looks-text = The columns below are chosen accordingly; you can change each.
import-origin-hubspot-contacts = contacts of HubSpot
import-origin-hubspot-deals = deals of HubSpot
import-origin-hubspot-deal-stages = stages of deals of HubSpot
import-origin-hubspot-property-history = the history of properties of HubSpot's contacts
import-origin-salesforce-leads = leads of Salesforce
import-origin-salesforce-contacts = contacts of Salesforce
import-origin-salesforce-opportunities = opportunities of Salesforce
import-origin-salesforce-opportunity-history = the history of opportunities of Salesforce
import-origin-dynamics-contacts = contacts of Dynamics 365
import-origin-ga4-events = events of Google Analytics 4
import-origin-segment-tracks = tracked events of Segment
import-origin-process-log = an event log of XES or pm4py
import-origin-retentioneering-log = an event log of retentioneering
import-as-last-time = The columns are chosen as last time for a file with this header.
import-forget = Forget that
import-stages = Stages, in their order
import-stages-text = Each date of a row becomes an interaction that is called as its stage.
import-stage-name = Name of stage { $number }
import-stage-column = Date of stage { $number }
import-stage-up = Put before the stage above
import-stage-remove = Leave this stage out
import-stage-add = Add a stage
import-checks = How customers went through the stages
import-checks-in-order = { $rows ->
    [one] 1 row has dates
   *[other] { $rows } rows have dates
}; { $ordered ->
    [0] none went through the stages in order.
    [one] 1 went through the stages in order.
   *[other] { $ordered } went through the stages in order.
}
import-checks-skipped = { $count ->
    [one] 1 skipped a stage: it came to a later one, and this has no date.
   *[other] { $count } skipped a stage: they came to a later one, and this has no date.
}
import-checks-reversed = { $count ->
    [one] 1 came to a stage before one that should be earlier.
   *[other] { $count } came to a stage before one that should be earlier.
}
import-checks-same-day = { $count ->
    [one] 1 came to two stages on one day; their order is that of the stages.
   *[other] { $count } came to two stages on one day; their order is that of the stages.
}
import-checks-column-reached = Reached
import-checks-column-skipped = Skipped
import-checks-column-reversed = Too early
import-checks-column-same-day = Same day
import-try = Try
import-back = Back
import-tried-text = Nothing is written yet.
import-would-read = { $read ->
    [one] 1 row was read
   *[other] { $read } rows were read
}; { $customers ->
    [0] no customer would be new.
    [one] 1 customer would be new.
   *[other] { $customers } customers would be new.
}
import-refused-none = No row would be left out.
import-refused = { $count ->
    [one] 1 row would be left out
   *[other] { $count } rows would be left out
}
import-refused-text = All others would be imported. Change the columns, or mend these in the file first.
import-tried-interactions = { $taken ->
    [one] 1 interaction would be imported.
   *[other] { $taken } interactions would be imported.
}
import-tried-purchases = { $taken ->
    [one] 1 purchase would be imported.
   *[other] { $taken } purchases would be imported.
}
import-tried-scores = { $taken ->
    [one] 1 answer would be imported.
   *[other] { $taken } answers would be imported.
}
import-tried-journeys = { $taken ->
    [one] 1 date of a stage would be imported.
   *[other] { $taken } dates of stages would be imported.
}
import-tried-customers = { $taken ->
    [one] 1 row about customers would be imported.
   *[other] { $taken } rows about customers would be imported.
}
import-start = Import
import-reading = Reading the file
import-storing = Writing the workspace
import-cancelling = Stopping; nothing is kept
import-taken-interactions = { $taken ->
    [one] 1 interaction was imported.
   *[other] { $taken } interactions were imported.
}
import-taken-purchases = { $taken ->
    [one] { $taken } purchase was imported
   *[other] { $taken } purchases were imported
}
import-taken-scores = { $taken ->
    [one] 1 answer was imported.
   *[other] { $taken } answers were imported.
}
import-taken-journeys = { $taken ->
    [one] 1 date of a stage was imported.
   *[other] { $taken } dates of stages were imported.
}
import-taken-customers = { $taken ->
    [one] 1 row about customers was imported.
   *[other] { $taken } rows about customers were imported.
}
import-matched = { $count ->
    [one] 1 touchpoint now counts what carries its title
   *[other] { $count } touchpoints now count what carries their title
}
import-matched-at = { $map }: { $touchpoint } counts { $events }
import-read = { $read ->
    [one] 1 row was read
   *[other] { $read } rows were read
}; { $customers ->
    [0] no customer is new.
    [one] 1 customer is new.
   *[other] { $customers } customers are new.
}
import-already-there = { $count ->
    [one] 1 row was there already, from an earlier export of the same source.
   *[other] { $count } rows were there already, from earlier exports of the same source.
}
import-times-skipped = { $count ->
    [one] 1 local time does not exist, because the clock was put forward: it was read as that much later.
   *[other] { $count } local times do not exist, because the clock was put forward: they were read as that much later.
}
import-times-repeated = { $count ->
    [one] 1 local time exists twice, because the clock was put back: it was read as the first.
   *[other] { $count } local times exist twice, because the clock was put back: they were read as the first.
}
import-rejected-none = No row was left out.
import-rejected = { $count ->
    [one] 1 row was left out
   *[other] { $count } rows were left out
}
import-rejected-text = All others are kept. Mend these in the file, undo this import and import it again.
import-rejected-list = Rows that were left out
import-rejected-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
import-line = Line
import-reason = Reason
column-customer = Customer
column-event = Event
column-time = Time
column-channel = { -word-channel }
column-amount = Amount
column-score = Score
column-value = Value
column-currency = Currency
column-key = Customer's key
column-attribute = Attribute
column-choose = choose a column
column-none = none
column-unread = left out
reject-empty-customer = The customer is empty.
reject-empty-event = The event is empty.
reject-empty-time = The time is empty.
reject-no-stage = No date of a stage is filled in.
reject-bad-time = “{ $value }” is not a time that can be read without guessing. Write it as 2024-03-31 14:05:00.
reject-bad-value = “{ $value }” is not a number.
reject-wrong-field-count = { $found } fields where there are { $expected } columns.
reject-bad-text = Some bytes are not text.
reject-too-long = { $role }: { $bytes } bytes is too long.
reject-long-field = A field is { $bytes } bytes long, more than any may be.
reject-unclosed-quote = A quote opens in this line and is not closed.
reject-bad-json = This is not a JSON object.
reject-repeated-name = The object has “{ $value }” twice.
reject-nested = { $role }: this is a list or an object.

## Export

export-open = Export
export-title = Export the map
export-text = The picture is what you see, with a legend that defines every number on it.
export-theme = Theme
export-theme-light = Light, for paper and reports
export-theme-dark = Dark
export-scale = Size of the PNG
export-scale-size = { $times } ×: { $width } × { $height } pixels
export-format = Format
export-format-png = PNG, for slides and documents
export-format-svg = SVG, for drawing programs
export-format-pdf = PDF, for print
export-format-pptx = PowerPoint, shapes to be edited
export-format-html = Web page, to look around in a browser
export-format-xlsx = Excel, the numbers as tables
export-format-csv = CSV, the numbers as one table
export-format-mmd = Mermaid flowchart
export-format-canvas = JSON Canvas, for Obsidian
export-format-graphml = GraphML, for graph programs
export-format-dot = DOT, for Graphviz
export-paper = Paper
export-paper-own = As large as the picture
export-orientation = Orientation
export-landscape = Landscape
export-portrait = Portrait
export-part = Part of the map
export-part-whole = Whole map
export-part-picked = What is selected: { $count ->
    [one] one touchpoint
   *[other] { $count } touchpoints
}
export-part-stage = Stage { $title }
export-extras = On the picture
export-extras-heading = Title
export-extras-personas = Personas
export-extras-lanes = Lanes
export-extras-legend = Legend
export-carries = Can be opened again
export-carries-text = The file carries the map, without customers: import it or drop it on the window.
export-preview = What the picture will look like
export-copy = Copy
export-copied = The picture is on the clipboard: paste it into a document.
command-copy-map = Copy the map as a picture
export-write = Export { $format }…
export-written = Written to { $path }
export-unshown = { $more ->
    [0] No font of Touchline shows { $characters }. In their place stand boxes with their codes.
   *[other] No font of Touchline shows { $characters } and { $more } more. In their place stand boxes with their codes.
}
data-title = Export everything
data-text = Files that other programs read, and that Touchline imports again with the same numbers.
data-what = What to export
data-customers = Customers ({ $count })
data-customers-text = Their keys, names and attributes, as they were imported
data-interactions = Interactions ({ $count })
data-interactions-text = Who did what and when, with channel and value
data-maps = Maps ({ $count })
data-maps-text = With stages, touchpoints, transitions and personas
data-segments = Segments ({ $count })
data-segments-text = Their rules; of lists of customers the keys
data-format = Format
data-format-csv = CSV, for spreadsheets and most programs
data-format-json = JSON, an object a line
data-format-parquet = Parquet, for data tools
data-safe = Safe to open in a spreadsheet
data-safe-text = Texts that a spreadsheet would carry out as formulas get an apostrophe before them. Importing the file again leaves it there.
data-personal = These files hold personal data and are not encrypted: whoever has them can read who your customers are and what they did. Keep them as safe as the workspace.
data-start = Choose a folder…
data-writing = Writing the files
data-stopping = Stopping; nothing is left
data-written = Written to { $folder }
data-file = File
data-rows = Rows

## After the app broke

crash = Touchline closed unexpectedly
crash-text = Your work is saved. A report says where in the program it happened, and nothing of your data. It stays on this computer unless you send it.
crash-report = Report
crash-show = Show report
crash-copy = Copy
crash-copied = Copied
crash-delete = Delete

## What went wrong

# Why the system refused.
failure-cause = { $cause ->
    [missing] it is not there
    [denied] you may not do that here
    [read_only] this disk cannot be written to
    [full] the disk is full
    [folder] it is a folder
    [cut_off] it ends half-way
   *[other] { $reason }
}
failure-row = { $count ->
    [one] line { $line }: { $why }
   *[other] { $count } rows, the first in line { $line }: { $why }
}

failure-unexpected = Something went wrong inside Touchline; nothing was changed.
    .next = What was saved before is safe. If it happens again, please report it.
failure-window = Something went wrong in this window: { $reason }
    .next = What was saved before is safe. If it happens again, please report it.
failure-no-workspace = No workspace is open.
    .next = Open or create one first.
failure-workspace-exists = { $path } exists already.
    .next = Choose another name, or open that file.
failure-workspace-not-found = { $path } is not there.
    .next = It may have been moved or renamed. Open it from where it is now.
failure-workspace-foreign = { $path } is not a Touchline workspace.
    .next = It was left as it is. A table of interactions is imported into an open workspace.
failure-workspace-newer = { $path } was made by a newer version of Touchline.
    .next = It was left as it is. Update Touchline to open it.
failure-workspace-damaged = { $path } is damaged: { $reason }
    .next = It was left as it is. Open a copy from a backup.
failure-workspace-stray-log = The log beside { $path } does not belong to it. Perhaps a copy was put in the file's place. Nothing was changed.
    .next = Open it without the log, which is kept, or open both together as a new file.
failure-workspace-log-unreadable = With the log beside it the workspace cannot be read.
    .next = Open it without the log. A copy of the file as it is was made beside it.
stray-log-without = Open without the log
stray-log-with = Open both as a new file
failure-workspace-busy = { $path } is open in another window or program.
    .next = Close it there, and then try again.
failure-workspace-read-only = { $path } cannot be written to.
    .next = Copy it to a place where you may write, or change its permissions.
failure-disk-full = The disk is full. The change was not made; everything before it is safe.
    .next = Make room and try again.
failure-untitled = A title cannot be empty.
    .next = Give it a name.
failure-text-too-long = The text is too long.
    .next = Make it shorter; nothing was changed.
failure-title-taken = “{ $title }” exists already.
    .next = Choose another title.
failure-event-taken = The event “{ $event }” counts at “{ $by }” already.
    .next = Remove it there first: an event belongs to at most one touchpoint of a map.
failure-transition-taken = “{ $from }” and “{ $to }” are joined already.
failure-history-conflict = This step cannot be taken back: “{ $subject }” has changed in the meantime.
    .next = Take back the later steps first.
failure-history-misfit = This step on “{ $subject }” was made in an older version of Touchline and cannot be taken back or done again.
    .next = Nothing was changed. Change it by hand instead.
failure-import-undone = This import has been taken back already.
failure-cancelled = It was cancelled, and nothing of it was kept.
failure-workspace-unreadable = { $path } could not be opened: { $reason }
    .next = Check that the disk is there and that you may read the file.
failure-other-map = “{ $first }” and “{ $second }” are on different maps.
    .next = Only touchpoints of one map can be joined.
failure-own-sub-journey = “{ $touchpoint }” cannot open the map that it is on.
    .next = Choose another map.
failure-locked-in-place = “{ $title }” is locked, so it stays where it is.
    .next = Unlock it first, from its menu or its panel.
failure-no-dots = { $voter } has given all dots: { $dots } each.
    .next = Take one back from another note first, or give everybody more.
failure-no-place = There is no such place on the map.
    .next = Put the card down somewhere else.
failure-missing = What was to be changed is not there any more.
    .next = It may have been deleted or undone in the meantime. Nothing was changed.
failure-map-damaged = The map “{ $title }” cannot be shown: { $reason }
    .next = The rest of the workspace is safe. Undo the last steps, or open a copy from a backup.
failure-unsound = What was read contradicts itself, so nothing was imported: { $reason }
    .next = This is a fault of Touchline; please report it.
failure-too-many-names = There are more than 65,536 different event, channel or currency names.
    .next = Check that the right column was chosen, or undo an import that is not needed.
failure-store = The workspace file could not be read or written: { $reason }
    .next = The change was not made. Check that the disk is there and has room.
failure-source-not-a-file = { $path } is not a file.
    .next = Choose a CSV, Excel, JSON, XES or Parquet file.
failure-source-empty = { $path } is empty.
    .next = Export it again from where it came.
failure-source-no-rows = { $path } names columns and has no rows.
    .next = Export it again from where it came.
failure-source-spreadsheet = { $path } is an archive, or a spreadsheet of another kind than XLSX.
    .next = Save it as XLSX without a password, or as CSV (UTF-8), and import that.
failure-source-not-a-log = { $path } is XML, but not an event log in XES.
    .next = Export the log as XES or CSV, and import that.
failure-unknown-sheet = { $path } has no sheet “{ $name }”.
    .next = Choose one of: { $sheets }.
failure-source-binary = { $path } is not a text file.
    .next = Export it as CSV (UTF-8), and import that.
failure-source-utf16 = { $path } is encoded as UTF-16 (“Unicode text”).
    .next = Save it as CSV UTF-8, and import that.
failure-source-open-dates = “{ $example }” may be day-month or month-day, and no other date in { $path } tells which.
    .next = Say it at “Dates”, and import again.
failure-source-mixed-dates = Some dates in { $path } have the day first and some the month.
    .next = Say at “Dates” which to take; the others are then left out and listed.
failure-source-open-numbers = “{ $example }” may be thousands or decimals, and no other number in { $path } tells which.
    .next = Say it at “Decimals”, and import again.
failure-source-damaged = { $path } is damaged or incomplete: { $reason }
    .next = Export or download it again.
failure-source-swollen = { $path } unpacks to more than a hundred times its size.
    .next = If you know where it comes from, say so in the import.
failure-source-too-many-columns = { $path } has more than { $limit } columns, so it does not seem to be a table.
    .next = Choose a CSV, Excel, JSON, XES or Parquet file.
failure-source-long-line = { $path } has a line that does not end, so it does not seem to be a table.
    .next = Choose a CSV, Excel, JSON, XES or Parquet file.
failure-source-odd-column = The column “{ $column }” of { $path } holds what is no text, number or time.
    .next = Leave that column out of the file.
failure-source-too-many-names = The column “{ $column }” of { $path } has more than { $limit } different values, so it is probably not the { $role }.
    .next = Choose another column.
failure-source = { $path } could not be read: { $reason }
    .next = Nothing was imported.
failure-spool = What is read cannot be kept beside the workspace while it is imported: { $reason }
    .next = See whether the folder of the workspace can be written to. Nothing was imported.
failure-missing-column = No column of { $path } is chosen for the { $role }.
    .next = Choose one of { $columns }.
failure-unknown-column = { $path } has no column “{ $name }”.
    .next = Choose one of { $columns }.
failure-rows-rejected = Nothing was imported, because not every row of { $path } can be: { $reason }
    .next = Mend those rows, or import without “all rows or none”.
failure-nothing-taken = No row of { $path } could be imported: { $reason }
    .next = Check which column is the customer, the event and the time.
failure-imported-before = { $source } was imported before.
    .next = Say that you want to import it once more, if you do.
failure-export = The picture could not be made: { $reason }
    .next = Choose a smaller size, or SVG.
failure-write = { $path } could not be written: { $reason }
    .next = Choose another place.
failure-over-workspace = { $path } is a workspace, or belongs to one.
    .next = Choose another name.
failure-unknown-format = { $path } is not the name of a picture.
    .next = End the name in .svg or .png.
failure-no-map = There is no map “{ $title }” any more.
failure-nothing-in-view = No map is open.
    .next = Open a map and try again.
failure-no-segment = There is no segment “{ $name }” any more.
    .next = Choose another segment in the question.
failure-no-persona = There is no persona “{ $name }” any more.
    .next = Choose somebody else in the question.
failure-no-customer = There is no customer “{ $key }”.
    .next = Choose a customer who is stored.
failure-bad-rule = This is no rule: { $reason }.
    .next = Mend the rule.
failure-rule-unordered = “{ $attribute }” is text, and only numbers and dates are compared by size.
    .next = Compare it by what it is or contains.
failure-rule-undated = “{ $attribute }” has no dates.
    .next = Only dates lie within the last days; compare it in another way.
failure-rule-no-number = “{ $text }” is no number.
    .next = Write a number such as 1234.5.
failure-rule-no-date = “{ $text }” is no date.
    .next = Write a date such as 2024-03-31.
failure-segment-circle = Segments and personas would be said of each other in a circle: { $names }.
    .next = Leave one of them out of the rule.
failure-no-node = The map “{ $map }” has no “{ $node }”.
    .next = Look at the map again.
failure-unknown-template = There is no template “{ $id }”.
failure-unknown-zone = “{ $name }” is not a time zone.
    .next = Use a name such as Europe/Amsterdam.
failure-bad-range = The last day ({ $to }) comes before the first ({ $from }).
failure-everybody-compared = Everybody cannot be compared with some of them. Choose whom the question asks about.
failure-overlapping-ranges = The two ranges of time overlap, so that what is in both would be compared with itself.
    .next = Choose a later last day.
failure-bad-instant = “{ $text }” is not a date or an instant.
failure-bad-zoned-instant = “{ $text }” names no time zone that is known, or is not as far from UTC as the zone is then.
    .next = Write 2024-03-31T14:05[Europe/Amsterdam].
failure-bad-window = “{ $text }” is not a window.
failure-bad-stages = “{ $text }” is not a list of stages and their events.
failure-bad-steps = “{ $text }” is not a list of steps.
failure-bad-document = { $path } holds no maps or segments that can be read: { $reason }
    .next = Choose a maps.json or segments.json that Touchline exported.
failure-event-in-two-stages = The event “{ $event }” is listed twice.
failure-nothing-to-discover = There are no interactions to make a map from.
    .next = Import some first.
failure-no-data-folder = This system has no folder for the app's data, so the sample cannot be kept.
    .next = Make a new workspace, or open one.
failure-window-stays = Another window could not write what was begun in it, so the workspace stays open.
    .next = Look there for what is wrong, then close it again.
failure-file-exists = { $path } exists already.
    .next = Choose another name.
failure-path-not-text = The name of this file or of its folder is not valid text.
failure-not-chosen = { $path } was not chosen. Choose it in a dialog, or drop it on the window.
    .next = Rename it and try again.
