## The place of insights

insights-none = Import what your customers did, and funnels, variants and paths show here which ways they go.
insights-no-map = Draw a map first: funnels, variants and paths follow its stages and touchpoints.
insights-counting = Counting…
insights-stages = Stages
insights-touchpoints = Touchpoints

## Funnel

funnel = Funnel
funnel-words = How far customers come along these steps, in this order, all within { $window } of the first. Each customer counts once, whatever came between.
funnel-stages = All stages
funnel-empty = Add a step to begin with.
funnel-nobody = Nobody came to the first step in this time. Choose another step, or a longer time in the question above.
funnel-add = Add a step…
funnel-step = Step { $number }
funnel-optional = { $step } may be skipped
funnel-up = Move { $step } up
funnel-remove = Remove { $step }
funnel-of-first = { $share } of those at the first step ({ $range })
funnel-itself = of them visited it:
funnel-time = half of them within { $median } of the first step
funnel-go-on = { $share } go on ({ $range } of { $of })
funnel-lost = { $lost } { $count ->
    [one] is lost
   *[other] are lost
}
funnel-under-way = { $underWay } still { $count ->
    [one] has time
   *[other] have time
}
funnel-exclude = without…
funnel-exclude-between = What may not happen between { $from } and { $to }
funnel-exclude-remove = { $title } may happen again
funnel-who-reached = Came as far as { $step }
funnel-who-itself = Came to { $step }
funnel-who-under-way = Came as far as { $step } and still have time
funnel-who-lost = Came no further than { $step }

## Variants

variants = Variants
variants-words = The { $top } most frequent ways between { $level }, from each customer’s first visit on, cut at { $length } visits.
variants-top = How many are listed
variants-length = At how many visits they are cut
variants-sum = { $all } { $customers ->
    [one] customer
   *[other] customers
} went { $variants ->
    [one] 1 way
   *[other] { NUMBER($variants) } ways
}. The { NUMBER($top) } listed here cover { $share }.
variants-none = Nobody visited anything on this map in this time.
variants-others = went another way ({ $share })
variants-went-on = went on
variants-light = Light up on the map
variants-who = Went { $way }
variants-who-any = Visited anything on this map
variants-who-others = Went another way than those listed
variants-who-went-on = Went { $way }, and on

## Paths

paths = Paths
paths-words = Where customers { $toward } { $node }, up to { $depth } moves, each within { $window } of the one before.
paths-next = went from
paths-before = came from on their way to
paths-toward = Which way
paths-node = From or to where
paths-depth = How many moves
paths-no-nodes = This map has no stages yet.
paths-nobody = Nobody came to { $title } in this time.
paths-others-next = elsewhere
paths-others-before = from elsewhere
paths-ended-next = no further in time
paths-ended-before = began here
paths-who-came-next = Went { $way }
paths-who-came-before = Went { $way }
paths-who-others-next = Went { $way }, then elsewhere
paths-who-others-before = From elsewhere to { $way }
paths-who-ended-next = Went { $way } and no further in time
paths-who-ended-before = Began with { $way }
command-paths-next = Paths from here
command-paths-before = Paths to here
