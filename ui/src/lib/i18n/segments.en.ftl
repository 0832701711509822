# Texts of segments and their rules, in English.

segment = Segment
segments = Segments
segment-add = New segment
segment-new = New segment
segment-edit = Segment
segment-save = Save
segment-lacks-name = Give it a name to save it.
segment-of = Edit this segment
segment-customers = Show customers
segments-none = Add a segment to ask about some of the customers only.
segments-without-customers = Import customers or what they did to make segments of them.
segment-count = { NUMBER($count) } of { $of ->
    [one] { NUMBER($of) } customer
   *[other] { NUMBER($of) } customers
}
segment-counting = Counting …
segment-count-none = Complete the rule to see how many customers it finds.
segment-count-faulty = Mend the rule to see how many customers it finds.
segment-leaving = What you changed is not saved yet.
segment-keep-editing = Go on editing
segment-discard = Discard

## A list that is kept

keep-list = Keep as segment
keep-list-fixed = { $count ->
    [one] The segment always has this customer, whatever is imported later.
   *[other] The segment always has these { NUMBER($count) } customers, whatever is imported later.
}
keep-list-lasting = { $count ->
    [one] Now 1 customer; whom it has follows from its rule.
   *[other] Now { NUMBER($count) } customers; whom it has follows from its rule.
}
keep-list-kept = Kept as “{ $name }”

## The rule as a sentence

rule-whole = Customers for whom { $how }:
rule-group = { $how }:
rule-how = How many of these
rule-how-all = all of these hold
rule-how-any = any of these holds
rule-how-none = none of these holds
rule-joint-all = and
rule-joint-any = or
rule-joint-none = or
rule-nothing-all = Without any rule these are all customers.
rule-nothing-any = Without any rule this is nobody.
rule-nothing-none = Without any rule these are all customers.
rule-attribute = { $attribute } { $test } { $value }
rule-attribute-bare = { $attribute } { $test }
rule-attribute-between = { $attribute } { $test } { $low } and { $high }
rule-attribute-days = { $attribute } { $test } { $days } { $count ->
    [one] day
   *[other] days
}
rule-did = { $verb } { $what } { $often } { $times } { $count ->
    [one] time
   *[other] times
}
rule-from = from { $day } on
rule-to = before { $day }
rule-with-value = with a value { $test } { $value }
rule-with-value-between = with a value { $test } { $low } and { $high }
rule-within-first = within { $days } { $count ->
    [one] day
   *[other] days
} of their first interaction
rule-in-order = { $verb } { $steps }
rule-then = then
rule-within-step = each within { $days } { $count ->
    [one] day
   *[other] days
} of the one before
rule-stands-at = { $verb } { $place } on the map { $map }
rule-belongs = { $verb } { $name }
rule-among = { $verb } { $customers }

## What stands in the sentence

rule-verb = So or not so
rule-verb-did = did
rule-verb-did-not = did not do
rule-verb-did-in-order = did in this order:
rule-verb-did-in-order-not = did not do in this order:
rule-verb-stands-at = were last at
rule-verb-stands-at-not = were not last at
rule-verb-persona = belong to the persona
rule-verb-persona-not = do not belong to the persona
rule-verb-segment = are in the segment
rule-verb-segment-not = are not in the segment
rule-verb-customers = are among
rule-verb-customers-not = are not among
rule-test = Comparison
rule-test-is = is
rule-test-is-not = is not
rule-test-one-of = is one of
rule-test-not-one-of = is none of
rule-test-contains = contains
rule-test-not-contains = does not contain
rule-test-starts-with = starts with
rule-test-not-starts-with = does not start with
rule-test-is-empty = is empty
rule-test-not-is-empty = has a value
rule-test-at-least = is at least
rule-test-above = is more than
rule-test-at-most = is at most
rule-test-below = is less than
rule-test-at-least-date = is no earlier than
rule-test-above-date = is after
rule-test-at-most-date = is no later than
rule-test-below-date = is before
rule-test-between = is between
rule-test-not-between = is not between
rule-test-within-days = is within the last
rule-test-not-within-days = is not within the last
rule-worth-at-least = of at least
rule-worth-above = of more than
rule-worth-at-most = of at most
rule-worth-below = of less than
rule-worth-is = of exactly
rule-worth-between = between
rule-often = How often
rule-often-at-least = at least
rule-often-at-most = at most
rule-often-exactly = exactly
rule-attribute-name = Attribute
rule-value = Value
rule-values = Values
rule-times = Number of times
rule-days = Number of days
rule-place = Place
rule-stage = the stage { $title }
rule-touchpoint = the touchpoint { $title }
rule-customers = Customers
rule-customer = { $key } · { $name }
rule-these = { $count ->
    [one] this customer
   *[other] these { NUMBER($count) } customers
}
rule-what = What they did
rule-what-anything = anything
rule-what-channels = something through { $channels }
rule-what-at = something at { $place } on the map { $map }
rule-kind-events = Events
rule-kind-at = Something at a place on a map
rule-kind-channels = Something through a channel
rule-kind-anything = Anything
rule-anything-hint = Every interaction counts, whatever it was.
rule-more = { NUMBER($count) } more
rule-unknown = { $name } (nobody has it)
rule-gone = { $name } (not there any more)

