# What a picture of a map says. Counts are written the language's way by the formatter.

## Heading

heading-linear = Customer journey · linear lifecycle
heading-non-linear = Customer journey · non-linear lifecycle
heading-circular = Customer journey · circular lifecycle
heading-as-is = As-is · { $kind }
heading-to-be = To-be · { $kind }
heading-made = { $kind } · { $day }
heading-spoken = { $title }. { $kind }.
heading-spoken-personas =
    { $title }. { $kind }. { $count ->
        [one] Persona
       *[other] Personas
    }: { $personas }.
heading-persona-spoken = Persona: { $persona }

## Units

customers = { $count ->
    [one] { $count } customer
   *[other] { $count } customers
}
visits = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}

## On cards, headers and curves


## For screen readers

spoken-stage = Stage { $position } of { $of }: { $title }.
spoken-aim = Its aim: { $text }
spoken-entry = Entered when: { $text }
spoken-touchpoint = Touchpoint { $title }, in stage { $stage }.
spoken-channel = Channel: { $channel }.
spoken-sentiment = Sentiment: { $sentiment }.
measured = { $mean } · { $count }
spoken-measured = Measured { $mean } ({ $low } to { $high }) by { $count ->
        [one] one answer
       *[other] { $count } answers
    }.
spoken-disagrees = This clearly differs from what was set.
spoken-goal = This is a goal.
spoken-sub-journey = Opens the map { $map }.
spoken-moment = This is a moment of truth.
spoken-actor-front-stage = Staff act, front stage.
spoken-actor-back-stage = Staff act, back stage.
spoken-owner = Owner: { $owner }.
spoken-drama = Drama: { $drama } of 5.
spoken-evidence = Evidence: { $kind }.
spoken-evidence-day = Evidence: { $kind } on { $day }.
spoken-description = Description: { $text }
spoken-quote = Quote: { $text }
spoken-pains = { $count ->
    [one] { $count } pain:
   *[other] { $count } pains:
} { $list }.
spoken-opportunities = { $count ->
    [one] { $count } opportunity:
   *[other] { $count } opportunities:
} { $list }.
spoken-tags = Tags: { $list }.
spoken-account-customers = { $entered ->
    [one] { $entered } customer entered:
   *[other] { $entered } customers entered:
} { $moved } moved on, { $progress } { -word-in-progress }, { $late } { -word-came-back-late }, { $dropped } { -word-never-came-back }.
spoken-account-visits = { $entered ->
    [one] { $entered } visit began:
   *[other] { $entered } visits began:
} { $moved } moved on, { $progress } { -word-in-progress }, { $late } { -word-came-back-late }, { $dropped } { -word-never-came-back }.
spoken-account-goal-customers = { $entered ->
    [one] { $entered } customer entered:
   *[other] { $entered } customers entered:
} { $moved } moved on, { $progress } { -word-in-progress }, { $late } { -word-came-back-late }, { $dropped } { -word-stayed }.
spoken-account-goal-visits = { $entered ->
    [one] { $entered } visit began:
   *[other] { $entered } visits began:
} { $moved } moved on, { $progress } { -word-in-progress }, { $late } { -word-came-back-late }, { $dropped } { -word-stayed }.
spoken-elsewhere = Of the { $lost } lost, { $busy ->
    [one] { $busy } was
   *[other] { $busy } were
} busy outside this map.
spoken-unseen-ahead = It leads on to what lists no events, so the share is at most:
spoken-drop-off = Drop-off { $share } of { $of } (95 % interval { $low } to { $high }).
spoken-stayed = Stayed { $share } of { $of } (95 % interval { $low } to { $high }).
spoken-uncertain = Uncertain: fewer than 30.
spoken-edge = From { $from } to { $to }.
spoken-ghost = { -word-ghost-path(form: "start") } from { $from } to { $to }: customers take it, the map does not have it.
spoken-label = Label: “{ $text }”.
spoken-alternative = This is an alternative.
spoken-return = This is a way back.
spoken-moved-customers = { $count ->
    [one] { $count } customer moved on.
   *[other] { $count } customers moved on.
}
spoken-moved-visits = { $count ->
    [one] { $count } visit moved on.
   *[other] { $count } visits moved on.
}
spoken-conversion = Conversion { $share } of { $of } (95 % interval { $low } to { $high }).
spoken-clear = Compared with { $share } of { $of }: { $points } (95 % interval { $low } to { $high }), which is clear.
spoken-chance = Compared with { $share } of { $of }: { $points } (95 % interval { $low } to { $high }), which may be chance.
spoken-value = At stake { $amount } (95 % interval { $low } to { $high }).
spoken-value-alone = At stake { $amount }.
spoken-median = Half took no longer than { $time }.
spoken-leg = { $count ->
    [one] Way from { $from } to { $to }, taken once.
   *[other] Way from { $from } to { $to }, taken { $count } times.
}
spoken-visits = { $count ->
    [one] { $title } was visit { $first }.
   *[other] { $title } was visited { $count } times, first as visit { $first }.
}

