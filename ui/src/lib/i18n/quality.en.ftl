# What is wrong with the data.

quality-words = What may be wrong with { $customers } customers and { $interactions } interactions. Each count opens its customers.
quality-words-map = The last column counts the rates of “{ $map }” again without what is wrong, as its question has them, and shows the one that changes the most.
quality-none = There are no customers yet. Import some, and what may be wrong with them is told here.
quality-of-customers = What is known of customers
quality-of-interactions = What they did
quality-flaw = What is wrong
quality-customers = Customers
quality-interactions = Interactions
quality-without = Without it, on “{ $map }”
quality-counting = Counting…
quality-no-rates = The map has no rates.
quality-unchanged = No rate changes.
quality-rates = { $before } → { $after }
quality-changed = { $changed } of { $rates } rates change.
quality-gone = { $count ->
    [one] { $count } would have nobody left.
   *[other] { $count } would have nobody left.
}
quality-rejected = Rows that imports left out
quality-rejected-words = They are in no number. The report of an import says which rows and why.
quality-rejected-of = { $count ->
    [one] { $count } row of { $source }
   *[other] { $count } rows of { $source }
}
quality-absent = Looked for, and not found

quality-same-key = The key differs only in case or space, so one person is probably counted more than once.
quality-same-email = One person with several keys is counted as several, each with a part of the journey.
quality-without-interactions = They are known by name alone: they are in segments, but in no rate.
quality-lacking = At least half of the customers have a value. A rule about it leaves these out, and so does a persona that rests on it.
quality-future = After today. Everything is counted up to the newest interaction, so one date too far makes every window look over and turns people under way into lost ones.
quality-out-of-order = In their source they stand on the wrong side of an earlier one. They are counted by time; where the times are wrong, so is the journey.
quality-ties = On two touchpoints of this map at the same instant. Which came first is decided by the order in the source.
quality-date-only = Counted as midnight, so before everything else of that day.
quality-unmatched = No touchpoint of any map lists the event. That moves no rate, but these people may not be lost, only busy elsewhere.
quality-without-channel = Others of the same event have a channel. A rule about channels leaves these out.
quality-without-value = Others of the same event have a value, or it means a purchase or an answer. Sums and scores leave these out.
quality-other-currency = Most purchases are in another currency, and there is no rate. Revenue leaves these out.

merge-customers-open = Merge…
merge-customers-of = Merge { $who }
merge-customers = Merge customers
merge-customers-count = { $people ->
    [one] { $customers } customers become { $people } person.
   *[other] { $customers } customers become { $people } people.
}
merge-customers-examples = Some of them, with who stands for each first
merge-customers-more = { $count ->
    [one] And { $count } more
   *[other] And { $count } more
}
merge-customers-how = Whoever has been known longest stands for each person. All that sources say of the others counts as its own, also what is imported later; of each attribute, what was said last. It can be undone.
merge-customers-do = { $people ->
    [one] Merge into { $people } person
   *[other] Merge into { $people } people
}