## What is still to be chosen

rule-write = value
rule-choose = choose
rule-choose-attribute = choose an attribute
rule-choose-day = choose a day
rule-choose-map = choose a map
rule-choose-place = choose a place
rule-choose-persona = choose a persona
rule-choose-segment = choose a segment
rule-no-day = No day
rule-look = Look for
rule-look-free = Look for, or write another
rule-add-value = Add “{ $value }”
rule-none-found = Nothing like this is there.
rule-lacks-parts = Add a rule to this group, or take it out.
rule-lacks-attribute = Choose an attribute.
rule-lacks-value = Write the value to compare with.
rule-lacks-values = Choose at least one value.
rule-lacks-days = Write how many days, as a whole number.
rule-lacks-times = Write how many times, as a whole number.
rule-lacks-day = Choose a day, or take the date out.
rule-lacks-what = Choose what they did.
rule-lacks-steps = Choose what they did at each step.
rule-lacks-place = Choose a place on a map.
rule-lacks-persona = Choose a persona.
rule-lacks-segment = Choose a segment.
rule-lacks-customers = Choose at least one customer.

## What can be done with a rule

rule-add = Add a rule
rule-add-attribute = What an attribute is
rule-add-did = What they did
rule-add-did-in-order = What they did in order
rule-add-stands-at = Where they are on a map
rule-add-persona = Which persona they belong to
rule-add-segment = Which segment they are in
rule-add-customers = Customers picked by hand
rule-add-group = A group of rules
rule-actions = More for this rule
rule-remove = Remove this rule
rule-up = Move up
rule-down = Move down
rule-wrap = Put into a group
rule-lift = Take out of the group
rule-dissolve = Dissolve the group
rule-more-clauses = Say more
rule-more-from = From a day on
rule-more-to = Before a day
rule-more-worth = With a value
rule-more-within = Soon after their first interaction
rule-more-each = Each soon after the one before
rule-clause-remove = Take out: { $name }
rule-step-add = Add a step
rule-step-remove = Take out step { NUMBER($number) }
rule-as-text = Show as text
rule-as-sentence = Show as sentence
rule-text = The rule as text
rule-text-back = Back to the last good rule
rule-text-hint = As “touchline segment --text” reads it; “touchline segment --help” tells how rules are written.

overlaps = How segments overlap
overlaps-words = Of all customers, whatever the question. Each column counts who is in exactly the segments with a dot, so that every customer is in one column; each bar opens its customers, who can be kept as a segment of their own.
overlaps-none = It takes two segments to overlap. Add them in the navigator, or keep any list of customers as one.
overlaps-choose = Which segments
overlaps-customers = Customers
overlaps-in = in it
overlaps-not-in = not in it
overlaps-more = { $count ->
    [one] { $count } smaller overlap is not shown.
   *[other] { $count } smaller overlaps are not shown.
}
overlap-all = In { $within }
overlap-some = In { $within }, not in { $without }
overlap-none = In none of { $without }

segment-from-file = List the customers in a file…
segment-file = Named in { $file }
segment-file-unknown = { $unknown ->
    [one] Named in { $file }, where { $unknown } key is nobody’s
   *[other] Named in { $file }, where { $unknown } keys are nobody’s
}