points = { $points } pts
brief-days = { $count } d
brief-hours = { $count } h
brief-minutes = { $count } min
brief-seconds = { $count } s
time-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
time-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
time-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}

## Legend

legend-lens-conversion = Conversion: how many go on
legend-lens-drop-off = Drop-off: how many are lost
legend-lens-time = Time: how long it takes to go on
legend-lens-emotion = Emotion: how customers feel
legend-lens-comparison = Comparison: by how much conversion differs
legend-lens-value = Value at stake: what is lost with those who are lost
legend-lens-plain = The map as it is drawn
legend-ribbon = Ribbon: how many customers
legend-width = Width: how many moved on
legend-colour = Colour: conversion
legend-returns = Colour: return to an earlier stage
legend-losses = Tint: how many dropped off
legend-times = Colour: median time, short to long
legend-values = Tint: how much is at stake, where it is no chance
legend-differences = Colour: clear difference, in points
legend-chance = May be chance
legend-feelings = Tint: sentiment, very negative to very positive, and how many touchpoints
legend-drop-off = { -word-drop-off(form: "start") }, here of { $node }
legend-stayed = Stayed at a goal, here { $node }
legend-ghost = { -word-ghost-path(form: "start") }: taken, but not on the map
legend-uncertain = Uncertain: fewer than 30
legend-alternative = Alternative way
legend-return = Way back
legend-moment = Moment of truth
legend-assumed = Only assumed
legend-quote = quote
legend-pains = pains
legend-opportunities = opportunities
legend-measured = Measured, with 95 % interval; clearly different
legend-sentiment = Sentiment, very negative to very positive
legend-spoken = Legend.

define-conversion-term = { -word-conversion(form: "start") }
define-conversion = Of those who entered a { $node }, the share whose next visit, within { $window } of entering, was at the { $node } where the curve ends. The number beside it is all who moved there.
define-conversion-unlimited = Of those who entered a { $node }, the share whose next visit was at the { $node } where the curve ends. The number beside it is all who moved there.
define-conversion-eventual = Of those who entered a { $node }, the share that came to the { $node } where the curve ends within { $window }, whatever came between. Shares of one { $node } may pass 100 % in total.
define-conversion-eventual-unlimited = Of those who entered a { $node }, the share that came to the { $node } where the curve ends at any later time, whatever came between. Shares of one { $node } may pass 100 % in total.
define-drop-off-term = { -word-drop-off(form: "start") }
define-drop-off = Of those who entered a { $node }, the share that did not move on within { $window }: who never came back, and who came back later. At a goal they stayed, and are no loss.
define-drop-off-unlimited = Of those who entered a { $node }, the share that did not move on and was last seen { $idle } or more before the data ends. At a goal they stayed, and are no loss.
define-matured-term = Matured
define-matured = Rates count only those whose { $window } had ended when the data ends. Nobody is called lost who still has time.
define-matured-unlimited = Rates count everybody but those still in progress. Nobody is called lost who still has time.
define-observed = Rates count all who entered, those who still have time included.
define-observed-term = Observed
define-unit-term = Who is counted
define-customers = Each customer once at each { $node }, by the first visit there.
define-visits = Every visit. A visit is an unbroken run of one customer’s interactions at one { $node }.
define-visits-kept = Every interaction that matches a { $node } is a visit of its own.
node-stage = { -word-stage }
node-touchpoint = { -word-touchpoint }
define-ghost-term = { -word-ghost-path(form: "start") }
define-ghost = Customers move this way, but the map has no curve for it. Both kinds are counted alike.
define-stage-paths-term = Stage paths
define-stage-paths = A move over one or more stages is a skip, one to an earlier stage a return. Both are paths of their own, not drop-offs.
define-interval-term = Certainty
define-interval = Each rate has a 95 % Wilson interval; below n = 30 it is drawn hollow, as uncertain, and below n = 5 only the number is told.
define-few = A time of fewer than 30 is drawn hollow, as uncertain, and of fewer than 5 only their number is told.
define-time-term = Time
define-time = The time from entering a { $node } to entering the { $node } where the curve ends, of those who moved there: half took no longer. The number beside it is all who moved there.
define-value-term = Value at stake
define-value = Customers lost at a { $node }, times what those who moved on spent more on average than they did, in the { $days } days after entering it. Who entered too late for these days to be over is not compared.
define-value-interval = Each amount has a 95 % interval (Welch); where that does not lie above 0, it is drawn hollow: it may be chance.
define-comparison-term = Difference
define-comparison = The conversion of those asked about less that of those they are compared with, in points; at nodes the same of the drop-off.
define-clear-term = Clear
define-clear = Newcombe’s 95 % interval of the difference excludes 0, and among all edges of the map at most 5 % of the clear ones are expected to be chance (Benjamini and Hochberg). All else is grey: it may be chance.
define-measured-term = Measured feeling
define-measured = The mean of the last answer of each customer in range to a survey linked to the touchpoint, read evenly from −2 for the lowest answer of the scale to +2 for the highest, with its 95 % interval (Student’s), from 5 answers on. It clearly differs where the interval lies more than half a step from every feeling set there.
define-emotion-term = Sentiment
define-emotion = How customers feel at a touchpoint, as it was set there by who drew the map. It is not measured.
define-paths-term = Paths that are hidden
define-paths = All paths on the map are shown. Of ghost paths, as far as there is room, those are shown that are the strongest into or out of a { $node }, or that 3 or more and at least 5 % take.
define-paths-least = A path is shown if it carries at least { $least } of the moves on from where it starts, or is the strongest into or out of a { $node }. One on the map that carries less is a thin line without figures; a ghost path that carries less, or that fewer than 3 or less than 5 % take, is left out.
define-paths-stages = From each stage to the next all is shown. Skips and returns are shown if at least 2 % take them or they are the strongest into or out of a { $node }, as far as there is room.
define-paths-stages-least = From each stage to the next all is shown. Skips and returns are shown if they carry at least { $least } of the moves on from where they start, or are the strongest into or out of a { $node }.

