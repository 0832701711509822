# What a picture of a map says. Counts are written the language's way by the formatter.

## Heading

heading-linear = Customer journey · linear lifecycle
heading-non-linear = Customer journey · non-linear lifecycle
heading-circular = Customer journey · circular lifecycle
heading-spoken = { $title }. { $kind }.
heading-spoken-persona = { $title }. { $kind }. Persona: { $persona }.

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

drop-off = { $share } drop off · { $count }
drop-off-few = { $share } drop off · n = { $count }
stayed = { $share } stayed · { $count }
stayed-few = { $share } stayed · n = { $count }

## For screen readers

spoken-stage = Stage { $position } of { $of }: { $title }.
spoken-touchpoint = Touchpoint { $title }, in stage { $stage }.
spoken-channel = Channel: { $channel }.
spoken-sentiment = Sentiment: { $sentiment }.
spoken-goal = This is a goal.
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
spoken-moved-customers = { $count ->
    [one] { $count } customer moved on.
   *[other] { $count } customers moved on.
}
spoken-moved-visits = { $count ->
    [one] { $count } visit moved on.
   *[other] { $count } visits moved on.
}
spoken-conversion = Conversion { $share } of { $of } (95 % interval { $low } to { $high }).
spoken-median = Half took no longer than { $time }.
spoken-leg = { $count ->
    [one] Way from { $from } to { $to }, taken once.
   *[other] Way from { $from } to { $to }, taken { $count } times.
}
spoken-visits = { $count ->
    [one] { $title } was visit { $first }.
   *[other] { $title } was visited { $count } times, first as visit { $first }.
}

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

legend-title = How to read this map
legend-width = Width: how many moved on
legend-colour = Colour: conversion
legend-drop-off = { -word-drop-off(form: "start") }
legend-stayed = Stayed, at a goal
legend-ghost = { -word-ghost-path(form: "start") }: taken, but not on the map
legend-uncertain = Uncertain: fewer than 30
legend-moment = Moment of truth
legend-assumed = Only assumed
legend-quote = Quote
legend-pains = Pains
legend-opportunities = Opportunities
legend-sentiment = Sentiment, very negative to very positive
legend-transition = { -word-transition }
legend-goal = { -word-goal }
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
define-interval = Each rate has a 95 % Wilson interval; below n = 30 it is drawn hollow, as uncertain.

note-ghosts = { $shown } of { $all ->
    [one] { $all } ghost path shown
   *[other] { $all } ghost paths shown
}
note-stage-paths = { $shown } of { $all ->
    [one] { $all } skip or return between stages shown
   *[other] { $all } skips and returns between stages shown
}
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
fact-cutoff = Data until { $day }
fact-coverage = { -word-coverage }: { $share } of { $count ->
    [one] { $count } interaction
   *[other] { $count } interactions
}
fact-everybody = All customers
fact-segment = Segment: { $segment }
fact-persona = Customers of { $persona }
fact-picked = { $count ->
    [one] { $count } picked customer
   *[other] { $count } picked customers
}
fact-entrants = Only who { $who } (on “{ $map }”)
who-all = entered { $node }
who-moved = moved on from { $node }
who-moved-to = moved from { $node } to { $to }
who-matured-moved-to = matured at { $node } and moved to { $to }
who-in-progress = is in progress at { $node }
who-returned-late = came back late after { $node }
who-dropped = never came back after { $node }
who-lost = dropped off at { $node }
who-matured = matured at { $node }
who-returned-late-elsewhere = came back late after { $node } and was busy outside the map meanwhile
who-dropped-elsewhere = never came back after { $node } and was busy outside the map
caveat-thin = Only { $share } of what customers did is on this map, so its drop-off is of the map, not of the customers.
caveat-elsewhere = Of the { $lost } who never came back or came back late, { $busy ->
    [one] { $busy } was
   *[other] { $busy } were
} busy outside this map, counted at each place they dropped off.
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
spoken-cell = { $lane }, in stage { $stage }: { $text }
spoken-cell-empty = { $lane }, in stage { $stage }: nothing written.