note-pain = Pain
note-opportunity = Opportunity
note-action = Action
note-covered = not revealed yet
note-dots = ● { $dots }
note-paths = { $count ->
    [one] { $count } path hidden
   *[other] { $count } paths hidden
}, { $share } of moves
note-stacked = { $count ->
    [one] { $count } card lies on another, where curves may run beneath it
   *[other] { $count } cards lie on one another, where curves may run beneath them
}
note-labels = { $count ->
    [one] { $count } label left out for want of room
   *[other] { $count } labels left out for want of room
}

fact-sample-customers = { $count ->
    [one] Sample: { $count } customer
   *[other] Sample: { $count } customers
}
fact-sample-visits = { $count ->
    [one] Sample: { $count } customer
   *[other] Sample: { $count } customers
}, { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
}
fact-window = { -word-window }: { $window }
fact-window-unlimited = { -word-window }: unlimited
fact-range = Entered { $from } to { $to }
fact-range-from = Entered from { $from }
fact-range-to = Entered until { $to }
fact-range-all = Entered at any time
fact-compared = Compared with: { $with }
fact-shared = { $count ->
    [one] 1 customer would be on both sides, so all others are compared with
   *[other] { $count } customers would be on both sides, so all others are compared with
}
fact-ruled = customers by a rule
fact-others = all but: { $those }
fact-cutoff = Data until { $day }
fact-data = Data from { $first } to { $last }
fact-coverage = { -word-coverage }: { $share } of { $count ->
    [one] { $count } interaction
   *[other] { $count } interactions
}
fact-everybody = All customers
fact-segment = Segment: { $segment }
fact-persona = Customers of { $persona }
fact-personas = Customers of any of: { $personas }
fact-picked = { $count ->
    [one] { $count } picked customer
   *[other] { $count } picked customers
}
fact-overlap = Only who is in { $within }, and not in { $without }
fact-overlap-all = Only who is in { $within }
fact-overlap-none = Only who is in none of { $without }
fact-tile = Only: { $who }
fact-entrants-part = Only some of who { $who } (on “{ $map }”)
fact-entrants = Only who { $who } (on “{ $map }”)
who-all = entered { $node }
who-moved = moved on from { $node }
who-matured-moved = matured at { $node } and moved on
who-moved-to = moved from { $node } to { $to }
who-matured-moved-to = matured at { $node } and moved to { $to }
who-in-progress = is in progress at { $node }
who-returned-late = came back late after { $node }
who-dropped = never came back after { $node }
who-lost = dropped off at { $node }
who-matured = matured at { $node }
who-returned-late-elsewhere = came back late after { $node } and was busy outside the map meanwhile
who-dropped-elsewhere = never came back after { $node } and was busy outside the map
who-step-reached = came as far as { $step } in a funnel
who-step-itself = came to { $step } in a funnel
who-step-under-way = came as far as { $step } in a funnel and still has time
who-step-lost = came no further than { $step } in a funnel
who-variant = went { $way }
who-any-variant = visited anything
who-other-variant = went another way than the most frequent ones
who-path = went { $way }
caveat-thin = Only { $share } of what customers did is on this map, so its drop-off is of the map, not of the customers.
caveat-elsewhere = Of the { $lost } who never came back or came back late, { $busy ->
    [one] { $busy } was
   *[other] { $busy } were
} busy outside this map, counted at each place they dropped off.
caveat-no-purchases = Nothing can be said of value yet: it takes purchases after visits of this map.
caveat-unseen-ahead = ≤: the map leads on to what lists no events. Moves there go unseen, so the drop-off is at most that.
fact-map = { $stages ->
    [one] { $stages } stage
   *[other] { $stages } stages
}, { $touchpoints ->
    [one] { $touchpoints } touchpoint
   *[other] { $touchpoints } touchpoints
}, { $transitions ->
    [one] { $transitions } transition
   *[other] { $transitions } transitions
}

## Lanes

line-of-interaction = Line of interaction
line-of-visibility = Line of visibility
line-of-internal-interaction = Line of internal interaction
spoken-lane = Lane { $lane }.
spoken-cell = { $lane }, in stage { $of }: { $text }
spoken-cell-empty = { $lane }, in stage { $of }: nothing written.
spoken-cell-of = { $lane }, at { $of }: { $text }
spoken-cell-of-empty = { $lane }, at { $of }: nothing written.
spoken-card = Card in { $lane }, { $of }: { $text }
spoken-card-empty = Empty card in { $lane }, { $of }.
spoken-image = Image in { $lane }, { $of }: { $text }
spoken-image-empty = Image in { $lane }, { $of }.
spoken-note = Note: { $text }. { $dots ->
    [one] { $dots } dot.
   *[other] { $dots } dots.
}
spoken-note-by = Note by { $author }: { $text }. { $dots ->
    [one] { $dots } dot.
   *[other] { $dots } dots.
}
spoken-note-on = Note on { $on }: { $text }. { $dots ->
    [one] { $dots } dot.
   *[other] { $dots } dots.
}
spoken-note-by-on = Note by { $author } on { $on }: { $text }. { $dots ->
    [one] { $dots } dot.
   *[other] { $dots } dots.
}
spoken-cluster = Cluster { $name }, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}, { $dots ->
    [one] { $dots } dot.
   *[other] { $dots } dots.
}

## Sheets of personas

sheet-avatar = Avatar
sheet-empty = Nothing is written of this persona yet.
sheet-share-of = { $count } of { $of } customers
sheet-share-segment = Segment: { $segment }
sheet-trait = between “{ $low }” and “{ $high }” at { $value }

## Maps as pages

page-hint = Drag to move the map, turn the wheel to zoom, point at something to read its numbers.

## Tables

table-stages = Stages
table-touchpoints = Touchpoints
table-stage-edges = Stage edges
table-transitions = Transitions
table-lanes = Lanes
table-definitions = Definitions
column-table = Table
column-stage = { -word-stage(form: "start") }
column-touchpoint = { -word-touchpoint(form: "start") }
column-channel = { -word-channel }
column-sentiment = Sentiment
column-events = Events
column-goal = { -word-goal }
column-entered = Entered
column-moved = Moved on
column-in-progress = { -word-in-progress(form: "start") }
column-late = { -word-came-back-late(form: "start") }
column-dropped = { -word-never-came-back(form: "start") }
column-matured = Had their time
column-drop-off = { -word-drop-off(form: "start") }
column-drop-off-low = { -word-drop-off(form: "start") }, 95 % from
column-drop-off-high = { -word-drop-off(form: "start") }, 95 % to
column-from = From
column-to = To
column-kind = Kind
column-label = Label
column-moved-here = Moved
column-matured-moved = Moved, of those who had their time
column-conversion = { -word-conversion(form: "start") }
column-conversion-low = { -word-conversion(form: "start") }, 95 % from
column-conversion-high = { -word-conversion(form: "start") }, 95 % to
column-median = Median days
column-p25 = Days, 25 % within
column-p75 = Days, 75 % within
column-p95 = Days, 95 % within
column-lane = Lane
column-of = Of
column-text = Text
column-term = Term
column-meaning = Meaning
cell-goal = yes
cell-drawn = on the map
cell-ghost = { -word-ghost-path }
table-notes = Workshop notes
column-note = Note
column-author = Author
column-cluster = Cluster
column-dots = Dots
column-parked = Parking lot
column-outcome = Became
column-owner = Owner
column-due = By
cell-parked = yes
